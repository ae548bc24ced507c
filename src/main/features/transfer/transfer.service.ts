// The import from file to register: open, plan, apply. The plan that was confirmed is the plan that is carried out, or nothing is.
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { TaskContext } from '#main/platform/contexts.ts';
import type { PathTokens } from '#main/platform/files/path-tokens.ts';
import { readUserFile } from '#main/platform/files/user-files.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { LedgerField } from '#shared/contract/ledger-field.ts';
import type { ImportPlan, Ledger, RowDecision } from '#shared/contract/transfer.contract.ts';
import type { FileToken } from '#shared/model/ids.ts';
import { listCodes } from '../codes/codes.queries.ts';
import { createCodeReader } from './code-reader.ts';
import {
  describeColumns,
  findHeading,
  HEADING_SEARCH_ROWS,
  type HeadingFound,
  headingKey,
  readRemembered,
} from './column-mapping.ts';
import { decideActions } from './import-actions.ts';
import { applyActions } from './import-apply.ts';
import { countPlan, createRowReader, type PlannedRow, planImport, type ReadRow } from './import-plan.ts';
import { readKnownPeople } from './known-people.ts';
import { type DecodedLedger, decodeLedger } from './ledger-decoding.ts';
import { DELIMITERS, LEDGER_BYTES, type LedgerRow, previewRows, readRows } from './ledger-file.ts';
import { findMapping, saveMapping } from './transfer.queries.ts';

interface OpenedLedger {
  readonly encoding: DecodedLedger['encoding'];
  readonly heading: HeadingFound;
  readonly above: readonly LedgerRow[];
  readonly body: readonly LedgerRow[];
}

/** The delimiter under which the beginning looks most like a ledger. @throws Refusal `file_not_a_ledger`. */
function readLedger(bytes: Uint8Array): OpenedLedger {
  const { encoding, text } = decodeLedger(bytes);
  const scores = DELIMITERS.map((delimiter) => ({
    delimiter,
    score: findHeading(previewRows(text, delimiter, HEADING_SEARCH_ROWS + 1))?.score ?? 0,
  }));
  const { delimiter } = scores.reduce((best, each) => (each.score > best.score ? each : best));
  const rows = readRows(text, delimiter);
  const heading = findHeading(rows);
  if (!heading) {
    throw new Refusal('file_not_a_ledger');
  }
  return { encoding, heading, above: rows.slice(0, heading.first), body: rows.slice(heading.index + 1) };
}

const SAMPLE_ROWS = 10;

export function openLedger(context: TaskContext, path: string, file: FileToken): Ledger {
  const { encoding, heading, above, body } = readLedger(readUserFile(path, LEDGER_BYTES));
  if (body.length === 0) {
    throw new Refusal('file_not_a_ledger');
  }
  const width = heading.headings.length;
  const remembered = context.read(({ reader }) =>
    readRemembered(findMapping(reader, headingKey(heading.headings)), width),
  );
  return {
    file,
    fileName: basename(path),
    encoding,
    headerRow: heading.index + 1,
    aboveHeader: above
      .map(({ cells }) => cells.filter((cell) => cell.trim() !== '').join(' '))
      .filter((text) => text !== ''),
    rowCount: body.length,
    columns: describeColumns(heading, remembered, body),
    sample: body.slice(0, SAMPLE_ROWS).map(({ row, cells }) => ({ row, cells: [...cells] })),
  };
}

/** Rows read between two breaths, so that the window stays alive. */
const PORTION = 200;

interface Reading {
  readonly heading: HeadingFound;
  readonly rows: readonly ReadRow[];
  readonly bytes: Uint8Array;
}

async function readWith(context: TaskContext, path: string, mapping: readonly LedgerField[]): Promise<Reading> {
  const bytes = readUserFile(path, LEDGER_BYTES);
  const { heading, body } = readLedger(bytes);
  if (mapping.length !== heading.headings.length) {
    throw new Refusal('plan_outdated');
  }
  const columns = mapping.map((field, index) => ({ field, heading: heading.headings[index] ?? '' }));
  const codes = context.read(({ reader }) => createCodeReader(listCodes(reader)));
  const read = createRowReader(columns, body, { today: context.today, codes });
  const rows: ReadRow[] = [];
  for (let at = 0; at < body.length; at += PORTION) {
    context.progress(at, body.length, '読み取っています');
    rows.push(...body.slice(at, at + PORTION).map(read));
    await setImmediate();
  }
  return { heading, rows, bytes };
}

const publicRow = ({ draft: _draft, ...row }: PlannedRow) => row;

/** Of file, mapping and everything the screen showed: another fingerprint is another plan. */
function fingerprintOf(bytes: Uint8Array, mapping: readonly LedgerField[], rows: readonly PlannedRow[]): string {
  const shown = JSON.stringify([mapping, rows.map(publicRow)]);
  return createHash('sha256').update(bytes).update(shown).digest('hex');
}

/** What was shown for each file, so that nothing else is carried out. Holds digests alone. */
export type ShownPlans = Map<FileToken, string>;

interface ImportRequest {
  readonly file: FileToken;
  readonly mapping: readonly LedgerField[];
}

/** Writes nothing. @throws Refusal as `openLedger`, and `file_token_expired`. */
export async function planLedger(
  context: TaskContext,
  tokens: PathTokens,
  shown: ShownPlans,
  { file, mapping }: ImportRequest,
): Promise<ImportPlan> {
  const { rows, bytes } = await readWith(context, tokens.resolve(file), mapping);
  const planned = context.read(({ reader }) =>
    planImport(rows, readKnownPeople(reader), createCodeReader(listCodes(reader))),
  );
  shown.set(file, fingerprintOf(bytes, mapping, planned));
  return { file, rows: planned.map(publicRow), counts: countPlan(planned) };
}

/**
 * Carries out the plan that was shown last for this file, in one transaction.
 * @throws Refusal `plan_outdated` when file, mapping or register changed since; nothing is written then.
 */
export async function applyLedger(
  context: TaskContext,
  tokens: PathTokens,
  shown: ShownPlans,
  {
    file,
    mapping,
    decisions,
  }: ImportRequest & { readonly decisions: readonly { row: number; decision: RowDecision }[] },
): Promise<{ added: number; merged: number; skipped: number; startedToday: number }> {
  const { heading, rows, bytes } = await readWith(context, tokens.resolve(file), mapping);
  const { planned, known, codes } = context.read(({ reader }) => {
    const people = readKnownPeople(reader);
    const reading = createCodeReader(listCodes(reader));
    return { planned: planImport(rows, people, reading), known: people, codes: reading };
  });
  if (shown.get(file) !== fingerprintOf(bytes, mapping, planned)) {
    throw new Refusal('plan_outdated');
  }
  const decided = new Map(decisions.map(({ row, decision }) => [row, decision]));
  const { actions, merged, skipped } = decideActions(planned, decided, known, codes);
  const added = actions.filter(({ kind }) => kind === 'register');
  const startedToday = added.filter(({ draft }) => draft.facts.watchStartedOn === null).length;
  context.progress(0, actions.length, '台帳に入れています');
  context.commit(null, (command) => {
    applyActions(command, actions, (done) => context.progress(done, actions.length, '台帳に入れています'));
    saveMapping(command.writer, {
      heading: headingKey(heading.headings),
      mapping: JSON.stringify(mapping),
      usedAt: command.now,
    });
    command.auditDetail({ rows: planned.length, added: added.length, merged, skipped });
  });
  shown.delete(file);
  context.progress(actions.length, actions.length, '入れ終わりました');
  return { added: added.length, merged, skipped, startedToday };
}
