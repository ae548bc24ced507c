// The rules of the 連絡会: what a meeting must say, how its agenda begins, and that no paper names somebody under watch.
import type { CommandContext } from '#main/platform/contexts.ts';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { Refusal } from '#main/platform/refusal.ts';
import { type AgendaItem, type Meeting, type MeetingInput, meetingSchema } from '#shared/contract/meetings.contract.ts';
import { type CalendarDate, calendarDateSchema } from '#shared/model/calendar-date.ts';
import { formatDate } from '#shared/model/era.ts';
import { type MeetingId, meetingIdSchema } from '#shared/model/ids.ts';
import { listCodesOf } from '../codes/codes.queries.ts';
import { assertCodes } from '../codes/codes.service.ts';
import { readSettings } from '../settings/settings.service.ts';
import { proposeAgenda, writtenNextSteps } from './agenda-proposal.ts';
import {
  countIssuedPackets,
  deleteMeeting,
  findMeeting,
  findMeetingBefore,
  insertMeeting,
  listAgenda,
  listAgendas,
  listMeetings,
  listProtectedNames,
  type MeetingRecord,
  replaceAgenda,
  updateMeeting,
} from './meetings.queries.ts';
import { findNamesIn } from './name-check.ts';
import { readPeriodFigures } from './period-figures.ts';

function getRecord(reader: Reader, meetingId: MeetingId): MeetingRecord {
  const record = findMeeting(reader, meetingId);
  if (!record) {
    throw new Refusal('not_found');
  }
  return record;
}

const toMeeting = (
  record: MeetingRecord,
  agenda: ReturnType<typeof listAgenda>,
  copiesIssued: number | undefined,
): Meeting =>
  meetingSchema.parse({
    ...record,
    agenda: agenda.map(({ kind, title, body }) => ({ kind, title, body })),
    copiesIssued: copiesIssued ?? 0,
  });

/** @throws Refusal `not_found`. */
export function readMeeting(reader: Reader, meetingId: MeetingId): Meeting {
  const record = getRecord(reader, meetingId);
  return toMeeting(record, listAgenda(reader, meetingId), countIssuedPackets(reader).get(meetingId));
}

/** The next first, then the past, newest first. */
export function readMeetings(reader: Reader, today: CalendarDate): Meeting[] {
  const agendas = listAgendas(reader);
  const issued = countIssuedPackets(reader);
  const all = listMeetings(reader).map((record) =>
    toMeeting(record, agendas.get(record.id) ?? [], issued.get(record.id)),
  );
  const isAhead = ({ heldOn }: Meeting) => heldOn >= today;
  return [...all.filter(isAhead), ...all.filter((meeting) => !isAhead(meeting)).reverse()];
}

function assertMeeting(reader: Reader, { district, startsAt, endsAt }: MeetingInput): void {
  assertCodes(reader, [{ field: 'district', list: 'district', code: district }]);
  if (endsAt <= startsAt) {
    throw new Refusal('date_out_of_order', { endsAt: 'out_of_order' });
  }
}

/** The agenda as it would be if it were written today. */
function draftAgenda(
  reader: Reader,
  occasion: Pick<MeetingInput, 'district' | 'heldOn'>,
  today: CalendarDate,
): AgendaItem[] {
  const before = findMeetingBefore(reader, occasion.district, occasion.heldOn);
  const lastSteps = before && listAgenda(reader, before.id).find(({ kind }) => kind === 'next_steps')?.body;
  const { dateStyle } = readSettings(reader);
  return proposeAgenda({
    heldOn: occasion.heldOn,
    homework: writtenNextSteps(lastSteps ?? undefined),
    figures: readPeriodFigures(reader, occasion, today),
    kinds: listCodesOf(reader, 'meetingAgenda').filter(({ isRetired }) => !isRetired),
    formatDate: (date) => formatDate(date, dateStyle),
  });
}

/** @throws Refusal `not_found`. */
export function draftAgendaOf(reader: Reader, meetingId: MeetingId, today: CalendarDate): AgendaItem[] {
  const { district, heldOn } = getRecord(reader, meetingId);
  return draftAgenda(reader, { district, heldOn: calendarDateSchema.parse(heldOn) }, today);
}

function writeAgenda(writer: Writer, meetingId: MeetingId, agenda: readonly AgendaItem[]): void {
  replaceAgenda(
    writer,
    meetingId,
    agenda.map((item, position) => ({ ...item, meetingId, position })),
  );
}

/** Plans a meeting with a drafted agenda. @throws Refusal `unknown_code`, `date_out_of_order` (ends before it starts). */
export function planMeeting({ writer, today, now, newId }: CommandContext, meeting: MeetingInput): MeetingId {
  assertMeeting(writer, meeting);
  const meetingId = meetingIdSchema.parse(newId());
  const agenda = draftAgenda(writer, meeting, today);
  insertMeeting(writer, { ...meeting, id: meetingId, createdAt: now, updatedAt: now });
  writeAgenda(writer, meetingId, agenda);
  return meetingId;
}

/** Changes day, place and so on; the agenda stays as it is. @throws as `planMeeting`, and `not_found`. */
export function reviseMeeting({ writer, now }: CommandContext, meetingId: MeetingId, meeting: MeetingInput): void {
  getRecord(writer, meetingId);
  assertMeeting(writer, meeting);
  updateMeeting(writer, meetingId, { ...meeting, updatedAt: now });
}

/** @throws Refusal `not_found`, `unknown_code`. */
export function saveAgenda({ writer, now }: CommandContext, meetingId: MeetingId, agenda: readonly AgendaItem[]): void {
  getRecord(writer, meetingId);
  assertCodes(
    writer,
    agenda.map(({ kind }, index) => ({ field: `agenda.${index}.kind`, list: 'meetingAgenda' as const, code: kind })),
  );
  writeAgenda(writer, meetingId, agenda);
  updateMeeting(writer, meetingId, { updatedAt: now });
}

/** Takes the meeting off the list. Copies that were handed out stay in the ledger of papers. @throws Refusal `not_found`. */
export function cancelMeeting({ writer }: CommandContext, meetingId: MeetingId): void {
  getRecord(writer, meetingId);
  deleteMeeting(writer, meetingId);
}

/** Full names of people in the register that stand in the agenda. @throws Refusal `not_found`. */
export function findNamesInAgenda(reader: Reader, meetingId: MeetingId): { position: number; name: string }[] {
  getRecord(reader, meetingId);
  const names = listProtectedNames(reader);
  return listAgenda(reader, meetingId).flatMap(({ title, body }, position) =>
    findNamesIn(`${title}\n${body}`, names).map((name) => ({ position, name })),
  );
}
