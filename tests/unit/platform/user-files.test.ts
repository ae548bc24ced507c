// Files of the user: read within a limit, written whole or not at all, published together and taken back together. Paths only by token.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '#main/platform/files/atomic-write.ts';
import { createPathTokens } from '#main/platform/files/path-tokens.ts';
import { freeNames, readUserFile, stageUserFiles, writeUserFile } from '#main/platform/files/user-files.ts';
import { fileTokenSchema } from '#shared/model/ids.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mimamori-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

describe('reading a file of the user', () => {
  it('takes one up to the limit and refuses one a byte longer', () => {
    writeFileSync(at('a.csv'), 'x'.repeat(100));
    expect(readUserFile(at('a.csv'), 100)).toHaveLength(100);
    expect(() => readUserFile(at('a.csv'), 99)).toThrow('file_too_large');
  });

  it('refuses what is not there and what is no file, without a word of the path', () => {
    for (const path of [at('none.csv'), folder, ...(process.platform === 'linux' ? ['/dev/zero'] : [])]) {
      expect(() => readUserFile(path, 1000)).toThrow(/^file_unreadable$/u);
    }
  });
});

describe('names in a folder of the user', () => {
  it('stay as they are where they are free, and all get the same number where one is taken', () => {
    const names = ['まとめ_2026年4月.xlsx', 'まとめ_2026年4月.csv'];
    expect(freeNames(folder, names)).toEqual(names);
    writeFileSync(at('まとめ_2026年4月.csv'), 'x');
    expect(freeNames(folder, names)).toEqual(['まとめ_2026年4月（2）.xlsx', 'まとめ_2026年4月（2）.csv']);
    writeFileSync(at('まとめ_2026年4月（2）.xlsx'), 'x');
    expect(freeNames(folder, names)).toEqual(['まとめ_2026年4月（3）.xlsx', 'まとめ_2026年4月（3）.csv']);
  });
});

describe('writing a file of the user', () => {
  it('replaces the old one whole and leaves nothing beside it', () => {
    writeFileSync(at('a.csv'), 'old');
    writeUserFile(at('a.csv'), '新しい');
    expect(readFileSync(at('a.csv'), 'utf8')).toBe('新しい');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('is refused where it cannot be written, and leaves nothing there', () => {
    mkdirSync(at('taken'));
    writeFileSync(at('taken/inside'), 'x');
    expect(() => writeUserFile(at('taken'), 'x')).toThrow(/^file_not_written$/u);
    expect(() => writeUserFile(at('no/such/folder/a.csv'), 'x')).toThrow(/^file_not_written$/u);
    expect(readdirSync(folder)).toEqual(['taken']);
  });

  it.runIf(process.platform !== 'win32')("keeps what is the register's own to its user", () => {
    writeFileAtomically(at('keyslots.json'), '{}');
    expect(statSync(at('keyslots.json')).mode & 0o777).toBe(0o600);
  });
});

describe('files that appear together', () => {
  const stage = () =>
    stageUserFiles([
      { path: at('a.csv'), content: 'A' },
      { path: at('b.pdf'), content: new Uint8Array([66]) },
    ]);
  const shown = () => readdirSync(folder).filter((name) => !name.startsWith('.'));

  it('are not seen before they are published, and all are afterwards', () => {
    const staged = stage();
    expect(shown()).toEqual([]);
    staged.publish();
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'b.pdf']);
    expect(readFileSync(at('b.pdf'), 'utf8')).toBe('B');
  });

  it('are gone without a trace when they are discarded, before or after they were published', () => {
    stage().discard();
    expect(readdirSync(folder)).toEqual([]);
    const staged = stage();
    staged.publish();
    staged.discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('do not appear at all when one of them cannot', () => {
    mkdirSync(at('b.pdf'));
    writeFileSync(at('b.pdf/inside'), 'x');
    const staged = stage();
    expect(() => staged.publish()).toThrow('file_not_written');
    staged.discard();
    expect(readdirSync(folder)).toEqual(['b.pdf']);
  });
});

describe('a path token', () => {
  it('stands for its path until all are forgotten, and each is another', () => {
    const tokens = createPathTokens();
    const [a, b] = [tokens.issue('/x/a'), tokens.issue('/x/a')];
    expect(a).not.toBe(b);
    expect([tokens.resolve(a), tokens.resolve(b)]).toEqual(['/x/a', '/x/a']);
    tokens.forgetAll();
    expect(() => tokens.resolve(a)).toThrow('file_token_expired');
    expect(() => tokens.resolve(fileTokenSchema.parse(crypto.randomUUID()))).toThrow('file_token_expired');
  });
});
