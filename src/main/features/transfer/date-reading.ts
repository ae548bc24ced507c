// Reads the dates of a ledger and compares the age with the birthday. A date that no calendar had stays as text.

import type { IssueReason } from '#shared/contract/transfer.contract.ts';
import { type CalendarDate, datePartsOf } from '#shared/model/calendar-date.ts';
import { type DateProblem, type DatePurpose, readDate } from '#shared/model/date-text.ts';
import { formatEra } from '#shared/model/era.ts';
import { changed, doubtful, keptAsNote, type LedgerCell, type RowFindings } from './row-findings.ts';

const REASONS: Readonly<Record<DateProblem, IssueReason>> = {
  empty: 'date_unreadable',
  unreadable: 'date_unreadable',
  unknown: 'date_unknown',
  no_such_day: 'no_such_day',
  outside_era: 'outside_era',
  in_future: 'date_in_future',
  too_old: 'date_too_old',
  year_missing: 'year_missing',
};

/** The day, or null after its text went to the note. */
export function readDay(
  findings: RowFindings,
  cell: LedgerCell | undefined,
  options: { readonly today: CalendarDate; readonly purpose: DatePurpose },
): CalendarDate | null {
  if (!cell) {
    return null;
  }
  const reading = readDate(cell.text, options);
  if (!reading.ok) {
    keptAsNote(findings, cell, REASONS[reading.problem], reading.message);
    return null;
  }
  const taken = formatEra(reading.date);
  if (reading.note === 'year_assumed') {
    doubtful(findings, cell, 'year_assumed', { taken });
  } else if (cell.text !== reading.date) {
    changed(findings, cell, 'date_notation', { taken });
  }
  return reading.date;
}

/** An age in a ledger is of the day on which somebody typed it: one year off says nothing. */
const AGE_TOLERANCE = 1;

const wholeAge = (text: string): number | null => {
  const digits = /^(?:満|数え)?\s*(\d{1,3})\s*[歳才]?$/u.exec(text.normalize('NFKC').trim())?.[1];
  return digits === undefined ? null : Number(digits);
};

/**
 * The year in which the ledger's ages were right: the one that most rows agree on, or the present one.
 * @param pairs birthdays and ages that stand in the same rows.
 */
export function yearOfAges(
  pairs: readonly { readonly birthOn: CalendarDate | null; readonly age: string }[],
  today: CalendarDate,
): number {
  const votes = new Map<number, number>();
  for (const { birthOn, age } of pairs) {
    const years = wholeAge(age);
    if (birthOn !== null && years !== null) {
      const year = datePartsOf(birthOn).year + years;
      votes.set(year, (votes.get(year) ?? 0) + 1);
    }
  }
  const [year, count] = [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best), [0, 0]);
  return count >= 5 ? year : datePartsOf(today).year;
}

/** Keeps an age that the birthday does not tell already, and says where the two do not fit. */
export function readAge(
  findings: RowFindings,
  cell: LedgerCell | undefined,
  birthOn: CalendarDate | null,
  ageYear: number,
): void {
  if (!cell) {
    return;
  }
  const age = wholeAge(cell.text);
  if (age === null) {
    keptAsNote(findings, cell, 'age_unreadable');
    return;
  }
  if (birthOn === null) {
    findings.noteParts.push(`${cell.heading}: ${cell.text}`);
    return;
  }
  const fromBirthday = ageYear - datePartsOf(birthOn).year;
  if (Math.abs(fromBirthday - age) > AGE_TOLERANCE) {
    keptAsNote(findings, cell, 'age_differs', `${formatEra(birthOn)}生まれの方は${fromBirthday}歳になる年です。`);
  }
}
