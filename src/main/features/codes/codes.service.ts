// The rules of the code tables: codes are never deleted or renumbered, because old records keep them; they are renamed or retired.
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { CodeEntry } from '#shared/contract/codes.contract.ts';
import { type CodeList, SHIPPED_CODES } from '#shared/model/code-lists.ts';
import { findCode, findCodeKeys, insertCode, listCodesOf, updateCode } from './codes.queries.ts';

/** Fills an empty register with the lists that the app ships. */
export function furnishCodes(writer: Writer): void {
  for (const { list, code, label, position, attributes, synonyms } of SHIPPED_CODES) {
    insertCode(writer, {
      list,
      code,
      label,
      position,
      isRetired: false,
      attributes: { ...attributes },
      synonyms: [...(synonyms ?? [])],
    });
  }
}

/**
 * Checks that each given code exists in its list. Retired ones pass: an old record may be saved again.
 * @throws Refusal `unknown_code` naming the fields.
 */
export function assertCodes(
  reader: Reader,
  values: readonly { readonly field: string; readonly list: CodeList; readonly code: string | null }[],
): void {
  const given = values.flatMap(({ field, list, code }) => (code === null ? [] : [{ field, list, code }]));
  const known = given.length === 0 ? new Set<string>() : findCodeKeys(reader, given);
  const unknown = given.filter(({ list, code }) => !known.has(`${list}/${code}`));
  if (unknown.length > 0) {
    throw new Refusal('unknown_code', Object.fromEntries(unknown.map(({ field }) => [field, 'not_in_list'])));
  }
}

/** Two entries of one list under the same words could not be told apart on the screen. */
function assertFreeLabel(entries: readonly CodeEntry[], label: string): void {
  if (entries.some((entry) => entry.label === label)) {
    throw new Refusal('in_use');
  }
}

/** Adds an entry at the end of a list, under a new code that nothing else has used. @throws Refusal `in_use`. */
export function addCode(writer: Writer, list: CodeList, label: string, newId: () => string): CodeEntry {
  const existing = listCodesOf(writer, list);
  assertFreeLabel(existing, label);
  const entry: CodeEntry = {
    list,
    code: `own-${newId().slice(0, 8)}`,
    label,
    position: Math.max(0, ...existing.map(({ position }) => position)) + 1,
    isRetired: false,
    attributes: {},
    synonyms: [],
  };
  insertCode(writer, entry);
  return entry;
}

/** @throws Refusal `not_found`, `in_use`. */
export function reviseCode(
  writer: Writer,
  { list, code, ...changes }: { list: CodeList; code: string; label: string; position: number; isRetired: boolean },
): CodeEntry {
  const entry = findCode(writer, list, code);
  if (!entry) {
    throw new Refusal('not_found');
  }
  const others = listCodesOf(writer, list).filter((other) => other.code !== code);
  assertFreeLabel(others, changes.label);
  updateCode(writer, list, code, changes);
  return { ...entry, ...changes };
}
