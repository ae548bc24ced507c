// The rules of a consultation: classified once on each axis, passed on before it is acknowledged, with a next step that stays open until done.
import type { CommandContext } from '#main/platform/contexts.ts';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { Refusal } from '#main/platform/refusal.ts';
import {
  type Consultation,
  type ConsultationInput,
  consultationSchema,
} from '#shared/contract/consultations.contract.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { type ConsultationId, consultationIdSchema, type PersonId, personIdSchema } from '#shared/model/ids.ts';
import { assertCodes } from '../codes/codes.service.ts';
import { findPerson } from '../people/people.queries.ts';
import {
  deleteConsultation,
  findConsultation,
  insertConsultation,
  listConsultations,
  listConsultationsOfPerson,
  type NamedConsultationRecord,
  updateConsultation,
} from './consultations.queries.ts';

/** More than ten years of a busy coordinator. */
const LIST_LIMIT = 2000;

function assertCodesOf(reader: Reader, consultation: ConsultationInput): void {
  assertCodes(reader, [
    { field: 'district', list: 'district', code: consultation.district },
    { field: 'askedBy', list: 'askedBy', code: consultation.askedBy },
    { field: 'method', list: 'consultationMethod', code: consultation.method },
    { field: 'content', list: 'consultationContent', code: consultation.content },
    { field: 'field', list: 'consultationField', code: consultation.field },
    { field: 'referredTo', list: 'referral', code: consultation.referredTo },
    { field: 'state', list: 'consultationState', code: consultation.state },
  ]);
}

/** A referral has somebody it went to, a date of a step has a step. */
function assertWhole({ referredTo, referredOn, acknowledgedOn, nextStep, nextStepOn }: ConsultationInput): void {
  if (referredTo === null && (referredOn !== null || acknowledgedOn !== null)) {
    throw new Refusal('invalid_input', { referredTo: 'required' });
  }
  if (nextStep === '' && nextStepOn !== null) {
    throw new Refusal('invalid_input', { nextStep: 'required' });
  }
}

/** Asked, then passed on, then acknowledged; none of it in the future. */
function assertDays({ consultedOn, referredOn, acknowledgedOn }: ConsultationInput, today: CalendarDate): void {
  for (const [field, date] of Object.entries({ consultedOn, referredOn, acknowledgedOn })) {
    if (date !== null && date > today) {
      throw new Refusal('date_in_future', { [field]: 'in_future' });
    }
  }
  if (referredOn !== null && referredOn < consultedOn) {
    throw new Refusal('date_out_of_order', { referredOn: 'out_of_order' });
  }
  if (acknowledgedOn !== null && acknowledgedOn < (referredOn ?? consultedOn)) {
    throw new Refusal('date_out_of_order', { acknowledgedOn: 'out_of_order' });
  }
}

/** Checks the input and answers its columns; the district is the person's when the register knows it. */
function columnsOf(reader: Reader, consultation: ConsultationInput, today: CalendarDate): ConsultationInput {
  const person = consultation.personId === null ? null : findPerson(reader, consultation.personId);
  if (consultation.personId !== null && person === null) {
    throw new Refusal('not_found');
  }
  assertCodesOf(reader, consultation);
  assertWhole(consultation);
  assertDays(consultation, today);
  return { ...consultation, district: person?.district ?? consultation.district };
}

function getRecord(reader: Reader, consultationId: ConsultationId): NamedConsultationRecord {
  const record = findConsultation(reader, consultationId);
  if (!record) {
    throw new Refusal('not_found');
  }
  return record;
}

const personIdOf = ({ personId }: NamedConsultationRecord) => personIdSchema.nullable().parse(personId);
const toConsultation = (record: NamedConsultationRecord): Consultation => consultationSchema.parse(record);

/** Newest first, at most 2,000. */
export function readConsultations(reader: Reader): Consultation[] {
  return listConsultations(reader, LIST_LIMIT).map(toConsultation);
}

/** Newest first. */
export function readConsultationsOfPerson(reader: Reader, personId: PersonId): Consultation[] {
  return listConsultationsOfPerson(reader, personId).map(toConsultation);
}

/** @throws Refusal `not_found`. */
export function readConsultation(reader: Reader, consultationId: ConsultationId): Consultation {
  return toConsultation(getRecord(reader, consultationId));
}

/**
 * Enters a consultation, about somebody in the register or nobody.
 * @throws Refusal `not_found` (person), `unknown_code`, `invalid_input` (a date without its matter), `date_in_future`,
 * `date_out_of_order` (passed on before it was asked, acknowledged before it was passed on).
 */
export function recordConsultation(context: CommandContext, consultation: ConsultationInput): ConsultationId {
  const { writer, today, now, newId } = context;
  const columns = columnsOf(writer, consultation, today);
  const id = consultationIdSchema.parse(newId());
  insertConsultation(writer, { ...columns, id, nextStepDoneOn: null, createdAt: now, updatedAt: now });
  return id;
}

/** Corrects a consultation. A next step with other words is a new step: it is open again. @throws as `recordConsultation`. */
export function reviseConsultation(
  { writer, today, now }: CommandContext,
  consultationId: ConsultationId,
  consultation: ConsultationInput,
): void {
  const before = getRecord(writer, consultationId);
  const columns = columnsOf(writer, consultation, today);
  const nextStepDoneOn = columns.nextStep === before.nextStep ? before.nextStepDoneOn : null;
  updateConsultation(writer, consultationId, { ...columns, nextStepDoneOn, updatedAt: now });
}

/** Notes on which day the next step was done; `null` opens it again. @throws Refusal `not_found`, `date_in_future`, `date_out_of_order`. */
export function markNextStep(
  { writer, today, now }: CommandContext,
  consultationId: ConsultationId,
  doneOn: CalendarDate | null,
): PersonId | null {
  const record = getRecord(writer, consultationId);
  if (doneOn !== null && doneOn > today) {
    throw new Refusal('date_in_future', { doneOn: 'in_future' });
  }
  if (doneOn !== null && doneOn < record.consultedOn) {
    throw new Refusal('date_out_of_order', { doneOn: 'out_of_order' });
  }
  updateConsultation(writer, consultationId, { nextStepDoneOn: doneOn, updatedAt: now });
  return personIdOf(record);
}

/** Notes on which day the agency said that it had received the matter; `null` awaits it again. @throws as `reviseConsultation`. */
export function markAcknowledged(
  context: CommandContext,
  consultationId: ConsultationId,
  acknowledgedOn: CalendarDate | null,
): PersonId | null {
  const { writer, today, now } = context;
  const consultation = readConsultation(writer, consultationId);
  const marked = { ...consultation, acknowledgedOn };
  assertWhole(marked);
  assertDays(marked, today);
  updateConsultation(writer, consultationId, { acknowledgedOn, updatedAt: now });
  return consultation.personId;
}

/** Takes back a consultation as if it had not been entered; only the audit trail tells of it. @throws Refusal `not_found`. */
export function withdrawConsultation({ writer }: CommandContext, consultationId: ConsultationId): PersonId | null {
  const record = getRecord(writer, consultationId);
  deleteConsultation(writer, consultationId);
  return personIdOf(record);
}
