// Collects what is noticed while one row is read, so that nothing of it is changed or set aside without a word.
import type { LedgerField } from '#shared/contract/ledger-field.ts';
import type { IssueReason, PlanIssue } from '#shared/contract/transfer.contract.ts';

/** One filled cell of a row, with what its column is. */
export interface LedgerCell {
  readonly field: LedgerField;
  readonly heading: string;
  /** Exactly what the file holds. */
  readonly raw: string;
  /** Without spaces around it, and with what a 〃 stands for. */
  readonly text: string;
}

export interface RowFindings {
  readonly issues: PlanIssue[];
  readonly noteParts: string[];
}

interface Extra {
  readonly taken?: string;
  readonly detail?: string;
}

const add =
  (kind: PlanIssue['kind']) =>
  (findings: RowFindings, cell: LedgerCell, reason: IssueReason, extra: Extra = {}): void => {
    const { field, heading, raw } = cell;
    findings.issues.push({
      kind,
      reason,
      field,
      heading,
      original: raw,
      taken: extra.taken ?? '',
      detail: extra.detail ?? '',
    });
  };

/** The value was brought into our form. */
export const changed = add('changed');

/** The value is entered, but somebody should look. */
export const doubtful = add('doubtful');

/** The row cannot be entered. */
export const refused = add('refused');

export const noteLine = (heading: string, text: string): string => `${heading}（台帳のまま）: ${text}`;

/** The value cannot be entered where it belongs; the ledger's own words go to the note. */
export function keptAsNote(findings: RowFindings, cell: LedgerCell, reason: IssueReason, detail = ''): void {
  const { field, heading, raw, text } = cell;
  findings.issues.push({ kind: 'kept_as_note', reason, field, heading, original: raw, taken: '', detail });
  findings.noteParts.push(noteLine(heading, text));
}
