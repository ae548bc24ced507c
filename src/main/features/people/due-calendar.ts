// Says when each person was last seen and is due next, from the frequency tables and the visits. Never stores either: both are derived.
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { type CalendarDate, calendarDateSchema, compareDates } from '#shared/model/calendar-date.ts';
import { frequencyOf } from '#shared/model/code-lists.ts';
import { nextDueOn } from '#shared/model/due-date.ts';
import { listCodesOf } from '../codes/codes.queries.ts';
import { lastVisitOfPersonWith, lastVisitsWith, type PersonRecord } from './people.queries.ts';

interface DueDates {
  /** Day on which somebody made sure that the person was well; an absence does not count. */
  readonly lastSeenOn: CalendarDate | null;
  readonly nextDueOn: CalendarDate | null;
  /** Not at home for now or for good, so nobody calls. */
  readonly isAway: boolean;
}

type Watched = Pick<
  PersonRecord,
  'id' | 'residence' | 'frequency' | 'lastSeenBeforeOn' | 'watchStartedOn' | 'watchEndedOn'
>;

const asDate = (text: string | null | undefined) => (text ? calendarDateSchema.parse(text) : null);

function later(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) {
    return a ?? b;
  }
  return compareDates(a, b) >= 0 ? a : b;
}

/** Codes of the results that mean that the person was seen or heard to be well. */
export function seenResults(reader: Reader): string[] {
  return listCodesOf(reader, 'visitResult')
    .filter(({ attributes }) => attributes['seen'] === true)
    .map(({ code }) => code);
}

/** Codes of the whereabouts at which nobody calls: 入院, 施設入所, 転出, 死亡. */
function awayResidences(reader: Reader): ReadonlySet<string | null> {
  return new Set(
    listCodesOf(reader, 'residence')
      .filter(({ attributes }) => attributes['away'] === true)
      .map(({ code }) => code),
  );
}

function calendarWith(reader: Reader, lastVisit: (personId: string) => string | null | undefined) {
  const frequencies = new Map(
    listCodesOf(reader, 'frequency').map(({ code, attributes }) => [code, frequencyOf(attributes)]),
  );
  const away = awayResidences(reader);
  return (person: Watched): DueDates => {
    const lastSeenOn = later(asDate(lastVisit(person.id)), asDate(person.lastSeenBeforeOn));
    const frequency = person.frequency === null ? null : (frequencies.get(person.frequency) ?? null);
    const watchStartedOn = asDate(person.watchStartedOn);
    const isAway = away.has(person.residence);
    const isDue = person.watchEndedOn === null && !isAway && frequency !== null && watchStartedOn !== null;
    return { lastSeenOn, isAway, nextDueOn: isDue ? nextDueOn({ frequency, lastSeenOn, watchStartedOn }) : null };
  };
}

/** For many people: reads the visits once. */
export function dueCalendar(reader: Reader): (person: Watched) => DueDates {
  const lastVisits = lastVisitsWith(reader, seenResults(reader));
  return calendarWith(reader, (personId) => lastVisits.get(personId));
}

/** As `dueCalendar`, but as it stood at the end of a day: whoever was seen later, or whose watch ended later, was due then. */
export function dueCalendarOn(reader: Reader, day: CalendarDate): (person: Watched) => DueDates {
  const lastVisits = lastVisitsWith(reader, seenResults(reader), day);
  const dueDates = calendarWith(reader, (personId) => lastVisits.get(personId));
  const happened = (on: string | null) => (on !== null && on <= day ? on : null);
  return (person) =>
    dueDates({
      ...person,
      lastSeenBeforeOn: happened(person.lastSeenBeforeOn),
      watchEndedOn: happened(person.watchEndedOn),
    });
}

export function dueDatesOf(reader: Reader, person: Watched): DueDates {
  const results = seenResults(reader);
  return calendarWith(reader, (personId) => lastVisitOfPersonWith(reader, personId, results))(person);
}
