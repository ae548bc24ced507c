// An invented 地域 over a year: people who come and go, visits and consultations month by month, entered as a coordinator would.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputOf } from '#shared/contract/operation.ts';
import type { publicationsContract, TableChoice } from '#shared/contract/publications.contract.ts';
import type { ProfileId } from '#shared/contract/report-shape.ts';
import {
  addDays,
  addMonthsToMonth,
  asCalendarDate,
  asCalendarMonth,
  type CalendarMonth,
  monthEnd,
  monthStart,
} from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { diceOf } from '#tools/sdc/invented-ward.ts';
import { buildConsultation, buildPerson, buildVisit, HANDOUT } from './builders.ts';
import type { TestRegister } from './test-register.ts';

const DISTRICTS = ['horie', 'meiji', 'hiyoshi', 'honden', 'edobori', 'utsubo'];
const HOUSEHOLDS = ['alone', 'couple', 'elderly_only', null];
const CARE_LEVELS = ['care1', 'support1', 'care3', null];
const METHODS = ['visit', 'visit', 'phone', 'phone', 'intercom', 'greeting'];
const RESULTS = ['met', 'met', 'met', 'answered', 'absent'];
const FIELDS = ['elderly', 'elderly', 'elderly', 'disability', 'child', 'other'];
const CONTENTS = ['01', '01', '01', '02', '03', '03', '05', '09', '14'];

export interface InventedLife {
  readonly people: number;
  /** A month. */
  readonly visits: number;
  readonly consultations: number;
  readonly seed?: number;
}

/** What happens from month to month, always the same for a seed. */
export function inventLife(register: TestRegister, { people, visits, consultations, seed = 11 }: InventedLife) {
  const dice = diceOf(seed);
  const pick = <Value>(list: readonly Value[]): Value => list[Math.floor(dice() * list.length)] as Value;
  const dayOf = (month: CalendarMonth) => addDays(monthStart(month), Math.floor(dice() * 28));
  const watched: PersonId[] = [];
  const move = async (month: CalendarMonth, number: number) => {
    const person = buildPerson({
      name: `架空 ${String.fromCodePoint(0x4e00 + number * 7)}子`,
      kana: '',
      district: pick(DISTRICTS),
      household: pick(HOUSEHOLDS),
      careLevel: pick(CARE_LEVELS),
      birthOn: asCalendarDate(`${1930 + Math.floor(dice() * 35)}-05-05`),
      watchStartedOn: number < people ? asCalendarDate('2026-03-01') : dayOf(month),
    });
    watched.push((await register.ok('people.register', { person, consent: null })).personId);
  };
  let number = 0;
  return {
    /** Lives through one month; the day is then in the next one. */
    async live(month: CalendarMonth): Promise<void> {
      register.setToday(addDays(monthEnd(month), 3));
      for (; number < people; number += 1) await move(month, number);
      const coming = Math.floor(dice() * 4);
      for (let count = 0; count < coming; count += 1) await move(month, number++);
      for (let count = 0; count < visits; count += 1) {
        const visit = buildVisit({ visitedOn: dayOf(month), method: pick(METHODS), result: pick(RESULTS) });
        await register.ok('visits.record', { personId: pick(watched), visit });
      }
      for (let count = 0; count < consultations; count += 1) {
        const consultation = buildConsultation({
          personId: dice() < 0.2 ? null : pick(watched),
          consultedOn: dayOf(month),
          content: pick(CONTENTS),
          field: pick(FIELDS),
        });
        await register.ok('consultations.record', { consultation });
      }
      const going = Math.floor(dice() * 3);
      for (let count = 0; count < going; count += 1) {
        const [personId] = watched.splice(Math.floor(dice() * watched.length), 1);
        const end = { endedOn: monthEnd(month), reason: pick(['moved', 'facility']), note: '' };
        if (personId !== undefined) await register.ok('people.endWatch', { personId, ...end });
      }
    },
  };
}

export const monthsFrom = (first: string, count: number): readonly CalendarMonth[] =>
  Array.from({ length: count }, (_each, index) => addMonthsToMonth(asCalendarMonth(first), index));

type Offers = OutputOf<typeof publicationsContract.offers>;

/** The pack that is offered first, in the finest form or as it is advised. */
const usualTables = (offers: Offers): TableChoice[] =>
  offers
    .filter(({ isUsual }) => isUsual)
    .map(({ tableId, span, advised }) => ({ tableId, span, form: advised ?? 'fine' }));

/** Makes the usual pack of a month safe, as the screen does: reckoned first, in the advised forms. */
export async function prepareUsual(register: TestRegister, month: CalendarMonth, profile: ProfileId = 'council') {
  const offers = await register.ok('publications.reckon', { month, profile });
  return register.ok('publications.prepare', { month, profile, tables: usualTables(offers), remarks: '' });
}

/** A folder of its own in the outbox, which the next dialog answers. */
export function answerFolder(register: TestRegister, name: string): string {
  const folder = join(register.outbox, name);
  mkdirSync(folder, { recursive: true });
  register.dialogAnswers.push(folder);
  return folder;
}

/** Makes the usual pack safe and gives it out into a folder of that name. @throws Error when it is refused */
export async function publishUsual(register: TestRegister, month: CalendarMonth, profile: ProfileId = 'council') {
  const prepared = await prepareUsual(register, month, profile);
  if (prepared.state === 'refused') throw new Error(`${month}: ${prepared.refusal.sentence}`);
  const folder = answerFolder(register, `published/${month}-${profile}`);
  const published = await register.ok('publications.publish', { preparedId: prepared.preparedId, handout: HANDOUT });
  return { ...published, folder, report: prepared.report };
}

/** More refusals than this in a row would try anybody's patience. */
const PATIENCE = 4;

/** As `publishUsual`; of a refusal it takes the last way out, as somebody would who only wants to be done. @throws Error when none leads on */
export async function publishPatiently(register: TestRegister, month: CalendarMonth) {
  let prepared = await prepareUsual(register, month);
  for (let refusals = 1; prepared.state === 'refused'; refusals += 1) {
    const way = prepared.refusal.offers.at(-1);
    if (way === undefined || refusals > PATIENCE) throw new Error(`${month}: no way out: ${prepared.refusal.sentence}`);
    const tables = [...way.choices];
    prepared = await register.ok('publications.prepare', { month, profile: 'council', tables, remarks: '' });
  }
  const folder = answerFolder(register, `published/${month}`);
  const published = await register.ok('publications.publish', { preparedId: prepared.preparedId, handout: HANDOUT });
  return { ...published, folder, report: prepared.report };
}
