// What the register holds about one person; the shapes that the people contract, the import and the papers share.
import { z } from 'zod';
import { calendarDateSchema } from '../model/calendar-date.ts';
import { codeSchema } from '../model/code-lists.ts';
import { personIdSchema, supporterIdSchema } from '../model/ids.ts';
import { line, optionalCode, optionalDate, prose, requiredLine } from './fields.ts';

export const emergencyContactSchema = z.strictObject({
  name: requiredLine(100),
  relation: line(40),
  phone: line(40),
  note: line(400),
});

export const consentSchema = z.strictObject({
  status: codeSchema,
  decidedOn: optionalDate,
  method: optionalCode,
  /** To whom and what may be told. */
  scope: z.array(codeSchema).max(20),
  documentNumber: line(60),
});

export const personInputSchema = z.strictObject({
  name: requiredLine(100),
  /** フリガナ as typed. */
  kana: line(100),
  sex: optionalCode,
  birthOn: optionalDate,
  district: optionalCode,
  /** 町会 as the 地域 calls it. */
  neighbourhood: line(60),
  postalCode: line(10),
  address: line(200),
  building: line(100),
  /** 棟, for example 「3号棟」. */
  wing: line(40),
  room: line(40),
  hasAutoLock: z.boolean(),
  /** How to get in: 管理人, 在室時間, 立入り手順. Never a door code. */
  accessNote: line(400),
  phone: line(40),
  mobile: line(40),
  household: optionalCode,
  careLevel: optionalCode,
  dementiaLevel: optionalCode,
  dailyLivingLevel: optionalCode,
  handbookPhysical: optionalCode,
  handbookIntellectual: optionalCode,
  handbookMental: optionalCode,
  eligibility: optionalCode,
  residence: optionalCode,
  watchType: optionalCode,
  frequency: optionalCode,
  volunteerId: supporterIdSchema.nullable(),
  commissionerId: supporterIdSchema.nullable(),
  watchStartedOn: optionalDate,
  /** Last time somebody saw the person according to the papers before this register; counts for the next due date only. */
  lastSeenBeforeOn: optionalDate,
  note: prose(),
  contacts: z.array(emergencyContactSchema).max(10),
});

export type PersonInput = z.output<typeof personInputSchema>;
export type EmergencyContact = z.output<typeof emergencyContactSchema>;
export type Consent = z.output<typeof consentSchema>;

/** One row of the register table. */
export const personRowSchema = z.object({
  id: personIdSchema,
  registerNumber: z.number().int(),
  name: z.string(),
  kana: z.string(),
  sex: optionalCode,
  birthOn: optionalDate,
  district: optionalCode,
  neighbourhood: z.string(),
  address: z.string(),
  building: z.string(),
  wing: z.string(),
  room: z.string(),
  phone: z.string(),
  mobile: z.string(),
  household: optionalCode,
  careLevel: optionalCode,
  dementiaLevel: optionalCode,
  consentStatus: optionalCode,
  watchType: optionalCode,
  frequency: optionalCode,
  volunteerName: z.string().nullable(),
  commissionerName: z.string().nullable(),
  residence: optionalCode,
  watchStartedOn: optionalDate,
  watchEndedOn: optionalDate,
  lastSeenOn: optionalDate,
  nextDueOn: optionalDate,
  /** Sort keys of the two orders that are not dates: 五十音 and 地番・棟階. */
  kanaKey: z.string(),
  roundKey: z.string(),
});

export type PersonRow = z.output<typeof personRowSchema>;

export const personSchema = z.object({
  ...personInputSchema.shape,
  id: personIdSchema,
  registerNumber: z.number().int(),
  watchEndedOn: optionalDate,
  endReason: optionalCode,
  endNote: z.string(),
  volunteerName: z.string().nullable(),
  commissionerName: z.string().nullable(),
  lastSeenOn: optionalDate,
  nextDueOn: optionalDate,
  /** Newest first; the first is in force. */
  consents: z.array(z.object({ ...consentSchema.shape, recordedOn: calendarDateSchema })),
});

export type Person = z.output<typeof personSchema>;
