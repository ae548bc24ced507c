// The border of the 連絡会: planning one, its agenda, and the packet of papers. At this stage no paper names a watched person.
import { z } from 'zod';
import { calendarDateSchema } from '../model/calendar-date.ts';
import { codeSchema } from '../model/code-lists.ts';
import { fileTokenSchema, meetingIdSchema } from '../model/ids.ts';
import { done, line, nothing, optionalCode, prose, requiredLine, timeOfDay } from './fields.ts';
import { handoutReasonSchema } from './handouts.contract.ts';
import { command, query, task } from './operation.ts';

export const meetingInputSchema = z.strictObject({
  /** `null`: the whole ward. */
  district: optionalCode,
  heldOn: calendarDateSchema,
  startsAt: timeOfDay,
  endsAt: timeOfDay,
  place: requiredLine(100),
  /** Who is expected, as free text: 町会, 民生委員, 地域包括 ... */
  attendees: line(400),
});

export type MeetingInput = z.output<typeof meetingInputSchema>;

export const agendaItemSchema = z.strictObject({
  /** Kind of the item (code table `meetingAgenda`). */
  kind: codeSchema,
  title: requiredLine(100),
  body: prose(),
});

export type AgendaItem = z.output<typeof agendaItemSchema>;

export const meetingSchema = z.object({
  ...meetingInputSchema.shape,
  id: meetingIdSchema,
  agenda: z.array(agendaItemSchema),
  /** How many copies of the packet were made so far. */
  copiesIssued: z.number().int(),
});

export type Meeting = z.output<typeof meetingSchema>;

/** One copy of the packet, as the paper shows it. */
export const packetSchema = z.object({
  registerName: z.string(),
  districtLabel: z.string(),
  meeting: meetingSchema,
  madeOn: calendarDateSchema,
  /** First number and how many copies this file holds. */
  firstCopy: z.number().int(),
  copies: z.number().int(),
  /** What was published of the months of this period; no names, no figure that did not leave the house already. */
  period: z.object({ from: calendarDateSchema, to: calendarDateSchema }),
  figures: z.array(
    z.object({
      title: z.string(),
      columns: z.array(z.string()),
      rows: z.array(z.object({ label: z.string(), values: z.array(z.string()) })),
      note: z.string(),
    }),
  ),
});

export type Packet = z.output<typeof packetSchema>;

const meetingId = z.strictObject({ meetingId: meetingIdSchema });

export const meetingsContract = {
  /** The next first, then the past, newest first. */
  list: query({ input: nothing, output: z.array(meetingSchema) }),
  get: query({ input: meetingId, output: meetingSchema }),
  /** Plans a meeting and fills its agenda from the period's numbers, register changes and open next steps. */
  plan: command({
    input: z.strictObject({ meeting: meetingInputSchema }),
    output: z.object({ meetingId: meetingIdSchema }),
    subject: null,
  }),
  revise: command({
    input: z.strictObject({ meetingId: meetingIdSchema, meeting: meetingInputSchema }),
    output: done,
    subject: null,
  }),
  /** What the agenda would be if it were filled anew today. */
  proposeAgenda: query({ input: meetingId, output: z.array(agendaItemSchema) }),
  saveAgenda: command({
    input: z.strictObject({ meetingId: meetingIdSchema, agenda: z.array(agendaItemSchema).max(30) }),
    output: done,
    subject: null,
  }),
  /**
   * Where the saved agenda holds the full name of somebody in the register. A packet is not made while there is one.
   * `position` counts the items from 0.
   */
  findNames: query({
    input: meetingId,
    output: z.array(z.object({ position: z.number().int(), name: z.string() })),
  }),
  cancel: command({ input: meetingId, output: done, subject: null }),
  /** What a packet would show, for the preview and for the paper itself. */
  packet: query({
    input: z.strictObject({
      meetingId: meetingIdSchema,
      firstCopy: z.number().int().min(1).max(100_000),
      copies: z.number().int().min(1).max(60),
    }),
    output: packetSchema,
  }),
  /** Makes the PDF with numbered copies where the user says, and enters them in the ledger of papers. */
  printPacket: task({
    needsReauthentication: true,
    input: z.strictObject({
      meetingId: meetingIdSchema,
      copies: z.number().int().min(1).max(60),
      handout: handoutReasonSchema,
    }),
    output: z.object({
      file: fileTokenSchema,
      fileName: z.string(),
      firstCopy: z.number().int(),
      copies: z.number().int(),
    }),
  }),
} as const;
