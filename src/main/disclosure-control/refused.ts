// The one way to give up: an error that carries the reason code. Thrown inside the library, turned into an outcome at its door.
import type { PublicationRefusal, RefusalCode } from './publication-model.ts';

/** Thrown by every part that cannot go on safely; `protect` turns it into `{ok: false, refusal}`. Its texts hold no figures. */
export class Refused extends Error {
  readonly refusal: PublicationRefusal;

  constructor(code: RefusalCode, detail: string, more: { cells?: readonly string[]; missingPeriod?: string } = {}) {
    super(`${code}: ${detail}`);
    this.refusal = { code, detail, cells: [], ...more };
  }
}

/** The element, or an error that is a mistake of this library, never of its data. */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`no element ${index}`);
  return value;
}

/** @throws RangeError for a key that is not there. */
export function get<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`no entry ${String(key)}`);
  return value;
}
