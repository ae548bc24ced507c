// Names the form that a kept draft belongs to, and with it the record that is being written. A closed pattern: nothing else can be kept.
import { z } from 'zod';
import { type CalendarMonth, calendarMonthSchema } from './calendar-date.ts';
import {
  type ConsultationId,
  consultationIdSchema,
  type MeetingId,
  meetingIdSchema,
  type PersonId,
  personIdSchema,
  type VisitId,
  visitIdSchema,
} from './ids.ts';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const MONTH = '[0-9]{4}-(0[1-9]|1[0-2])';
const FORMS = [
  `person:(new|${ID})`,
  `visit:${ID}(:${ID})?`,
  `consultation:(new(:${ID})?|${ID})`,
  `agenda:${ID}`,
  `remarks:${MONTH}`,
];

/** `person:new`, `visit:<personId>`, `visit:<personId>:<visitId>`, `consultation:new:<personId>`, `agenda:<meetingId>`, `remarks:2026-09` ... */
export const draftKeySchema = z
  .string()
  .regex(new RegExp(`^(${FORMS.join('|')})$`, 'u'))
  .brand<'DraftKey'>();

export type DraftKey = z.infer<typeof draftKeySchema>;

const keyOf = (...parts: readonly (string | null)[]): DraftKey =>
  parts.filter((part) => part !== null).join(':') as DraftKey;

export const personDraftKey = (personId: PersonId | null): DraftKey => keyOf('person', personId ?? 'new');
/** Without a visit: a new one. */
export const visitDraftKey = (personId: PersonId, visitId: VisitId | null): DraftKey =>
  keyOf('visit', personId, visitId);
export const newConsultationDraftKey = (personId: PersonId | null): DraftKey => keyOf('consultation', 'new', personId);
export const consultationDraftKey = (consultationId: ConsultationId): DraftKey => keyOf('consultation', consultationId);
export const agendaDraftKey = (meetingId: MeetingId): DraftKey => keyOf('agenda', meetingId);
/** Her own words in the summary of a month, whomever it is for: what she writes is about the month. */
export const remarksDraftKey = (month: CalendarMonth): DraftKey => keyOf('remarks', month);

/** What a draft is of; `null` where the record is still to be made, or is about nobody. */
export type DraftSubject =
  | { readonly kind: 'person'; readonly personId: PersonId | null }
  | { readonly kind: 'visit'; readonly personId: PersonId; readonly visitId: VisitId | null }
  | { readonly kind: 'new_consultation'; readonly personId: PersonId | null }
  | { readonly kind: 'consultation'; readonly consultationId: ConsultationId }
  | { readonly kind: 'agenda'; readonly meetingId: MeetingId }
  | { readonly kind: 'remarks'; readonly month: CalendarMonth };

/** Reads a key back. */
export function draftSubjectOf(key: DraftKey): DraftSubject {
  const [form, first = '', second] = key.split(':');
  switch (form) {
    case 'person':
      return { kind: 'person', personId: first === 'new' ? null : personIdSchema.parse(first) };
    case 'visit':
      return {
        kind: 'visit',
        personId: personIdSchema.parse(first),
        visitId: second === undefined ? null : visitIdSchema.parse(second),
      };
    case 'agenda':
      return { kind: 'agenda', meetingId: meetingIdSchema.parse(first) };
    case 'remarks':
      return { kind: 'remarks', month: calendarMonthSchema.parse(first) };
    default:
      return first === 'new'
        ? { kind: 'new_consultation', personId: second === undefined ? null : personIdSchema.parse(second) }
        : { kind: 'consultation', consultationId: consultationIdSchema.parse(first) };
  }
}
