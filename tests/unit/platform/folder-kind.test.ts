// Where a folder lies: on this machine, in a cloud's folder, on a server.
import { describe, expect, test } from 'vitest';
import { type FolderFacts, folderKindOf } from '#main/platform/files/folder-kind.ts';

const windows = (path: string, cloudFolders: readonly string[] = []): FolderFacts => ({
  platform: 'win32',
  path,
  cloudFolders,
  fileSystem: null,
});
const linux = (fileSystem: number, path = '/var/lib/mimamori-register'): FolderFacts => ({
  platform: 'linux',
  path,
  cloudFolders: [],
  fileSystem,
});

describe('on Windows', () => {
  test.each([
    'C:\\Users\\mihon\\AppData\\Local\\mimamori-register\\register',
    '\\\\?\\C:\\Users\\mihon\\AppData\\Local\\mimamori-register',
    '\\\\.\\C:\\register',
    'D:\\OneDriveではない\\register',
    'C:\\Users\\mihon\\boxes\\register',
  ])('%s is local', (path) => {
    expect(folderKindOf(windows(path))).toBe('local');
  });

  test.each([
    'C:\\Users\\mihon\\OneDrive\\ドキュメント\\register',
    'C:\\Users\\mihon\\OneDrive - 西区社会福祉協議会\\register',
    'C:/Users/mihon/onedrive/register',
    'C:\\Users\\mihon\\Dropbox\\register',
    'G:\\マイドライブ\\register',
  ])('%s is carried to a cloud', (path) => {
    expect(folderKindOf(windows(path))).toBe('cloud');
  });

  test('a folder that OneDrive says is its own is carried, whatever its name and case', () => {
    const own = ['D:\\Wolke'];
    expect(folderKindOf(windows('d:\\wolke\\register', own))).toBe('cloud');
    expect(folderKindOf(windows('D:\\Wolken\\register', own))).toBe('local');
    expect(folderKindOf(windows('D:\\Wolken\\register', ['']))).toBe('local');
  });

  test.each(['\\\\server\\share\\register', '//server/share/register', '\\\\?\\UNC\\server\\share\\register'])(
    '%s is on a server',
    (path) => {
      expect(folderKindOf(windows(path))).toBe('network');
    },
  );
});

describe('on Linux', () => {
  test.each([
    ['NFS', 0x6969, 'network'],
    ['CIFS', 0xff534d42, 'network'],
    ['CIFS, as a signed number', 0xff534d42 | 0, 'network'],
    ['SMB2', 0xfe534d42, 'network'],
    ['FUSE', 0x65735546, 'cloud'],
    ['ext4', 0xef53, 'local'],
    ['btrfs', 0x9123683e, 'local'],
    ['tmpfs', 0x01021994, 'local'],
    ['overlay', 0x794c7630, 'local'],
  ] as const)('%s', (_name, fileSystem, kind) => {
    expect(folderKindOf(linux(fileSystem))).toBe(kind);
  });
});
