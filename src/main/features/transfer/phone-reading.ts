// Reads telephone numbers of a ledger. Never drops one: what is no number, or one too many, stays as text.
import type { IssueReason } from '#shared/contract/transfer.contract.ts';
import { normalizePhone, type PhoneChange } from '#shared/model/phone.ts';
import type { PersonFacts } from './person-draft.ts';
import { changed, keptAsNote, type LedgerCell, type RowFindings } from './row-findings.ts';

const REASONS: Readonly<Record<PhoneChange, IssueReason>> = {
  leading_zero_restored: 'leading_zero_restored',
  area_code_added: 'area_code_added',
  full_width: 'digits_folded',
};

function readPhone(findings: RowFindings, cell: LedgerCell): string | null {
  const reading = normalizePhone(cell.text);
  if (!reading.ok) {
    keptAsNote(findings, cell, 'phone_unreadable');
    return null;
  }
  const reason = reading.changes.map((change) => REASONS[change]).at(-1) ?? 'digits_folded';
  if (reading.phone !== cell.text) {
    changed(findings, cell, reason, { taken: reading.phone });
  }
  return reading.phone;
}

const isMobile = (phone: string) => /^0[5-9]0/u.test(phone);

/** Two places for numbers: a second number takes the free one if it is of its kind, and otherwise goes to the note. */
export function readPhones(findings: RowFindings, cells: readonly LedgerCell[]): Pick<PersonFacts, 'phone' | 'mobile'> {
  const numbers = { phone: '', mobile: '' };
  for (const cell of cells) {
    const phone = readPhone(findings, cell);
    if (phone === null || phone === numbers.phone || phone === numbers.mobile) {
      continue;
    }
    const own = cell.field === 'mobile' ? 'mobile' : 'phone';
    const other = own === 'phone' && isMobile(phone) ? 'mobile' : null;
    if (numbers[own] === '') {
      numbers[own] = phone;
    } else if (other !== null && numbers[other] === '') {
      numbers[other] = phone;
    } else {
      keptAsNote(findings, cell, 'second_value');
    }
  }
  return numbers;
}
