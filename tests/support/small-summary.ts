// A summary that is made safe in well under a second: fourteen invented people who were visited in July and in August, and one table.
import { asCalendarDate, asCalendarMonth, type CalendarMonth } from '#shared/model/calendar-date.ts';
import { buildPerson, buildVisit, HANDOUT } from './builders.ts';
import { answerFolder } from './invented-year.ts';
import type { TestRegister } from './test-register.ts';

export const JULY = asCalendarMonth('2026-07');
export const AUGUST = asCalendarMonth('2026-08');

const TABLES = [{ tableId: 'visits_by_method', span: 'month' as const, form: 'fine' }];

/** July is closed. Today should be in September 2026. */
export async function liveSmall(register: TestRegister): Promise<void> {
  for (let number = 0; number < 14; number += 1) {
    const person = buildPerson({ name: `架空 ${number}郎`, kana: '', watchStartedOn: asCalendarDate('2026-04-01') });
    const { personId } = await register.ok('people.register', { person, consent: null });
    for (const day of ['2026-07-10', '2026-08-10']) {
      const visit = buildVisit({ visitedOn: asCalendarDate(day), method: number < 3 ? 'phone' : 'visit' });
      await register.ok('visits.record', { personId, visit });
    }
  }
  await register.ok('closings.close', { month: JULY });
}

export const askSmall = (register: TestRegister, month: CalendarMonth) =>
  register.ok('publications.prepare', { month, profile: 'council', tables: TABLES, remarks: '' });

/** @returns the id of what was made safe. @throws Error when it was refused */
export async function prepareSmall(register: TestRegister, month: CalendarMonth): Promise<string> {
  const prepared = await askSmall(register, month);
  if (prepared.state === 'refused') throw new Error(prepared.refusal.sentence);
  return prepared.preparedId;
}

/** @throws Error when it was made safe */
export async function refusalOfSmall(register: TestRegister, month: CalendarMonth) {
  const prepared = await askSmall(register, month);
  if (prepared.state === 'safe') throw new Error('was expected to be refused');
  return prepared.refusal;
}

/** @returns the folder that was chosen. */
export async function publishSmall(register: TestRegister, month: CalendarMonth): Promise<string> {
  const preparedId = await prepareSmall(register, month);
  const folder = answerFolder(register, month);
  await register.ok('publications.publish', { preparedId, handout: HANDOUT });
  return folder;
}
