// The recovery code on paper and back: written, typed in every way that people type, it opens its slot; with one wrong character it is
// refused before anything is tried with it. The same slips on a code without check characters must be accepted.
import { randomBytes } from 'node:crypto';
import { randomId } from '#main/platform/ids.ts';
import { openWithCode, type RecoverySlot, sealForCode } from '#main/platform/vault/key-slots.ts';
import { newRegisterKeys } from '#main/platform/vault/register-keys.ts';
import type { SlotId } from '#shared/model/ids.ts';
import { foldRecoveryText, readRecoveryCode, writeRecoveryCode } from '#shared/model/recovery-code.ts';
import { control, figure, type Trial, zero } from './report.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHECK_CHARACTERS = 2;

/** As it stands on the paper. */
export const printedOf = (bytes: Uint8Array): string => writeRecoveryCode(bytes).join('-');

/** The ways in which the same code is typed. */
export function typedForms(printed: string): readonly string[] {
  return [
    printed.toLowerCase(),
    printed.replace(/[!-~]/gu, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)),
    printed.replaceAll('-', ''),
    ` ${printed.replaceAll('-', ' ')}\n`,
    printed.replaceAll('-', 'ー'),
    printed.replaceAll('-', '−'),
    printed.replaceAll('0', 'O').replaceAll('1', 'I'),
    printed.replaceAll('0', 'o').replaceAll('1', 'l'),
  ];
}

/** Every way to get one character of a code wrong: 28 x 31. `group`: where, counted from 0. */
export function typosOf(printed: string): readonly { readonly typed: string; readonly group: number }[] {
  return [...printed].flatMap((right, at) =>
    right === '-'
      ? []
      : [...ALPHABET]
          .filter((wrong) => wrong !== right)
          .map((wrong) => ({
            typed: printed.slice(0, at) + wrong + printed.slice(at + 1),
            group: Math.floor(at / 5),
          })),
  );
}

type Reader = (typed: string) => boolean;

const isAccepted: Reader = (typed) => readRecoveryCode(typed).ok;

/** The control: reads the same characters and believes them, as of a code that has none to check it by. */
const isAcceptedUnchecked: Reader = (typed) => {
  const data = foldRecoveryText(typed).slice(0, -CHECK_CHARACTERS);
  return [...data].every((each) => ALPHABET.includes(each));
};

export interface TypedCodes {
  readonly codes: number;
  /** Readings of a code as it may be typed. */
  readonly readings: number;
  /** Readings that did not give the code, or did not open its slot. */
  readonly unequal: number;
  /** Slots that opened for another code. */
  readonly openedByOthers: number;
}

/** Writes so many codes, types each in every way, and opens its slot with what was read. */
export function typeCodes(codes: number): TypedCodes {
  const registerId = randomId();
  const keys = newRegisterKeys();
  const sum = { codes, readings: 0, unequal: 0, openedByOthers: 0 };
  for (let n = 0; n < codes; n += 1) {
    const code = randomBytes(16);
    const head = { id: randomId() as SlotId, createdAt: '2026-10-15T03:00:00.000Z' };
    const slot = sealForCode(registerId, head, code, keys) as RecoverySlot;
    for (const typed of typedForms(printedOf(code))) {
      const reading = readRecoveryCode(typed);
      const opened = reading.ok ? openWithCode(registerId, slot, reading.bytes) : 'wrong';
      const isSame = typeof opened !== 'string' && opened.dataKey.equals(keys.dataKey);
      sum.readings += 1;
      sum.unequal += isSame && opened.trailKey.equals(keys.trailKey) ? 0 : 1;
    }
    sum.openedByOthers += openWithCode(registerId, slot, randomBytes(16)) === 'wrong' ? 0 : 1;
  }
  return sum;
}

/** @returns how many slips of one character there are in so many codes, and how many of them are taken for a code. */
function mistypeCodes(codes: number, accepts: Reader = isAccepted): { tried: number; accepted: number } {
  const sum = { tried: 0, accepted: 0 };
  for (let n = 0; n < codes; n += 1) {
    const typos = typosOf(printedOf(randomBytes(16)));
    sum.tried += typos.length;
    sum.accepted += typos.filter(({ typed }) => accepts(typed)).length;
  }
  return sum;
}

export const mistypeUncheckedCodes = (codes: number): number => mistypeCodes(codes, isAcceptedUnchecked).accepted;

export const recoveryCodes: Trial = {
  name: 'recovery-codes',
  title: 'a forgotten passphrase: recovery codes written, typed and mistyped',
  async rows(scale) {
    const codes = scale === 'long' ? 10_000 : 1000;
    const typed = typeCodes(codes);
    const mistyped = mistypeCodes(codes);
    return [
      figure('recovery codes', typed.codes),
      figure('recovery codes, ways of typing them that were read', typed.readings),
      zero('recovery codes opened unequal', typed.unequal),
      zero('recovery slots opened by another code', typed.openedByOthers),
      figure('typos of one character tried', mistyped.tried),
      zero('typos of one character accepted', mistyped.accepted),
      control('typos accepted in codes without check characters', mistypeUncheckedCodes(10)),
    ];
  },
};
