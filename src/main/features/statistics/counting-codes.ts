// The code lists as the statistics count by them: codes in force in their order, and the labels of all.
import type { Reader } from '#main/platform/database/reader-writer.ts';
import type { CodeList } from '#shared/model/code-lists.ts';
import { listCodes } from '../codes/codes.queries.ts';
import { readSettings } from '../settings/settings.service.ts';

export interface CountingCodes {
  /** Codes in force, in their order. Of the 地域 only those that the register looks after, where it names them. */
  codesOf(list: CodeList): readonly string[];
  labelOf(list: CodeList): (code: string) => string;
}

export function readCountingCodes(reader: Reader): CountingCodes {
  const entries = Map.groupBy(listCodes(reader), ({ list }) => list);
  const looksAfter = new Set<string>(readSettings(reader).districts);
  const isOffered = (list: CodeList, code: string) =>
    list !== 'district' || looksAfter.size === 0 || looksAfter.has(code);
  return {
    codesOf: (list) =>
      (entries.get(list) ?? [])
        .filter(({ code, isRetired }) => !isRetired && isOffered(list, code))
        .map(({ code }) => code),
    labelOf: (list) => {
      const labels = new Map((entries.get(list) ?? []).map(({ code, label }) => [code, label]));
      return (code) => labels.get(code) ?? code;
    },
  };
}
