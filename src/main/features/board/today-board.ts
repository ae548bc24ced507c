// Puts the Today screen together: whom to look in on, what was promised, what meets next. Only reads, and decides nothing it does not derive.
import type { Reader } from '#main/platform/database/reader-writer.ts';
import type { boardContract, DuePerson, OpenStep } from '#shared/contract/board.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import {
  addDays,
  type CalendarDate,
  calendarDateSchema,
  monthEnd,
  monthOf,
  monthStart,
} from '#shared/model/calendar-date.ts';
import { consultationIdSchema, meetingIdSchema, personIdSchema } from '#shared/model/ids.ts';
import { listCodesOf } from '../codes/codes.queries.ts';
import { dueCalendar, seenResults } from '../people/due-calendar.ts';
import {
  countPeopleSeen,
  countVisits,
  findNextMeeting,
  listOpenConsultations,
  listPeopleToCallOn,
  listUnansweredVisits,
  type UnansweredVisit,
} from './board.queries.ts';

type Board = OutputOf<(typeof boardContract)['today']>;
type PersonToCallOn = ReturnType<typeof listPeopleToCallOn>[number];

/** How far ahead 「これから」 looks. */
const SOON_DAYS = 7;

const asDate = (text: string | null) => calendarDateSchema.nullable().parse(text);

function earlier(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) {
    return a ?? b;
  }
  return a <= b ? a : b;
}

function codesWith(
  reader: Reader,
  list: 'visitResult' | 'consultationState',
  attribute: 'concern' | 'closed',
): string[] {
  return listCodesOf(reader, list)
    .filter(({ attributes }) => attributes[attribute] === true)
    .map(({ code }) => code);
}

function placeOf({ address, building, wing, room }: PersonToCallOn): string {
  return [address, [building, wing].filter(Boolean).join(' '), room].filter(Boolean).join(' ');
}

/** Everybody on whom somebody is to call, with the day by which. 異変あり makes a person due on the day it was seen. */
function readDuePeople(reader: Reader, people: readonly PersonToCallOn[]): DuePerson[] {
  const dueDates = dueCalendar(reader);
  const unanswered = Map.groupBy(listUnansweredVisits(reader, seenResults(reader)), ({ personId }) => personId);
  const concernResults = new Set(codesWith(reader, 'visitResult', 'concern'));
  return people.flatMap((person) => {
    const { lastSeenOn, nextDueOn, isAway } = dueDates(person);
    const isStillOpen = ({ visitedOn }: UnansweredVisit) =>
      person.lastSeenBeforeOn === null || visitedOn > person.lastSeenBeforeOn;
    const missed = (unanswered.get(person.id) ?? []).filter(isStillOpen);
    const concernOn = asDate(missed.findLast(({ result }) => concernResults.has(result))?.visitedOn ?? null);
    const dueOn = earlier(nextDueOn, concernOn);
    if (dueOn === null || isAway) {
      return [];
    }
    const { id, name, kana, district, hasAutoLock, phone, mobile, frequency, volunteerName, roundKey } = person;
    return {
      ...{ personId: personIdSchema.parse(id), name, kana, district, hasAutoLock, frequency, volunteerName, roundKey },
      ...{ place: placeOf(person), phone: phone || mobile, lastSeenOn, dueOn, missedVisits: missed.length, concernOn },
    };
  });
}

function readOpenSteps(reader: Reader): OpenStep[] {
  const steps = listOpenConsultations(reader, codesWith(reader, 'consultationState', 'closed')).map(
    (record): OpenStep => {
      const isStepOpen = record.nextStep !== '' && record.nextStepDoneOn === null;
      return {
        consultationId: consultationIdSchema.parse(record.consultationId),
        personId: personIdSchema.nullable().parse(record.personId),
        personName: record.personName,
        content: record.content,
        nextStep: isStepOpen ? record.nextStep : '',
        nextStepOn: isStepOpen ? asDate(record.nextStepOn) : null,
        referredTo: record.referredTo,
        referredOn: asDate(record.referredOn),
        isAwaitingAcknowledgement: record.referredTo !== null && record.acknowledgedOn === null,
        consultedOn: calendarDateSchema.parse(record.consultedOn),
      };
    },
  );
  const dated = steps.filter(({ nextStepOn }) => nextStepOn !== null);
  const undated = steps.filter(({ nextStepOn }) => nextStepOn === null);
  return [...dated.sort((a, b) => ((a.nextStepOn ?? '') < (b.nextStepOn ?? '') ? -1 : 1)), ...undated];
}

function readNextMeeting(reader: Reader, today: CalendarDate): Board['nextMeeting'] {
  const meeting = findNextMeeting(reader, today);
  return (
    meeting && { ...meeting, id: meetingIdSchema.parse(meeting.id), heldOn: calendarDateSchema.parse(meeting.heldOn) }
  );
}

/** The whole board in a fixed number of queries, whatever the size of the register. */
export function readToday(reader: Reader, today: CalendarDate): Board {
  const people = listPeopleToCallOn(reader);
  const due = readDuePeople(reader, people).sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const [first, last] = [monthStart(monthOf(today)), monthEnd(monthOf(today))];
  const lastSoonDay = addDays(today, SOON_DAYS);
  return {
    today,
    overdue: due.filter(({ dueOn }) => dueOn < today),
    dueToday: due.filter(({ dueOn }) => dueOn === today),
    dueSoon: due.filter(({ dueOn }) => dueOn > today && dueOn <= lastSoonDay),
    openSteps: readOpenSteps(reader),
    nextMeeting: readNextMeeting(reader, today),
    watched: people.length,
    seenThisMonth: countPeopleSeen(reader, first, last, seenResults(reader)),
    visitsThisMonth: countVisits(reader, first, last),
  };
}
