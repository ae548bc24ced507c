// What a coordinator looks through before a month is closed. Names people, so it stays on the screen; forbids nothing.
import type { Reader } from '#main/platform/database/reader-writer.ts';
import type { closingsContract } from '#shared/contract/closings.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import { type CalendarDate, type CalendarMonth, calendarDateSchema, monthStart } from '#shared/model/calendar-date.ts';
import { CONSULTATION_EVENT, VISIT_EVENT } from '#shared/model/counted-events.ts';
import { draftSubjectOf } from '#shared/model/draft-key.ts';
import { consultationIdSchema, personIdSchema } from '#shared/model/ids.ts';
import { readDrafts } from '../drafts/drafts.service.ts';
import { dueCalendarOn } from '../people/due-calendar.ts';
import type { ClosingReading } from '../statistics/section.ts';
import { listWatches } from '../statistics/statistics.queries.ts';
import { isWatchedOn } from '../statistics/watched.ts';
import { listDoubtfulConsultations, listNames, listVisitedPersons } from './closings.queries.ts';
import { assertIsNext, countLate, countsByKind } from './closings.service.ts';
import { countMonth, readingOf } from './month-count.ts';

type Checklist = OutputOf<(typeof closingsContract)['checklist']>;

/** The codes of その他 on both axes, as they ship: 14 of the nation's 14, and the fourth 分野. */
const OTHER = { content: '14', field: 'other' };

function notVisited(reader: Reader, month: CalendarMonth, lastDay: CalendarDate): Checklist['notVisited'] {
  const firstDay = monthStart(month);
  const dueDates = dueCalendarOn(reader, lastDay);
  const visited = listVisitedPersons(reader, firstDay, lastDay);
  const due = new Map(
    listWatches(reader)
      .filter((watch) => isWatchedOn(watch, firstDay) && isWatchedOn(watch, lastDay) && !visited.has(watch.id))
      .map((watch) => [watch.id, dueDates(watch).nextDueOn] as const),
  );
  return listNames(reader).flatMap(({ id, name }) => {
    const dueOn = due.get(id) ?? null;
    return dueOn === null || dueOn > lastDay ? [] : [{ personId: personIdSchema.parse(id), name, dueOn }];
  });
}

function unclassified({ reader, firstDay, lastDay, isCounted }: ClosingReading): Checklist['unclassified'] {
  return listDoubtfulConsultations(reader, { from: firstDay, to: lastDay, other: OTHER })
    .filter(({ id }) => !isCounted(CONSULTATION_EVENT, id))
    .map(({ id, consultedOn, personName, content, why }) => ({
      consultationId: consultationIdSchema.parse(id),
      consultedOn: calendarDateSchema.parse(consultedOn),
      personName,
      content,
      why,
    }));
}

/** @throws Refusal `not_next_month`. */
export function readChecklist(reader: Reader, month: CalendarMonth, today: CalendarDate): Checklist {
  assertIsNext(reader, month, today);
  const reading = readingOf(reader, month);
  const count = countMonth(reading);
  const events = countsByKind(count);
  return {
    month,
    notVisited: notVisited(reader, month, reading.lastDay),
    // Her words in the summary of an earlier month are nothing that could still be entered in this one.
    openDrafts: readDrafts(reader).filter(({ key }) => draftSubjectOf(key).kind !== 'remarks'),
    unclassified: unclassified(reading),
    visits: events[VISIT_EVENT] ?? 0,
    consultations: events[CONSULTATION_EVENT] ?? 0,
    lateEntries: countLate(reader, count, reading.firstDay, month),
    persons: count.sources.find(({ source }) => source.id === 'watched')?.records.length ?? 0,
  };
}
