// One builder an entity, with sensible values that a test overrides. All people are invented.
import type { ConsultationInput } from '#shared/contract/consultations.contract.ts';
import type { HandoutReason } from '#shared/contract/handouts.contract.ts';
import type { MeetingInput } from '#shared/contract/meetings.contract.ts';
import type { PersonInput } from '#shared/contract/person-shape.ts';
import type { VisitInput } from '#shared/contract/visits.contract.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';

export function buildPerson(overrides: Partial<PersonInput> = {}): PersonInput {
  return {
    name: '架空 ハナ',
    kana: 'かくう はな',
    sex: 'female',
    birthOn: asCalendarDate('1940-03-04'),
    district: 'horie',
    neighbourhood: '南堀江1丁目',
    postalCode: '550-0015',
    address: '南堀江1丁目6-5',
    building: '見本ハイツ',
    wing: '',
    room: '802',
    hasAutoLock: true,
    accessNote: '',
    phone: '06-0000-1234',
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
    ...overrides,
  };
}

export function buildVisit(overrides: Partial<VisitInput> = {}): VisitInput {
  return {
    visitedOn: asCalendarDate('2026-10-10'),
    visitedAtTime: null,
    method: 'visit',
    result: 'met',
    signs: [],
    visitorId: null,
    note: '',
    ...overrides,
  };
}

export function buildConsultation(overrides: Partial<ConsultationInput> = {}): ConsultationInput {
  return {
    personId: null,
    district: 'horie',
    consultedOn: asCalendarDate('2026-10-10'),
    askedBy: 'self',
    method: 'phone',
    content: '01',
    field: 'elderly',
    question: '',
    answer: '',
    referredTo: null,
    referredOn: null,
    acknowledgedOn: null,
    state: 'received',
    nextStep: '',
    nextStepOn: null,
    ...overrides,
  };
}

export function buildMeeting(overrides: Partial<MeetingInput> = {}): MeetingInput {
  return {
    district: 'horie',
    heldOn: asCalendarDate('2026-10-28'),
    startsAt: '10:00',
    endsAt: '11:30',
    place: '堀江会館',
    attendees: '町会、民生委員、地域包括支援センター',
    ...overrides,
  };
}

/** Who receives what leaves, and what for. */
export const HANDOUT: HandoutReason = { recipient: '見本区社会福祉協議会', purpose: '毎月の報告' };
