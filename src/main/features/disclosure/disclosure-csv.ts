// The disclosure as CSV, one line of the sheet a row. Takes a sheet that is blackened already.
import { writeCsv } from '#main/platform/files/csv-text.ts';
import type { DisclosureSheet } from '#shared/contract/disclosure.contract.ts';
import { blackenedWords } from '#shared/model/blackening.ts';

const HEADINGS = ['区分', '日付など', '項目', '内容'] as const;

export function writeDisclosureCsv({ sections }: DisclosureSheet): string {
  const rows = sections.flatMap(({ title, entries }) =>
    entries.flatMap(({ heading, lines }) =>
      lines.map(({ label, passages }) => [
        title,
        heading,
        label,
        passages.map(({ text, reason }) => (reason === null ? text : blackenedWords(reason))).join(''),
      ]),
    ),
  );
  return writeCsv([HEADINGS, ...rows]);
}
