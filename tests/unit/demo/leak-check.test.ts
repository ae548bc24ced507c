// The search for names in files: at the very beginning, at the very end, in each encoding, and not where one is cut off. Invented names.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { findLeaks } from '#tools/demo/leak-check.ts';

const folder = mkdtempSync(join(tmpdir(), 'mimamori-leaks-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SECRETS = ['架空 花子', '架空 太郎', '架空', '09000001234', '乙'];

function foundIn(...parts: readonly (string | Buffer)[]): number {
  const file = join(folder, 'searched');
  writeFileSync(file, Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))));
  return findLeaks({ folders: [folder], secrets: SECRETS, skip: [], since: 0, unpack: () => [] })[0]?.found ?? 0;
}

describe('the search for names', () => {
  it.each(['utf8', 'utf-16le', 'cp932'])(
    'finds one in %s at the beginning, in the middle and at the end',
    (encoding) => {
      const name = iconv.encode('09000001234', encoding);
      expect(foundIn(name, 'xyz')).toBe(1);
      expect(foundIn('xyz', name, 'xyz')).toBe(1);
      expect(foundIn('xyz', name)).toBe(1);
    },
  );

  it('counts each secret once, those inside others and very short ones too', () => {
    expect(foundIn('架空 花子、架空 花子、乙')).toBe(3);
  });

  it('finds none where a name is cut off', () => {
    expect(foundIn('0900000123')).toBe(0);
    expect(foundIn(Buffer.from('架空').subarray(0, 5))).toBe(0);
    expect(foundIn('')).toBe(0);
  });
});
