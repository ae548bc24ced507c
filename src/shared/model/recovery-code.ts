// The printed recovery code: 128 bits as seven groups of four characters, two of them check characters. Pure; knows no key.
//
// Crockford's base32: 26 characters carry the bits (two spare ones are zero), two more make the whole a Reed-Solomon code over GF(32)
// with distance 3. So every code with one or two wrong characters is refused, every swap of two neighbours among them, and one wrong
// character alone can be placed.

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BYTES = 16;
const GROUP = 4;
const DATA_LENGTH = 26;
const LENGTH = 28;

export const RECOVERY_GROUPS = LENGTH / GROUP;

/** Powers of the generator 2 in GF(32), x^5 + x^2 + 1. */
const POWERS: readonly number[] = (() => {
  const powers = [1];
  while (powers.length < 31) {
    const next = (powers.at(-1) ?? 1) << 1;
    powers.push(next > 31 ? next ^ 0b100101 : next);
  }
  return powers;
})();

const power = (exponent: number) => POWERS[((exponent % 31) + 31) % 31] ?? 1;
const logOf = (value: number) => POWERS.indexOf(value);
const times = (a: number, b: number) => (a === 0 || b === 0 ? 0 : power(logOf(a) + logOf(b)));

/** Both are 0 for a code without a mistake. */
function syndromes(values: readonly number[]): readonly [number, number] {
  let sum = 0;
  let weighted = 0;
  values.forEach((value, at) => {
    sum ^= value;
    weighted ^= times(value, power(at));
  });
  return [sum, weighted];
}

function dataValues(bytes: Uint8Array): number[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.padEnd(DATA_LENGTH * 5, '0').match(/.{5}/gu) ?? []).map((five) => Number.parseInt(five, 2));
}

function bytesOf(values: readonly number[]): Uint8Array | null {
  const bits = values
    .slice(0, DATA_LENGTH)
    .map((value) => value.toString(2).padStart(5, '0'))
    .join('');
  if (/1/u.test(bits.slice(BYTES * 8))) {
    return null;
  }
  return Uint8Array.from({ length: BYTES }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2));
}

/** @param bytes exactly 16, random. @returns the groups as they are printed. */
export function writeRecoveryCode(bytes: Uint8Array): readonly string[] {
  if (bytes.byteLength !== BYTES) {
    throw new RangeError('a recovery code has 16 bytes');
  }
  const data = dataValues(bytes);
  const [sum, weighted] = syndromes(data);
  // c26 + c27 = sum, and c26 a^26 + c27 a^27 = weighted.
  const divisor = power(DATA_LENGTH) ^ power(DATA_LENGTH + 1);
  const last = times(weighted ^ times(sum, power(DATA_LENGTH)), power(-logOf(divisor)));
  const text = [...data, sum ^ last, last].map((value) => ALPHABET[value]).join('');
  return text.match(/.{4}/gu) ?? [];
}

/** Folds what is only another way of writing the same: full width, lower case, O for 0, I and L for 1, hyphens and spaces of any kind. */
export function foldRecoveryText(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212ー_.・,、。]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1');
}

export type RecoveryCodeReading =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | {
      readonly ok: false;
      /** `mistyped`: as long as a code, but no code. `unreadable`: a character that no code has. */
      readonly problem: 'too_short' | 'too_long' | 'unreadable' | 'mistyped';
      /** The group that is wrong, counted from 0; `null` where it cannot be told. */
      readonly group: number | null;
    };

function mistyped(values: readonly number[]): RecoveryCodeReading {
  const [sum, weighted] = syndromes(values);
  const at = sum === 0 || weighted === 0 ? -1 : (logOf(weighted) - logOf(sum) + 31) % 31;
  const group = at >= 0 && at < LENGTH ? Math.floor(at / GROUP) : null;
  return { ok: false, problem: 'mistyped', group };
}

/** Reads a code that was typed from paper. Refuses every single wrong character and every swap of two neighbours. */
export function readRecoveryCode(typed: string): RecoveryCodeReading {
  const text = [...foldRecoveryText(typed)];
  const values = text.map((character) => ALPHABET.indexOf(character));
  const stranger = values.indexOf(-1);
  if (stranger >= 0) {
    return { ok: false, problem: 'unreadable', group: Math.min(Math.floor(stranger / GROUP), RECOVERY_GROUPS - 1) };
  }
  if (text.length !== LENGTH) {
    return { ok: false, problem: text.length < LENGTH ? 'too_short' : 'too_long', group: null };
  }
  const [sum, weighted] = syndromes(values);
  const bytes = bytesOf(values);
  return sum === 0 && weighted === 0 && bytes ? { ok: true, bytes } : mistyped(values);
}
