// What main would answer about invented people, with sensible values that a test overrides.
import type { boardContract, DuePerson, OpenStep } from '#shared/contract/board.contract.ts';
import type { Consultation } from '#shared/contract/consultations.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import type { Person, PersonRow } from '#shared/contract/person-shape.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import { consultationIdSchema, type PersonId, personIdSchema } from '#shared/model/ids.ts';

const uuid = (family: string, n: number) => `00000000-0000-4000-8000-${family}${String(n).padStart(11, '0')}`;

export const personIdOf = (n: number): PersonId => personIdSchema.parse(uuid('1', n));
export const consultationIdOf = (n: number) => consultationIdSchema.parse(uuid('2', n));

const BOARD_TODAY = asCalendarDate('2026-10-15');

export function buildDuePerson(overrides: Partial<DuePerson> = {}): DuePerson {
  return {
    personId: personIdOf(1),
    name: '架空 ハナ',
    kana: 'カクウ ハナ',
    district: 'horie',
    place: '南堀江1丁目6-5 見本ハイツ 802',
    hasAutoLock: false,
    phone: '06-0000-1234',
    frequency: 'monthly',
    volunteerName: null,
    lastSeenOn: asCalendarDate('2026-09-10'),
    dueOn: asCalendarDate('2026-10-10'),
    missedVisits: 0,
    concernOn: null,
    roundKey: 'a',
    ...overrides,
  };
}

export function buildOpenStep(overrides: Partial<OpenStep> = {}): OpenStep {
  return {
    consultationId: consultationIdOf(1),
    personId: null,
    personName: null,
    content: '02',
    nextStep: '電話で聞く',
    nextStepOn: null,
    referredTo: null,
    referredOn: null,
    isAwaitingAcknowledgement: false,
    consultedOn: asCalendarDate('2026-10-01'),
    ...overrides,
  };
}

const NOTHING_KNOWN = {
  sex: null,
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
  watchStartedOn: asCalendarDate('2026-04-01'),
  lastSeenBeforeOn: null,
  note: '',
  contacts: [],
  watchEndedOn: null,
  endReason: null,
  endNote: '',
  volunteerName: null,
  commissionerName: null,
  lastSeenOn: null,
  nextDueOn: null,
  consents: [],
};

type Board = OutputOf<(typeof boardContract)['today']>;

export function buildBoard(overrides: Partial<Board> = {}): Board {
  return {
    today: BOARD_TODAY,
    overdue: [],
    dueToday: [],
    dueSoon: [],
    openSteps: [],
    nextMeeting: null,
    watched: 12,
    seenThisMonth: 5,
    visitsThisMonth: 9,
    ...overrides,
  };
}

export function buildPersonRow(overrides: Partial<PersonRow> = {}): PersonRow {
  return {
    id: personIdOf(1),
    registerNumber: 1,
    name: '架空 ハナ',
    kana: 'カクウ ハナ',
    sex: 'female',
    birthOn: asCalendarDate('1940-03-04'),
    district: 'horie',
    neighbourhood: '',
    address: '南堀江1丁目6-5',
    building: '見本ハイツ',
    wing: '',
    room: '802',
    phone: '06-0000-1234',
    mobile: '',
    household: null,
    careLevel: null,
    dementiaLevel: null,
    consentStatus: null,
    watchType: null,
    frequency: null,
    volunteerName: null,
    commissionerName: null,
    residence: null,
    watchStartedOn: asCalendarDate('2026-04-01'),
    watchEndedOn: null,
    lastSeenOn: null,
    nextDueOn: null,
    kanaKey: 'かくうはな',
    roundKey: 'a',
    ...overrides,
  };
}

export function buildShownConsultation(overrides: Partial<Consultation> = {}): Consultation {
  return {
    id: consultationIdOf(1),
    personId: null,
    personName: null,
    district: 'horie',
    consultedOn: asCalendarDate('2026-10-01'),
    askedBy: 'self',
    method: 'phone',
    content: '02',
    field: 'elderly',
    question: '',
    answer: '',
    referredTo: null,
    referredOn: null,
    acknowledgedOn: null,
    state: 'received',
    nextStep: '',
    nextStepOn: null,
    nextStepDoneOn: null,
    countedIn: null,
    ...overrides,
  };
}

export function buildShownPerson(overrides: Partial<Person> = {}): Person {
  return {
    ...NOTHING_KNOWN,
    id: personIdOf(1),
    registerNumber: 1,
    name: '架空 ハナ',
    kana: 'カクウ ハナ',
    birthOn: asCalendarDate('1940-03-04'),
    district: 'horie',
    ...overrides,
  };
}
