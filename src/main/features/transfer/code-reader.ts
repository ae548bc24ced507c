// Looks up the words of a ledger in the code tables of the register. Remembers what it looked up: ledgers repeat themselves.
import type { CodeEntry } from '#shared/contract/codes.contract.ts';
import { type CodeList, matchCodeLabel } from '#shared/model/code-lists.ts';

export interface CodeReader {
  /** The code in force that a word stands for, or null. */
  read(list: CodeList, text: string): { readonly code: string; readonly label: string } | null;
  /** Label of a code; the code itself when the register has none. */
  label(list: CodeList, code: string | null): string;
}

export function createCodeReader(entries: readonly CodeEntry[]): CodeReader {
  const byList = Map.groupBy(entries, ({ list }) => list);
  const labels = new Map(entries.map(({ list, code, label }) => [`${list}/${code}`, label]));
  const found = new Map<string, { readonly code: string; readonly label: string } | null>();
  const label: CodeReader['label'] = (list, code) => (code === null ? '' : (labels.get(`${list}/${code}`) ?? code));
  return {
    label,
    read(list, text) {
      const key = `${list}/${text}`;
      const known = found.get(key);
      if (known !== undefined) {
        return known;
      }
      const inForce = (byList.get(list) ?? []).filter(({ isRetired }) => !isRetired);
      const match = matchCodeLabel(list, text, inForce);
      const answer = match && { code: match.code, label: label(list, match.code) };
      found.set(key, answer);
      return answer;
    },
  };
}
