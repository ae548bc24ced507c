// The recovery code on paper and back: every slip of one character is refused before anything is tried with it.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { RECOVERY_GROUPS, readRecoveryCode, writeRecoveryCode } from '#shared/model/recovery-code.ts';
import { mistypeUncheckedCodes, printedOf, typedForms, typosOf } from '#tests/torture/recovery-codes.ts';

const codes = Array.from({ length: 40 }, () => randomBytes(16));
const bytesOf = (typed: string) => {
  const reading = readRecoveryCode(typed);
  return reading.ok ? Buffer.from(reading.bytes).toString('hex') : reading.problem;
};

describe('a recovery code', () => {
  it('is seven groups of four characters that nobody mixes up, and reads back as what it was', () => {
    const extremes = [new Uint8Array(16), new Uint8Array(16).fill(255)];
    for (const bytes of [...codes, ...extremes]) {
      const groups = writeRecoveryCode(bytes);
      expect(groups).toHaveLength(RECOVERY_GROUPS);
      expect(groups.every((group) => /^[0-9A-HJKMNP-TV-Z]{4}$/u.test(group))).toBe(true);
      expect(bytesOf(groups.join('-'))).toBe(Buffer.from(bytes).toString('hex'));
    }
  });

  it('reads in lower case, in full width, without hyphens, with spaces, with O for 0 and I or L for 1', () => {
    for (const bytes of codes) {
      for (const form of typedForms(printedOf(bytes))) {
        expect(bytesOf(form), form).toBe(Buffer.from(bytes).toString('hex'));
      }
    }
  });

  it('is refused with any one character wrong, and the group of the mistake is named', () => {
    let tried = 0;
    for (const bytes of codes) {
      for (const { typed, group } of typosOf(printedOf(bytes))) {
        tried += 1;
        expect(readRecoveryCode(typed)).toEqual({ ok: false, problem: 'mistyped', group });
      }
    }
    expect(tried).toBe(codes.length * 28 * 31);
  });

  it('would be accepted with any of them if it had no check characters: the control', () => {
    expect(mistypeUncheckedCodes(1)).toBe(28 * 31);
  });

  it('is refused with two neighbours swapped, also across two groups', () => {
    let tried = 0;
    for (const bytes of codes) {
      const text = writeRecoveryCode(bytes).join('');
      for (let at = 0; at + 1 < text.length; at += 1) {
        const [left = '', right = ''] = [text[at], text[at + 1]];
        if (left !== right) {
          tried += 1;
          expect(bytesOf(text.slice(0, at) + right + left + text.slice(at + 2))).toBe('mistyped');
        }
      }
    }
    expect(tried).toBeGreaterThan(codes.length * 20);
  });

  it.each([
    ['', 'too_short', null],
    ['7K2M', 'too_short', null],
    [`${'0'.repeat(28)}0`, 'too_long', null],
    [`0000-00U0-${'0'.repeat(20)}`, 'unreadable', 1],
    ['合言葉を入れました', 'unreadable', 0],
  ])('says what is wrong with %j', (typed, problem, group) => {
    expect(readRecoveryCode(typed)).toEqual({ ok: false, problem, group });
  });

  it('is never written of fewer or more than 128 bits', () => {
    expect(() => writeRecoveryCode(new Uint8Array(15))).toThrow(RangeError);
    expect(() => writeRecoveryCode(new Uint8Array(17))).toThrow(RangeError);
  });
});
