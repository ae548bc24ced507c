// Whether a folder lies on this machine or is carried elsewhere (OneDrive, a server): a register there can be overwritten by a copy of
// another day. The deciding part is pure.
import { realpathSync, statfsSync } from 'node:fs';

export type FolderKind = 'local' | 'cloud' | 'network';

export interface FolderFacts {
  readonly platform: NodeJS.Platform;
  /** With drive letters that stand for a server already replaced by it. */
  readonly path: string;
  /** Where the programs that carry folders away say they are. */
  readonly cloudFolders: readonly string[];
  /** Linux: the number by which the file system is known (statfs). */
  readonly fileSystem: number | null;
}

/** NFS, SMB, CIFS, SMB2, Coda, AFS, Ceph, 9P; from linux/magic.h. */
const NETWORK_FILE_SYSTEMS: readonly number[] = [
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x73757245, 0x5346414f, 0x00c36400, 0x01021997,
];
/** Clouds and remote machines are mounted through FUSE. */
const FUSE = 0x65735546;

const CLOUD_NAMES =
  /^(?:OneDrive(?: - .+)?|Dropbox(?: \(.+\))?|iCloudDrive|Google ?(?:Drive|ドライブ)|マイドライブ|Box(?: Sync)?)$/iu;

const partsOf = (path: string) => path.split(/[\\/]+/u).filter((part) => part !== '');

function isInside(path: string, folder: string): boolean {
  const [inner, outer] = [partsOf(path), partsOf(folder)].map((parts) => parts.map((part) => part.toLowerCase()));
  return outer !== undefined && outer.length > 0 && outer.every((part, index) => inner?.[index] === part);
}

export function folderKindOf({ platform, path, cloudFolders, fileSystem }: FolderFacts): FolderKind {
  // `\\?\C:\...` is a long local name; `\\?\UNC\...` and `\\server\...` are a server's.
  const isServer = platform === 'win32' && /^[\\/]{2}(?:\?[\\/]UNC[\\/]|[^?.\\/])/iu.test(path);
  if (isServer || (fileSystem !== null && NETWORK_FILE_SYSTEMS.includes(fileSystem >>> 0))) {
    return 'network';
  }
  const isCarried =
    cloudFolders.some((folder) => isInside(path, folder)) || partsOf(path).some((part) => CLOUD_NAMES.test(part));
  return isCarried || fileSystem === FUSE ? 'cloud' : 'local';
}

function orNull<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** @param folder the register's; a mapped drive of Windows is followed to its server. */
export function readFolderKind(folder: string, env: NodeJS.ProcessEnv = process.env): FolderKind {
  const { platform } = process;
  return folderKindOf({
    platform,
    path: orNull(() => realpathSync.native(folder)) ?? folder,
    cloudFolders: [env['OneDrive'], env['OneDriveCommercial'], env['OneDriveConsumer']].filter(
      (path): path is string => path !== undefined && path !== '',
    ),
    fileSystem: platform === 'linux' ? orNull(() => statfsSync(folder).type) : null,
  });
}
