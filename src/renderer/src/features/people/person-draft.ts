// The form of a person as it is typed, and its way into the register's shape. Pure: knows no screen and no register.
import { type Person, type PersonInput, personInputSchema } from '#shared/contract/person-shape.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { readDate } from '#shared/model/date-text.ts';
import { formatEra } from '#shared/model/era.ts';
import { normalizePhone } from '#shared/model/phone.ts';
import { normalizePostalCode } from '#shared/model/postal-code.ts';

const DATE_FIELDS = {
  birthOn: 'birth',
  watchStartedOn: 'event',
  lastSeenBeforeOn: 'event',
} as const;

type DateField = keyof typeof DATE_FIELDS;

/** Dates are what was typed, in whatever notation; everything else is as the register keeps it. */
export type PersonDraft = Omit<PersonInput, DateField> & Readonly<Record<DateField, string>>;

const ALL_EMPTY: PersonDraft = {
  name: '',
  kana: '',
  sex: null,
  birthOn: '',
  district: null,
  neighbourhood: '',
  postalCode: '',
  address: '',
  building: '',
  wing: '',
  room: '',
  hasAutoLock: false,
  accessNote: '',
  phone: '',
  mobile: '',
  household: null,
  careLevel: null,
  dementiaLevel: null,
  dailyLivingLevel: null,
  handbookPhysical: null,
  handbookIntellectual: null,
  handbookMental: null,
  eligibility: null,
  residence: null,
  watchType: null,
  frequency: null,
  volunteerId: null,
  commissionerId: null,
  watchStartedOn: '',
  lastSeenBeforeOn: '',
  note: '',
  contacts: [],
};

export function newPersonDraft(district: string | null, today: CalendarDate): PersonDraft {
  return { ...ALL_EMPTY, district, watchStartedOn: formatEra(today) };
}

export function draftOf(person: Person): PersonDraft {
  const fields = Object.keys(ALL_EMPTY) as (keyof PersonDraft)[];
  const taken = Object.fromEntries(fields.map((field) => [field, person[field]])) as unknown as PersonInput;
  const text = (date: CalendarDate | null) => (date === null ? '' : formatEra(date));
  return {
    ...taken,
    birthOn: text(taken.birthOn),
    watchStartedOn: text(taken.watchStartedOn),
    lastSeenBeforeOn: text(taken.lastSeenBeforeOn),
  };
}

export interface DraftProblem {
  readonly field: string;
  readonly message: string;
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: '氏名',
  birthOn: '生年月日',
  watchStartedOn: '見守りの開始日',
  lastSeenBeforeOn: 'この台帳の前に会えた日',
  phone: '電話',
  mobile: '携帯電話',
  postalCode: '郵便番号',
};

function readDates(draft: PersonDraft, today: CalendarDate) {
  const problems: DraftProblem[] = [];
  const dates: Record<DateField, CalendarDate | null> = { birthOn: null, watchStartedOn: null, lastSeenBeforeOn: null };
  for (const [field, purpose] of Object.entries(DATE_FIELDS) as [DateField, 'birth' | 'event'][]) {
    if (draft[field].trim() !== '') {
      const reading = readDate(draft[field], { today, purpose });
      if (reading.ok) {
        dates[field] = reading.date;
      } else {
        problems.push({ field, message: `${FIELD_WORDS[field]}：${reading.message}` });
      }
    }
  }
  return { dates, problems };
}

/** Telephones and postal codes in one form where they can be read; what cannot is kept as typed. */
function tidyNumbers(draft: PersonDraft): Pick<PersonInput, 'phone' | 'mobile' | 'postalCode' | 'contacts'> {
  const phone = (text: string) => {
    const reading = normalizePhone(text);
    return reading.ok ? reading.phone : text.trim();
  };
  return {
    phone: phone(draft.phone),
    mobile: phone(draft.mobile),
    postalCode: normalizePostalCode(draft.postalCode) ?? draft.postalCode.trim(),
    contacts: draft.contacts
      .filter(({ name, phone: number, relation, note }) => `${name}${number}${relation}${note}`.trim() !== '')
      .map((contact) => ({ ...contact, phone: phone(contact.phone) })),
  };
}

export type DraftReading =
  | { readonly ok: true; readonly person: PersonInput }
  | { readonly ok: false; readonly problems: readonly DraftProblem[] };

/** The register's shape of what was typed, or every problem in words. Nothing typed is changed. */
export function readDraft(draft: PersonDraft, today: CalendarDate): DraftReading {
  const { dates, problems } = readDates(draft, today);
  if (draft.name.trim() === '') {
    problems.unshift({ field: 'name', message: '氏名を入れてください。' });
  }
  const tidied = tidyNumbers(draft);
  tidied.contacts.forEach((contact, index) => {
    if (contact.name.trim() === '') {
      problems.push({ field: `contact-${index}-name`, message: `緊急連絡先${index + 1}：お名前を入れてください。` });
    }
  });
  if (problems.length > 0) {
    return { ok: false, problems };
  }
  const parsed = personInputSchema.safeParse({ ...draft, ...dates, ...tidied });
  if (parsed.success) {
    return { ok: true, person: parsed.data };
  }
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => {
      const field = String(issue.path[0] ?? '');
      return { field, message: `${FIELD_WORDS[field] ?? '入力'}：長すぎるか、使えない文字があります。` };
    }),
  };
}
