// The ledger of publications as the library's history: every record, unpacked, with the head that is kept apart. Never leaves one out.
import { gunzipSync, gzipSync } from 'node:zlib';
import type { History, PublicationRecord } from '#main/disclosure-control/publication-model.ts';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { findHead, listRecords } from './publications.queries.ts';

export const packRecord = (record: PublicationRecord): Buffer => gzipSync(Buffer.from(JSON.stringify(record), 'utf8'));

/** What is wrong with the ledger, with the month where it is known. */
export interface LedgerFlaw {
  readonly code: 'history_missing' | 'history_damaged';
  readonly period: string | null;
}

export type ReadLedger =
  | { readonly ok: true; readonly history: History; readonly count: number }
  | { readonly ok: false; readonly flaw: LedgerFlaw };

const flaw = (code: LedgerFlaw['code'], period: string | null): ReadLedger => ({ ok: false, flaw: { code, period } });

/**
 * Every publication, oldest first. What can be seen without reckoning is said here: a gap in the numbers, a row or the head that is
 * gone, a record that cannot be unpacked. Whether each is what it was when it was entered the library finds by their hashes.
 */
export function readHistory(reader: Reader): ReadLedger {
  const rows = listRecords(reader);
  const head = findHead(reader);
  const records: PublicationRecord[] = [];
  for (const [index, { number, month, record, recordHash }] of rows.entries()) {
    let unpacked: PublicationRecord;
    try {
      unpacked = JSON.parse(gunzipSync(record).toString('utf8')) as PublicationRecord;
    } catch {
      return flaw('history_damaged', month);
    }
    if (number !== index + 1) return flaw('history_missing', unpacked.previous?.period ?? null);
    if (unpacked.hash !== recordHash) return flaw('history_damaged', month);
    records.push(unpacked);
  }
  if (head === null && rows.length > 0) return flaw('history_missing', null);
  if (head !== null && head.count !== rows.length) return flaw('history_missing', head.month);
  return { ok: true, history: { records, head: head?.hash ?? null }, count: rows.length };
}
