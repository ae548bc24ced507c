// Handlers of the meetings.
import type { Contexts } from '#main/platform/contexts.ts';
import type { meetingsContract } from '#shared/contract/meetings.contract.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import {
  cancelMeeting,
  draftAgendaOf,
  findNamesInAgenda,
  planMeeting,
  readMeeting,
  readMeetings,
  reviseMeeting,
  saveAgenda,
} from './meetings.service.ts';
import { type PacketParts, printPacket, readPacket } from './packet.ts';

export function createMeetingsHandlers(parts: PacketParts): HandlersOf<typeof meetingsContract, Contexts> {
  return {
    list: ({ reader, today }) => readMeetings(reader, today),
    get: ({ reader }, { meetingId }) => readMeeting(reader, meetingId),
    plan: (context, { meeting }) => ({ meetingId: planMeeting(context, meeting) }),
    revise: (context, { meetingId, meeting }) => {
      reviseMeeting(context, meetingId, meeting);
      return {};
    },
    proposeAgenda: ({ reader, today }, { meetingId }) => draftAgendaOf(reader, meetingId, today),
    saveAgenda: (context, { meetingId, agenda }) => {
      saveAgenda(context, meetingId, agenda);
      return {};
    },
    findNames: ({ reader }, { meetingId }) => findNamesInAgenda(reader, meetingId),
    cancel: (context, { meetingId }) => {
      cancelMeeting(context, meetingId);
      return {};
    },
    packet: ({ reader, today }, input) => readPacket(reader, input, today),
    printPacket: (context, input) => printPacket(context, parts, input),
  };
}
