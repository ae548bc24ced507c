// A year of an invented register as a plan: who came and went, what was done when, and when it was written down. Plays it, closing each month
// on the fifth of the next, and says by itself what every month must count.
import {
  addDays,
  addMonthsToMonth,
  asCalendarDate,
  asCalendarMonth,
  type CalendarDate,
  type CalendarMonth,
  daysBetween,
  monthEnd,
  monthOf,
  monthStart,
} from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { buildConsultation, buildPerson, buildVisit } from './builders.ts';
import type { TestRegister } from './test-register.ts';

const FIRST_MONTH = asCalendarMonth('2025-04');
export const MONTHS: readonly CalendarMonth[] = Array.from({ length: 12 }, (_, index) =>
  addMonthsToMonth(FIRST_MONTH, index),
);
/** The month is closed before anything else is done on this day. */
const closingDayOf = (month: CalendarMonth) => addDays(monthEnd(month), 5);

const DISTRICTS = ['horie', 'meiji', null] as const;
const METHODS = ['visit', 'phone', 'intercom'] as const;
const RESULTS = ['met', 'absent', 'answered'] as const;
const REASONS = ['moved', 'deceased', 'facility'] as const;

export interface PlannedPerson {
  readonly startedOn: CalendarDate;
  readonly registeredOn: CalendarDate;
  readonly ended: { readonly on: CalendarDate; readonly enteredOn: CalendarDate; readonly reason: string } | null;
  readonly district: string | null;
}

interface Done {
  /** Index of the person; `null`: about nobody in the register. */
  readonly person: number | null;
  readonly on: CalendarDate;
  readonly enteredOn: CalendarDate;
}

export interface PlannedVisit extends Done {
  readonly person: number;
  readonly method: string;
  readonly result: string;
}

export interface PlannedConsultation extends Done {
  readonly content: string;
  readonly field: string;
}

export interface PlannedYear {
  readonly people: readonly PlannedPerson[];
  readonly visits: readonly PlannedVisit[];
  readonly consultations: readonly PlannedConsultation[];
}

/** A small generator of numbers below `limit`, from a fixed seed. */
export function invention(seed: number) {
  let state = seed;
  return (limit: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
}

const later = (a: CalendarDate, b: CalendarDate) => (a > b ? a : b);

function planPerson(pick: (limit: number) => number): PlannedPerson {
  const startedOn = addDays(asCalendarDate('2025-01-01'), pick(400));
  const registeredOn = later(asCalendarDate('2025-04-01'), addDays(startedOn, pick(50)));
  const on = addDays(registeredOn, pick(120));
  const ended = pick(3) === 0 ? { on, enteredOn: addDays(on, pick(50)), reason: REASONS[pick(3)] ?? 'moved' } : null;
  return { startedOn, registeredOn, ended, district: DISTRICTS[pick(3)] ?? null };
}

export function planYear(seed: number, scale = { people: 24, visits: 160, consultations: 60 }): PlannedYear {
  const pick = invention(seed);
  const people = Array.from({ length: scale.people }, () => planPerson(pick));
  /** A day from shortly before the year to its end, written down up to 50 days later, and within the person's watch. */
  const done = (person: number | null): Done => {
    const { registeredOn, ended } =
      person === null ? { registeredOn: null, ended: null } : (people[person] as PlannedPerson);
    const from = registeredOn === null ? asCalendarDate('2025-03-15') : addDays(registeredOn, -20);
    const days = Math.max(1, daysBetween(from, ended?.on ?? asCalendarDate('2026-03-31')));
    const on = addDays(from, pick(days));
    return {
      person,
      on,
      enteredOn: later(registeredOn ?? asCalendarDate('2025-04-01'), addDays(on, pick(4) === 0 ? pick(50) : 0)),
    };
  };
  return {
    people,
    visits: Array.from({ length: scale.visits }, (_, index) => {
      const person = index % people.length;
      return { ...done(person), person, method: METHODS[pick(3)] ?? 'visit', result: RESULTS[pick(3)] ?? 'met' };
    }),
    consultations: Array.from({ length: scale.consultations }, () => ({
      ...done(pick(5) === 0 ? null : pick(people.length)),
      content: String(1 + pick(4)).padStart(2, '0'),
      field: ['elderly', 'disability'][pick(2)] ?? 'elderly',
    })),
  };
}

/** The month that counts it; `null`: before the statistics began, or too late for the year. */
export function countingMonthOf({ on, enteredOn }: Done): CalendarMonth | null {
  if (on < monthStart(FIRST_MONTH)) {
    return null;
  }
  return MONTHS.find((month) => month >= monthOf(on) && enteredOn < closingDayOf(month)) ?? null;
}

/** Whether the closing of a month finds the person under watch at its end. */
export function isInStock({ startedOn, registeredOn, ended }: PlannedPerson, month: CalendarMonth): boolean {
  const known = registeredOn < closingDayOf(month) && startedOn <= monthEnd(month);
  return known && !(ended !== null && ended.enteredOn < closingDayOf(month) && ended.on <= monthEnd(month));
}

/** What the register called them. */
export interface PlayedYear {
  readonly personIds: readonly PersonId[];
  readonly visitIds: readonly string[];
  readonly consultationIds: readonly string[];
}

interface Act {
  readonly on: CalendarDate;
  /** Closing, then people, then what was done with them, then ends of watches. */
  readonly rank: number;
  readonly shuffled: number;
  readonly run: () => Promise<void>;
}

/** Plays the plan day by day. `order` shuffles what is written down between two closings, as far as the register allows. */
export async function playYear(register: TestRegister, plan: PlannedYear, order: number): Promise<PlayedYear> {
  const pick = invention(order);
  const personIds: PersonId[] = [];
  const visitIds: string[] = [];
  const consultationIds: string[] = [];
  const { ok } = register;
  const whose = (person: number | null) => (person === null ? null : (personIds[person] as PersonId));
  const act = (on: CalendarDate, rank: number, run: Act['run']): Act => ({ on, rank, shuffled: pick(1_000_000), run });
  const acts = [
    ...MONTHS.map((month) => act(closingDayOf(month), 0, async () => void (await ok('closings.close', { month })))),
    ...plan.people.map(({ startedOn, registeredOn, district }, index) =>
      act(registeredOn, 1, async () => {
        const person = buildPerson({ name: `架空 ${index}`, kana: '', district, watchStartedOn: startedOn });
        personIds[index] = (await ok('people.register', { person, consent: null })).personId;
      }),
    ),
    ...plan.visits.map(({ person, on, enteredOn, method, result }, index) =>
      act(enteredOn, 2, async () => {
        const visit = buildVisit({ visitedOn: on, method, result });
        visitIds[index] = (await ok('visits.record', { personId: whose(person) as PersonId, visit })).visitId;
      }),
    ),
    ...plan.consultations.map(({ person, on, enteredOn, content, field }, index) =>
      act(enteredOn, 2, async () => {
        const consultation = buildConsultation({ personId: whose(person), consultedOn: on, content, field });
        consultationIds[index] = (await ok('consultations.record', { consultation })).consultationId;
      }),
    ),
    ...plan.people.flatMap(({ ended }, index) =>
      ended === null
        ? []
        : [
            act(ended.enteredOn, 3, async () => {
              const { on: endedOn, reason } = ended;
              await ok('people.endWatch', { personId: whose(index) as PersonId, endedOn, reason, note: '' });
            }),
          ],
    ),
  ].sort((a, b) => (a.on === b.on ? a.rank - b.rank || a.shuffled - b.shuffled : a.on < b.on ? -1 : 1));
  for (const { on, run } of acts) {
    if (on <= closingDayOf(MONTHS.at(-1) ?? FIRST_MONTH)) {
      register.setToday(on);
      await run();
    }
  }
  return { personIds, visitIds, consultationIds };
}
