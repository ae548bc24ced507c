// Code labels and choices for the screens, read once from the register. Falls back to the code itself, never to nothing.
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { CodeEntry } from '#shared/contract/codes.contract.ts';
import type { CodeList } from '#shared/model/code-lists.ts';
import { useRegisterQuery } from './use-register.ts';

export interface CodeTables {
  /** Label of a code; empty for `null`. */
  label(list: CodeList, code: string | null): string;
  /** What may be chosen: codes in force, in order, and `current` even if it is retired. */
  choices(list: CodeList, current?: string | null): readonly CodeEntry[];
  all(list: CodeList): readonly CodeEntry[];
}

const CodesContext = createContext<CodeTables | null>(null);

function toTables(entries: readonly CodeEntry[]): CodeTables {
  const byList = Map.groupBy(entries, ({ list }) => list);
  const labels = new Map(entries.map(({ list, code, label }) => [`${list}/${code}`, label]));
  return {
    label: (list, code) => (code === null ? '' : (labels.get(`${list}/${code}`) ?? code)),
    choices: (list, current) =>
      (byList.get(list) ?? []).filter(({ code, isRetired }) => !isRetired || code === (current ?? null)),
    all: (list) => byList.get(list) ?? [],
  };
}

/** Shows its children once the code tables are there. */
export function CodesProvider({ children }: { readonly children: ReactNode }) {
  const { data } = useRegisterQuery('codes.list', {});
  const tables = useMemo(() => (data ? toTables(data) : null), [data]);
  return tables ? <CodesContext value={tables}>{children}</CodesContext> : null;
}

export function useCodes(): CodeTables {
  const tables = useContext(CodesContext);
  if (!tables) {
    throw new Error('CodesProvider is missing');
  }
  return tables;
}
