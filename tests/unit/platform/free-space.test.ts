// Room on the disk: what is refused beforehand, and when the notice shows.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assertSpaceFor, freeBytesAt, isSpaceLow } from '#main/platform/files/free-space.ts';
import { Refusal } from '#main/platform/refusal.ts';

const MB = 1024 ** 2;

describe('room on the disk', () => {
  test('is that of the nearest folder that is there', () => {
    const free = freeBytesAt(tmpdir());
    expect(free).toBeGreaterThan(0);
    expect(freeBytesAt(join(tmpdir(), 'not', 'there', 'yet'))).not.toBeNull();
  });

  test('is refused for work that does not fit, with what it needs', () => {
    const tooMuch = (freeBytesAt(tmpdir()) ?? 0) * 2 + MB;
    expect(() => assertSpaceFor(1, tmpdir())).not.toThrow();
    try {
      assertSpaceFor(tooMuch, tmpdir());
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      expect(error).toMatchObject({ code: 'disk_full', neededBytes: tooMuch + 65_536 });
    }
  });

  test('is low under 500 MB, and for a large register earlier', () => {
    expect(isSpaceLow(501 * MB, MB)).toBe(false);
    expect(isSpaceLow(499 * MB, MB)).toBe(true);
    expect(isSpaceLow(700 * MB, 250 * MB)).toBe(true);
  });
});
