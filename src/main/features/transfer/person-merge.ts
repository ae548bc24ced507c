// Brings two descriptions of one person together: empty fields are filled, what both have stays as it was, the other goes to the note. Pure.
import { LEDGER_FIELD_LABELS, type LedgerField } from '#shared/contract/ledger-field.ts';
import type { Consent, EmergencyContact } from '#shared/contract/person-shape.ts';
import type { TwinDifference } from '#shared/contract/transfer.contract.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import { formatEra } from '#shared/model/era.ts';
import { searchKey } from '#shared/model/person-name.ts';
import { phoneDigits } from '#shared/model/phone.ts';
import type { CodeReader } from './code-reader.ts';
import type { PersonDraft, PersonFacts } from './person-draft.ts';

type Fact = keyof PersonFacts;

/** Under which column's name each fact is shown, and what kind of value it is. */
const FACTS: readonly (readonly [Fact, LedgerField, 'text' | 'name' | 'kana' | 'date' | 'flag' | 'code'])[] = [
  ['name', 'name', 'name'],
  ['kana', 'kana', 'kana'],
  ['sex', 'sex', 'code'],
  ['birthOn', 'birthOn', 'date'],
  ['district', 'district', 'code'],
  ['neighbourhood', 'neighbourhood', 'text'],
  ['postalCode', 'postalCode', 'text'],
  ['address', 'address', 'text'],
  ['building', 'building', 'text'],
  ['wing', 'wing', 'text'],
  ['room', 'room', 'text'],
  ['hasAutoLock', 'hasAutoLock', 'flag'],
  ['accessNote', 'accessNote', 'text'],
  ['phone', 'phone', 'text'],
  ['mobile', 'mobile', 'text'],
  ['household', 'household', 'code'],
  ['careLevel', 'careLevel', 'code'],
  ['dementiaLevel', 'dementiaLevel', 'code'],
  ['dailyLivingLevel', 'dailyLivingLevel', 'code'],
  ['handbookPhysical', 'handbookPhysical', 'code'],
  ['handbookIntellectual', 'handbookIntellectual', 'code'],
  ['handbookMental', 'handbookMental', 'code'],
  ['eligibility', 'eligibility', 'code'],
  ['residence', 'residence', 'code'],
  ['watchType', 'watchType', 'code'],
  ['frequency', 'frequency', 'code'],
  ['watchStartedOn', 'watchStartedOn', 'date'],
  ['lastSeenBeforeOn', 'lastSeenOn', 'date'],
];

const LABELS: Partial<Record<LedgerField, string>> = { building: '建物' };
const labelOf = (field: LedgerField) => LABELS[field] ?? LEDGER_FIELD_LABELS[field];

export interface Merged {
  readonly draft: PersonDraft;
  /** A consent to be recorded on top of those that are there. */
  readonly newConsent: Consent | null;
  readonly differences: readonly TwinDifference[];
  /** Whether merging would write anything. */
  readonly isChange: boolean;
}

/** What is being put together; the lists grow while fields are compared. */
interface Work {
  readonly differences: TwinDifference[];
  readonly noteParts: string[];
  isChange: boolean;
}

const hasPart = (parts: readonly string[], part: string) => `\n${parts.join('\n')}\n`.includes(`\n${part}\n`);

function addPart(work: Work, part: string): void {
  if (part !== '' && !hasPart(work.noteParts, part)) {
    work.noteParts.push(part);
    work.isChange = true;
  }
}

/** Shows one field in which the two differ: an empty one is filled, a full one stays and the other's text goes to the note. */
function settle(work: Work, label: string, here: string, there: string): void {
  const afterMerge = there === '' ? here : there;
  work.differences.push({ label, here, there, afterMerge });
  if (there === '') {
    work.isChange = true;
  } else {
    addPart(work, `${label}（取り込み元）: ${here}`);
  }
}

function isSame(kind: (typeof FACTS)[number][2], here: string, there: string): boolean {
  switch (kind) {
    case 'name':
      return here.replace(/\s/gu, '') === there.replace(/\s/gu, '');
    case 'kana':
      return searchKey(here) === searchKey(there);
    default:
      return here === there;
  }
}

function mergeFacts(work: Work, there: PersonFacts, here: PersonFacts, codes: CodeReader): PersonFacts {
  const merged: Record<Fact, unknown> = { ...there };
  for (const [fact, field, kind] of FACTS) {
    const ours = there[fact];
    const theirs = here[fact];
    if (theirs === '' || theirs === null || theirs === false || isSame(kind, String(theirs), String(ours ?? ''))) {
      continue;
    }
    const words = (value: typeof ours): string => {
      if (value === null || value === false || value === '') return '';
      if (value === true) return 'あり';
      if (kind === 'code') return codes.label(fact as Parameters<CodeReader['label']>[0], value);
      return kind === 'date' ? formatEra(asCalendarDate(value)) : value;
    };
    settle(work, labelOf(field), words(theirs), words(ours));
    merged[fact] = words(ours) === '' ? theirs : ours;
  }
  return merged as PersonFacts;
}

const contactWords = ({ name, relation, phone, note }: EmergencyContact) =>
  [relation === '' ? name : `${name}（${relation}）`, phone, note].filter((part) => part !== '').join(' ');

const MOST_CONTACTS = 10;

function mergeContacts(
  work: Work,
  there: readonly EmergencyContact[],
  here: readonly EmergencyContact[],
): readonly EmergencyContact[] {
  const contacts = [...there];
  for (const contact of here) {
    const at = contacts.findIndex(({ name }) => searchKey(name) === searchKey(contact.name));
    const known = contacts[at];
    const label = labelOf('contact');
    if (!known && contacts.length < MOST_CONTACTS) {
      contacts.push(contact);
      work.differences.push({ label, here: contactWords(contact), there: '', afterMerge: contactWords(contact) });
      work.isChange = true;
    } else if (
      !known ||
      (contact.phone !== '' && known.phone !== '' && phoneDigits(contact.phone) !== phoneDigits(known.phone))
    ) {
      settle(work, label, contactWords(contact), known ? contactWords(known) : '10人まで');
    } else {
      const filled = {
        ...known,
        relation: known.relation || contact.relation,
        phone: known.phone || contact.phone,
        note: known.note || contact.note,
      };
      if (contactWords(filled) !== contactWords(known)) {
        work.differences.push({
          label,
          here: contactWords(contact),
          there: contactWords(known),
          afterMerge: contactWords(filled),
        });
        work.isChange = true;
        contacts[at] = filled;
      }
      if (filled.relation !== contact.relation && contact.relation !== '') {
        addPart(work, `${label}（取り込み元）: ${contactWords(contact)}`);
      }
    }
  }
  return contacts;
}

function consentWords(consent: Consent | null, codes: CodeReader): string {
  if (!consent) {
    return '';
  }
  const { status, method, decidedOn } = consent;
  const parts = [
    codes.label('consentStatus', status),
    codes.label('consentMethod', method),
    decidedOn ? formatEra(decidedOn) : '',
  ];
  return parts.filter((part) => part !== '').join('・');
}

function mergeSupporter(work: Work, label: string, here: string, there: string): string {
  if (here !== '' && searchKey(here) !== searchKey(there)) {
    settle(work, label, here, there);
  }
  return there || here;
}

/** @param there whom the register (or an earlier row) has, @param here what this row says. */
export function mergePerson(there: PersonDraft, here: PersonDraft, codes: CodeReader): Merged {
  const work: Work = { differences: [], noteParts: [...there.noteParts], isChange: false };
  const facts = mergeFacts(work, there.facts, here.facts, codes);
  const volunteer = mergeSupporter(work, labelOf('volunteer'), here.volunteer, there.volunteer);
  const commissioner = mergeSupporter(work, labelOf('commissioner'), here.commissioner, there.commissioner);
  const contacts = mergeContacts(work, there.contacts, here.contacts);
  const consents = { here: consentWords(here.consent, codes), there: consentWords(there.consent, codes) };
  if (here.consent && consents.here !== consents.there) {
    settle(work, labelOf('consentStatus'), consents.here, consents.there);
  }
  const missing = here.noteParts.filter((part) => !hasPart(work.noteParts, part));
  for (const part of missing) {
    work.differences.push({ label: '備考', here: part, there: '', afterMerge: part });
    addPart(work, part);
  }
  const draft = {
    facts,
    volunteer,
    commissioner,
    contacts,
    consent: there.consent ?? here.consent,
    noteParts: work.noteParts,
  };
  return {
    draft,
    newConsent: there.consent ? null : here.consent,
    differences: work.differences,
    isChange: work.isChange,
  };
}
