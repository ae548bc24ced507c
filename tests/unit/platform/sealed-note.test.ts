// A note that only an open register can read: what was written comes back, and nothing else passes for it.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSealedNote, writeSealedNote } from '#main/platform/files/sealed-note.ts';

const KEY = new Uint8Array(32).fill(7);
/** So long that no bit of its base64 is filling. */
const TEXT = '架空の覚え書き 1';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mimamori-note-'));
  path = join(folder, 'note.json');
  writeSealedNote(path, KEY, TEXT);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a sealed note', () => {
  it('comes back as it was written, and says nothing to whoever has no key', () => {
    expect(readSealedNote(path, KEY)).toEqual({ state: 'read', text: TEXT });
    expect(readFileSync(path).includes(TEXT)).toBe(false);
    expect(readSealedNote(path, new Uint8Array(32).fill(8)).state).toBe('unreadable');
  });

  it('is sealed otherwise each time', () => {
    const before = readFileSync(path, 'utf8');
    writeSealedNote(path, KEY, TEXT);
    expect(readFileSync(path, 'utf8')).not.toBe(before);
  });

  it('is absent only where there is no file', () => {
    expect(readSealedNote(join(folder, 'none.json'), KEY)).toEqual({ state: 'absent' });
    mkdirSync(join(folder, 'folder.json'));
    expect(readSealedNote(join(folder, 'folder.json'), KEY).state).toBe('unreadable');
  });

  it('is not believed under another name', () => {
    copyFileSync(path, join(folder, 'other.json'));
    expect(readSealedNote(join(folder, 'other.json'), KEY).state).toBe('unreadable');
  });

  it('is not believed with any one byte of it changed, and each change has a mark of its own', () => {
    const written = readFileSync(path);
    const marks = new Set<string>();
    let believed = 0;
    for (let at = 0; at < written.byteLength; at += 1) {
      const changed = Buffer.from(written);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      writeFileSync(path, changed);
      const note = readSealedNote(path, KEY);
      if (note.state === 'unreadable') marks.add(note.mark);
      else believed += 1;
    }
    // The line's end alone carries nothing.
    expect(believed).toBeLessThanOrEqual(1);
    expect(marks.size).toBe(written.byteLength - believed);
  });

  it('refuses where it cannot be written, and leaves what was there', () => {
    expect(() => writeSealedNote(join(folder, 'nowhere', 'note.json'), KEY, TEXT)).toThrow('file_not_written');
    expect(readSealedNote(path, KEY)).toEqual({ state: 'read', text: TEXT });
  });
});
