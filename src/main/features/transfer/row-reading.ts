// Reads one row of a ledger into a person. Nothing of the row is lost: what has no field, or cannot be read, goes to the note.
import type { LedgerField } from '#shared/contract/ledger-field.ts';
import { personInputSchema } from '#shared/contract/person-shape.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { readCode, readConsent, readHandbooks } from './code-fields.ts';
import type { CodeReader } from './code-reader.ts';
import { readContacts } from './contact-reading.ts';
import { readAge, readDay } from './date-reading.ts';
import { noteOf, type PersonDraft, type PersonFacts } from './person-draft.ts';
import { readPhones } from './phone-reading.ts';
import { readPlace, widenKana } from './place-reading.ts';
import { changed, doubtful, keptAsNote, type LedgerCell, type RowFindings } from './row-findings.ts';
import { readSupporter } from './supporter-reading.ts';

export interface RowReadingOptions {
  readonly today: CalendarDate;
  readonly codes: CodeReader;
  /** The year in which the ages of this ledger were right. */
  readonly ageYear: number;
}

interface RowCells {
  /** The filled cells of a field, in the order of their columns. */
  all(...fields: readonly LedgerField[]): readonly LedgerCell[];
  /** The first filled cell of a field. */
  one(field: LedgerField): LedgerCell | undefined;
}

/** Fields that hold one value; a second column of the same goes to the note. */
const SINGLE_FIELDS: readonly LedgerField[] = [
  'name',
  'kana',
  'sex',
  'birthOn',
  'age',
  'district',
  'neighbourhood',
  'postalCode',
  'address',
  'building',
  'wing',
  'room',
  'hasAutoLock',
  'accessNote',
  'household',
  'careLevel',
  'dementiaLevel',
  'dailyLivingLevel',
  'eligibility',
  'residence',
  'consentStatus',
  'consentOn',
  'consentMethod',
  'volunteer',
  'commissioner',
  'watchType',
  'frequency',
  'watchStartedOn',
  'lastSeenOn',
];

function cellsOf(findings: RowFindings, filled: readonly LedgerCell[]): RowCells {
  const byField = Map.groupBy(filled, ({ field }) => field);
  for (const field of SINGLE_FIELDS) {
    for (const second of (byField.get(field) ?? []).slice(1)) {
      keptAsNote(findings, second, 'second_value');
    }
  }
  return {
    all: (...fields) => filled.filter(({ field }) => fields.includes(field)),
    one: (field) => byField.get(field)?.[0],
  };
}

/** A text of one line, or nothing after one that is too long went to the note. */
function readLine(findings: RowFindings, cell: LedgerCell | undefined, longest: number): string {
  const text = cell?.text.replace(/\s*[\r\n]+\s*/gu, ' ') ?? '';
  if (!cell || text.length <= longest) {
    return text;
  }
  keptAsNote(findings, cell, 'too_long');
  return '';
}

function readKana(findings: RowFindings, cell: LedgerCell | undefined): string {
  const written = readLine(findings, cell, 100);
  const kana = widenKana(written);
  if (cell && kana !== written) {
    changed(findings, cell, 'kana_widened', { taken: kana });
  }
  return kana;
}

function readAutoLock(findings: RowFindings, cell: LedgerCell | undefined): boolean {
  const text = cell?.text.normalize('NFKC') ?? '';
  const hasAutoLock = /^(?:有り?|あり|○|〇|◯|はい|オートロック.*|1|yes)$/iu.test(text);
  if (cell && !hasAutoLock && !/^(?:無し?|なし|×|いいえ|0|no)$/iu.test(text)) {
    keptAsNote(findings, cell, 'no_such_code');
  }
  return hasAutoLock;
}

function readWatchStart(
  findings: RowFindings,
  cell: LedgerCell | undefined,
  birthOn: CalendarDate | null,
  today: CalendarDate,
): CalendarDate | null {
  const day = readDay(findings, cell, { today, purpose: 'event' });
  if (cell && day !== null && birthOn !== null && day < birthOn) {
    keptAsNote(findings, cell, 'date_before_birth');
    return null;
  }
  return day;
}

function readFacts(findings: RowFindings, cells: RowCells, { codes, today }: RowReadingOptions): PersonFacts {
  const code = (field: LedgerField & Parameters<CodeReader['read']>[0]) =>
    readCode(findings, codes, field, cells.one(field));
  const line = (field: LedgerField, longest: number) => readLine(findings, cells.one(field), longest);
  const birthOn = readDay(findings, cells.one('birthOn'), { today, purpose: 'birth' });
  const place = readPlace(findings, {
    postalCode: cells.one('postalCode'),
    address: cells.one('address'),
    building: cells.one('building'),
    wing: cells.one('wing'),
    room: cells.one('room'),
  });
  return {
    name: line('name', 100),
    kana: readKana(findings, cells.one('kana')),
    sex: code('sex'),
    birthOn,
    district: code('district'),
    neighbourhood: line('neighbourhood', 60),
    ...place,
    hasAutoLock: readAutoLock(findings, cells.one('hasAutoLock')),
    accessNote: line('accessNote', 400),
    ...readPhones(findings, cells.all('phone', 'mobile')),
    household: code('household'),
    careLevel: code('careLevel'),
    dementiaLevel: code('dementiaLevel'),
    dailyLivingLevel: code('dailyLivingLevel'),
    ...readHandbooks(
      findings,
      codes,
      cells.all('handbooks', 'handbookPhysical', 'handbookIntellectual', 'handbookMental'),
    ),
    eligibility: code('eligibility'),
    residence: code('residence'),
    watchType: code('watchType'),
    frequency: code('frequency'),
    watchStartedOn: readWatchStart(findings, cells.one('watchStartedOn'), birthOn, today),
    lastSeenBeforeOn: readDay(findings, cells.one('lastSeenOn'), { today, purpose: 'event' }),
  };
}

/** The ledger's own remark, exactly as it stands, and every column that has no field. */
function readRemarks(findings: RowFindings, cells: RowCells): string[] {
  const [first, ...others] = cells.all('remarks');
  const rest = [...others, ...cells.all('note')].map(({ heading, text }) => `${heading}: ${text}`);
  for (const cell of [...(first ? [first] : []), ...others, ...cells.all('note')]) {
    if (/^\s*[=+@＝＋＠]|^\s*-\s*[A-Za-z(]/u.test(cell.raw)) {
      changed(findings, cell, 'looks_like_formula', { taken: cell.raw });
    }
  }
  return first ? [first.raw, ...rest] : rest;
}

/** @returns null when the row cannot be entered because it is too long for a record. */
export function readPersonDraft(
  findings: RowFindings,
  filled: readonly LedgerCell[],
  options: RowReadingOptions,
): PersonDraft | null {
  const cells = cellsOf(findings, filled);
  const remarks = readRemarks(findings, cells);
  const facts = readFacts(findings, cells, options);
  readAge(findings, cells.one('age'), facts.birthOn, options.ageYear);
  const consentOn = readDay(findings, cells.one('consentOn'), { today: options.today, purpose: 'event' });
  const consentCells = {
    status: cells.one('consentStatus'),
    method: cells.one('consentMethod'),
    on: cells.one('consentOn'),
  };
  const consent = readConsent(findings, options.codes, consentCells, consentOn);
  const contacts = readContacts(findings, cells.all('contact', 'contactRelation', 'contactPhone'));
  const volunteer = readSupporter(findings, cells.one('volunteer'));
  const commissioner = readSupporter(findings, cells.one('commissioner'));
  for (const cell of filled.filter(({ raw }) => raw.includes('\ufffd'))) {
    doubtful(findings, cell, 'unreadable_character', { taken: cell.text });
  }
  const draft = { facts, volunteer, commissioner, contacts, consent, noteParts: [...remarks, ...findings.noteParts] };
  return isStorable(draft) ? draft : null;
}

/** Whether the register takes the draft as it is: the last guard, the readers above keep to the limits. */
export function isStorable(draft: PersonDraft): boolean {
  const { facts, contacts } = draft;
  const person = { ...facts, contacts, note: noteOf(draft), volunteerId: null, commissionerId: null };
  return personInputSchema.safeParse(person).success;
}
