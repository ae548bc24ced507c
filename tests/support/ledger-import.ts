// Drives the import of a ledger through the contract, as the screen does.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerField } from '#shared/contract/ledger-field.ts';
import type { ImportPlan, Ledger, RowDecision } from '#shared/contract/transfer.contract.ts';
import type { TestRegister } from './test-register.ts';

export const LEDGERS = join(import.meta.dirname, '../fixtures/ledgers');

export interface Opened {
  readonly ledger: Ledger;
  readonly mapping: LedgerField[];
}

export async function openLedgerAt(register: TestRegister, path: string): Promise<Opened> {
  register.dialogAnswers.push(path);
  const ledger = await register.ok('transfer.openLedger', {});
  if (!ledger) {
    throw new Error('The dialog was closed');
  }
  return { ledger, mapping: ledger.columns.map(({ field }) => field) };
}

/** Writes a ledger into the register's outbox and opens it. */
export async function openLedgerWith(register: TestRegister, content: string | Uint8Array): Promise<Opened> {
  const path = join(register.outbox, 'ledger.csv');
  writeFileSync(path, content);
  return openLedgerAt(register, path);
}

export function plan(register: TestRegister, { ledger, mapping }: Opened): Promise<ImportPlan> {
  return register.ok('transfer.planImport', { file: ledger.file, mapping });
}

export function apply(
  register: TestRegister,
  { ledger, mapping }: Opened,
  decisions: { row: number; decision: RowDecision }[] = [],
) {
  return register.ok('transfer.applyImport', { file: ledger.file, mapping, decisions });
}

/** Everybody in the register, whole. */
export async function everybody(register: TestRegister) {
  const rows = await register.ok('people.list', {});
  return Promise.all(rows.map(({ id }) => register.ok('people.get', { personId: id })));
}
