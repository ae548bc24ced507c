// What the audit trail tells: its rows for a filter, and the same as CSV. Names are looked up for the screen only; the CSV has none.
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { writeCsv } from '#main/platform/files/csv-text.ts';
import type { TrailFilter, TrailRow } from '#shared/contract/audit.contract.ts';
import { DEED_KIND_WORDS, deedOf, operationsOfKind, wordsOfDeed, wordsOfDetail } from '#shared/contract/deeds.ts';
import { endOfDay, localDayOf, localTimeOf, startOfDay } from '#shared/model/instant.ts';
import { countTrail, listActors, selectTrail, type TrailSelection } from './audit.queries.ts';

function selectionOf({ personId, actor, kind, from, to }: TrailFilter): TrailSelection {
  return {
    subjectId: personId,
    actor,
    operations: kind === null ? null : operationsOfKind(kind),
    since: from === null ? null : startOfDay(from),
    until: to === null ? null : endOfDay(to),
  };
}

type StoredRow = ReturnType<typeof selectTrail>[number];

/** A row that somebody spoilt is still to be seen: the check says that it was spoilt. */
function detailOf(text: string): TrailRow['detail'] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as TrailRow['detail']) : {};
  } catch {
    return {};
  }
}

const rowOf = ({ subjectId, name, registerNumber, detail, ...row }: StoredRow): TrailRow => ({
  ...row,
  subject: subjectId === null ? null : { personId: subjectId, name, registerNumber },
  detail: detailOf(detail),
});

export function listTrail(reader: Reader, filter: TrailFilter, before: number | null, limit: number) {
  const selection = selectionOf(filter);
  const found = selectTrail(reader, selection, before, limit + 1);
  const rows = found.slice(0, limit);
  return {
    rows: rows.map(rowOf),
    total: countTrail(reader, selection),
    next: found.length > limit ? (rows.at(-1)?.sequence ?? null) : null,
    actors: listActors(reader),
  };
}

const HEADINGS = ['番号', '日付', '時刻', '誰が', '種類', '何をしたか', '台帳番号', 'くわしく'] as const;

const MOST_ROWS = 1_000_000;

/** UTF-8 with BOM and CRLF, oldest first. A text that Excel would take for a formula gets an apostrophe. */
export function writeTrailCsv(reader: Reader, filter: TrailFilter): { readonly csv: string; readonly rows: number } {
  const rows = selectTrail(reader, selectionOf(filter), null, MOST_ROWS).map(rowOf).reverse();
  const lines = rows.map(({ sequence, at, actor, operation, subject, detail }) => [
    String(sequence),
    localDayOf(at),
    localTimeOf(at),
    actor,
    ((deed) => (deed ? DEED_KIND_WORDS[deed.kind] : ''))(deedOf(operation)),
    wordsOfDeed(operation),
    subject === null ? '' : String(subject.registerNumber ?? '消された方'),
    wordsOfDetail(detail),
  ]);
  return { csv: writeCsv([HEADINGS, ...lines]), rows: rows.length };
}
