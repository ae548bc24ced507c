// Counts what happened in a period, and behind every count the distinct persons. Never sees a name, never hides anything: raw counts stay inside main.
import { addDays, type CalendarDate } from '#shared/model/calendar-date.ts';

/** A person's watch. It goes on from `startedOn` (unknown: since ever) to the day before `endedOn`. */
export interface WatchRecord {
  readonly personId: string;
  readonly district: string | null;
  readonly startedOn: CalendarDate | null;
  readonly endedOn: CalendarDate | null;
  readonly endReason: string | null;
}

export interface VisitRecord {
  readonly personId: string;
  /** The person's 地域 today; the register keeps no earlier one. */
  readonly district: string | null;
  readonly visitedOn: CalendarDate;
  readonly method: string;
  readonly result: string;
}

export interface ConsultationRecord {
  /** `null`: about nobody in the register; counts as one unknown person of its own. */
  readonly personId: string | null;
  readonly district: string | null;
  readonly consultedOn: CalendarDate;
  readonly content: string;
  readonly field: string;
}

/** A closed span of days. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A figure with the distinct persons behind it. `events` is 延べ (equal to `persons` where persons themselves are counted). */
export interface Cell {
  readonly events: number;
  readonly persons: number;
}

/** One axis, every code once, in the order of `codes`; `total` counts each person once. */
export interface CountTable {
  readonly rows: readonly (Cell & { readonly code: string })[];
  readonly total: Cell;
}

/** `start + added - ended = end`, always. */
export interface PersonsFlow {
  /** Under watch on the day before the period. */
  readonly start: number;
  readonly added: number;
  readonly ended: number;
  /** Under watch on the last day of the period. */
  readonly end: number;
}

/** The row for what carries no code. Not a valid code, so that it cannot meet one. */
export const NO_CODE = '(none)';

const within = (day: CalendarDate, { from, to }: Period) => from <= day && day <= to;

/** A watch that ended before it began is a slip of the pen and counted nowhere. */
const isPossible = ({ startedOn, endedOn }: WatchRecord) =>
  startedOn === null || endedOn === null || startedOn <= endedOn;

/** Whether a person is under watch on a day: begun by then, and not ended by then. */
export function isWatchedOn(watch: WatchRecord, day: CalendarDate): boolean {
  const { startedOn, endedOn } = watch;
  return isPossible(watch) && (startedOn === null || startedOn <= day) && (endedOn === null || endedOn > day);
}

/** Who began and ended in the period; somebody who did both counts in both. */
function flowMembers(watches: readonly WatchRecord[], period: Period) {
  const possible = watches.filter(isPossible);
  return {
    added: possible.filter(({ startedOn }) => startedOn !== null && within(startedOn, period)),
    ended: possible.filter(({ endedOn }) => endedOn !== null && within(endedOn, period)),
  };
}

/** 前月末・新規・終了・月末 of a period. */
export function countFlow(watches: readonly WatchRecord[], period: Period): PersonsFlow {
  const dayBefore = addDays(period.from, -1);
  const { added, ended } = flowMembers(watches, period);
  return {
    start: watches.filter((watch) => isWatchedOn(watch, dayBefore)).length,
    added: added.length,
    ended: ended.length,
    end: watches.filter((watch) => isWatchedOn(watch, period.to)).length,
  };
}

interface Event {
  readonly code: string | null;
  readonly person: string;
}

const cellOf = (events: readonly Event[]): Cell => ({
  events: events.length,
  persons: new Set(events.map(({ person }) => person)).size,
});

/** Every code of `codes` has its row, also with 0; other codes and the missing one follow only where they occur. */
function countBy(events: readonly Event[], codes: readonly string[]): CountTable {
  const groups = Map.groupBy(events, ({ code }) => code ?? NO_CODE);
  const others = [...groups.keys()].filter((code) => code !== NO_CODE && !codes.includes(code)).sort();
  const all = [...codes, ...others, ...(groups.has(NO_CODE) ? [NO_CODE] : [])];
  return { rows: all.map((code) => ({ code, ...cellOf(groups.get(code) ?? []) })), total: cellOf(events) };
}

export function countEndedByReason(
  watches: readonly WatchRecord[],
  period: Period,
  reasons: readonly string[],
): CountTable {
  const { ended } = flowMembers(watches, period);
  return countBy(
    ended.map(({ personId, endReason }) => ({ code: endReason, person: personId })),
    reasons,
  );
}

/** Persons under watch on a day, by 地域. */
export function countStock(
  watches: readonly WatchRecord[],
  day: CalendarDate,
  districts: readonly string[],
): CountTable {
  const watched = watches.filter((watch) => isWatchedOn(watch, day));
  return countBy(
    watched.map(({ personId, district }) => ({ code: district, person: personId })),
    districts,
  );
}

export function countVisits(
  visits: readonly VisitRecord[],
  period: Period,
  axis: 'method' | 'result' | 'district',
  codes: readonly string[],
): CountTable {
  const made = visits.filter(({ visitedOn }) => within(visitedOn, period));
  return countBy(
    made.map((visit) => ({ code: visit[axis], person: visit.personId })),
    codes,
  );
}

export function countConsultations(
  consultations: readonly ConsultationRecord[],
  period: Period,
  axis: 'content' | 'field' | 'district',
  codes: readonly string[],
): CountTable {
  const held = consultations.flatMap((consultation, index) =>
    within(consultation.consultedOn, period)
      ? [{ code: consultation[axis], person: consultation.personId ?? `unknown ${index}` }]
      : [],
  );
  return countBy(held, codes);
}
