// The code lists as the statistics count by them: codes in force in their order, and the labels of all.
import type { Reader } from '#main/platform/database/reader-writer.ts';
import type { CodeList } from '#shared/model/code-lists.ts';
import { listCodes } from '../codes/codes.queries.ts';

export interface CountingCodes {
  codesOf(list: CodeList): readonly string[];
  labelOf(list: CodeList): (code: string) => string;
}

export function readCountingCodes(reader: Reader): CountingCodes {
  const entries = Map.groupBy(listCodes(reader), ({ list }) => list);
  return {
    codesOf: (list) => (entries.get(list) ?? []).filter(({ isRetired }) => !isRetired).map(({ code }) => code),
    labelOf: (list) => {
      const labels = new Map((entries.get(list) ?? []).map(({ code, label }) => [code, label]));
      return (code) => labels.get(code) ?? code;
    },
  };
}
