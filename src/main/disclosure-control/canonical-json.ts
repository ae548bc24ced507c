// One text for one value, and its hash: what is certified today must give the same hash in ten years.
import { createHash } from 'node:crypto';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

function write(value: unknown): string {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'number' && !Number.isSafeInteger(value))
      throw new RangeError('only whole numbers are certified');
    return JSON.stringify(value as Json);
  }
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, one]) => `${JSON.stringify(key)}:${write(one)}`).join(',')}}`;
}

/** JSON with sorted keys and no white space (after RFC 8785). @throws RangeError for a number that is no safe whole number. */
export const canonicalJson = (value: unknown): string => write(value);

/** SHA-256 of the canonical JSON, 64 hexadecimal digits. */
export const hashOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
