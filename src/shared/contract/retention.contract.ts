// The border of the end of a record (保存年限と廃棄): who is due, who is kept longer, what erasing takes along, what was erased.
import { z } from 'zod';
import { calendarDateSchema } from '../model/calendar-date.ts';
import { fileTokenSchema, personIdSchema } from '../model/ids.ts';
import { DISPOSAL_BASES, HOLD_REASONS } from '../model/retention.ts';
import { done, line, nothing, optionalCode, optionalDate } from './fields.ts';
import { command, query, task } from './operation.ts';

const count = z.number().int();

const holdSchema = z.object({
  reason: z.enum(HOLD_REASONS),
  note: z.string(),
  heldBy: z.string(),
  heldOn: calendarDateSchema,
});

const endedPersonSchema = z.object({
  personId: personIdSchema,
  registerNumber: count,
  name: z.string(),
  watchEndedOn: calendarDateSchema,
  endReason: optionalCode,
  /** The last day of the term. */
  keptUntil: calendarDateSchema,
  isOver: z.boolean(),
  hold: holdSchema.nullable(),
});

export type EndedPerson = z.output<typeof endedPersonSchema>;

/** What goes with a person, by category. */
export const DISPOSAL_CATEGORIES = ['visits', 'consultations', 'consents', 'contacts', 'drafts'] as const;
const countsSchema = z.object({ visits: count, consultations: count, consents: count, contacts: count, drafts: count });

export type DisposalCounts = z.output<typeof countsSchema>;

/** Kinds of records in which a name may stand. */
export const MENTION_SOURCES = [
  'visit',
  'consultation',
  'person',
  'contact',
  'meeting',
  'agenda',
  'draft',
  'hold',
] as const;

/** The name of somebody who is to be erased, in the record of somebody or something else. */
const mentionSchema = z.object({
  /** Names the passage: record, field, person, writing. */
  id: z.string(),
  personId: personIdSchema,
  source: z.enum(MENTION_SOURCES),
  /** Whose record it stands in, where it is somebody's. */
  inRecordOf: z.string().nullable(),
  /** Day of that record. */
  on: optionalDate,
  before: z.string(),
  /** As it is written there. */
  writing: z.string(),
  after: z.string(),
  /** How often it stands in that text. */
  times: count,
  /** A surname with さん, or short kana, may be somebody or something else. */
  isSurnameOnly: z.boolean(),
});

export type Mention = z.output<typeof mentionSchema>;

const backupsSchema = z.object({
  /** Backups on this machine that hold the person. */
  count,
  /** By when the last of them is gone, if the register is used every week; `null` when there is none. */
  goneBy: optionalDate,
  /** Day of the last copy to a USB stick or another folder. */
  copiedOn: optionalDate,
  /** Registers that were kept aside when a backup was gone back to. */
  keptAside: count,
});

const previewSchema = z.object({
  people: z.array(z.object({ ...endedPersonSchema.shape, counts: countsSchema })),
  mentions: z.array(mentionSchema),
  backups: backupsSchema,
  /** Stands for all of this: erasing refuses when the register has changed since. */
  digest: z.string(),
});

export type ErasurePreview = z.output<typeof previewSchema>;

const certificateSchema = z.object({
  number: count,
  registerName: z.string(),
  disposedAt: z.string(),
  disposedOn: calendarDateSchema,
  actor: z.string(),
  basis: z.enum(DISPOSAL_BASES),
  people: z.array(
    z.object({
      registerNumber: count,
      watchEndedOn: calendarDateSchema,
      keptUntil: calendarDateSchema,
      counts: countsSchema,
    }),
  ),
  backupsGoneBy: optionalDate,
  /** Backups on this machine from before, today. */
  backupsLeft: count,
  copiedOn: optionalDate,
  /** Whether nothing is left between the records of the file. */
  isResidueCleared: z.boolean(),
});

export type DisposalCertificate = z.output<typeof certificateSchema>;

const people = z.array(personIdSchema).min(1).max(100);
const subject = (input: { personId: string }) => input.personId;
const certificateNumber = z.strictObject({ number: z.number().int().min(1).max(1_000_000) });

export const retentionContract = {
  /** Everybody whose watch ended, the longest over first. */
  list: query({
    input: nothing,
    output: z.object({ years: count, people: z.array(endedPersonSchema) }),
  }),
  /** How many are due, for the one line on the Today screen. */
  standing: query({ input: nothing, output: z.object({ due: count }) }),
  /** One person's term; `null` while the watch goes on. */
  ofPerson: query({ input: z.strictObject({ personId: personIdSchema }), output: endedPersonSchema.nullable() }),
  /** Keeps a person beyond the term, or changes the reason. Refuses `not_ended`. */
  hold: command({
    input: z.strictObject({ personId: personIdSchema, reason: z.enum(HOLD_REASONS), note: line(200) }),
    output: done,
    subject,
  }),
  release: command({ input: z.strictObject({ personId: personIdSchema }), output: done, subject }),
  /** What erasing these people would take along, and where else their names stand. Changes nothing. */
  preview: query({ input: z.strictObject({ personIds: people }), output: previewSchema }),
  /**
   * Erases these people without residue. `mentions` says what is done with each passage of the preview: other words, or `null` to
   * leave it. Refuses `not_ended`, `record_held`, `term_not_over` (basis `term`), `preview_outdated`.
   */
  erase: task({
    needsReauthentication: true,
    input: z.strictObject({
      personIds: people,
      basis: z.enum(DISPOSAL_BASES),
      /** How many people she wrote that she erases. */
      confirmedCount: z.number().int().min(1).max(100),
      digest: z.string().max(64),
      mentions: z.array(z.strictObject({ id: z.string().max(600), words: line(60).nullable() })).max(5000),
    }),
    output: z.object({
      certificateNumber: count,
      backupsGoneBy: optionalDate,
      /** False: the disk was too full; the next unlock does it. */
      isResidueCleared: z.boolean(),
    }),
  }),
  /** Newest first. */
  certificates: query({ input: nothing, output: z.array(certificateSchema) }),
  certificate: query({ input: certificateNumber, output: certificateSchema }),
  /** Writes the certificate as PDF where the user says. */
  printCertificate: task({
    input: certificateNumber,
    output: z.object({ file: fileTokenSchema, fileName: z.string() }),
  }),
} as const;
