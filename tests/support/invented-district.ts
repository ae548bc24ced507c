// Fills a test register with invented people of a few 地域 and what was done for them, the same every time.

import { addDays, asCalendarDate } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { buildConsultation, buildPerson, buildVisit } from './builders.ts';
import type { TestRegister } from './test-register.ts';

const DISTRICTS = ['horie', 'meiji', 'hiyoshi', 'honden'] as const;
const METHODS = ['visit', 'phone', 'intercom', 'greeting', 'meal'] as const;
const RESULTS = ['met', 'answered', 'absent', 'third_party'] as const;

/** A small generator of numbers below `limit`, from a fixed seed. */
function invention(seed: number) {
  let state = seed;
  return (limit: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
}

/** Every name begins with 架空, so that a leak of any of them is easy to find. */
export const INVENTED_SURNAME = '架空';

export interface InventedScale {
  readonly people: number;
  readonly visits: number;
  readonly consultations: number;
  readonly seed?: number;
}

/** Activities lie on days from 2026-07-01 to 2026-09-30; watches begin from April and some end from July on. */
export async function inventDistricts(register: TestRegister, scale: InventedScale): Promise<PersonId[]> {
  const pick = invention(scale.seed ?? 7);
  const summerDay = () => addDays(asCalendarDate('2026-07-01'), pick(92));
  const ids: PersonId[] = [];
  for (let number = 0; number < scale.people; number++) {
    const person = buildPerson({
      name: `${INVENTED_SURNAME} ${String.fromCodePoint(0x4e00 + number * 7)}子`,
      kana: '',
      district: DISTRICTS[Math.min(pick(5), 3)] ?? 'horie',
      watchStartedOn: number % 12 === 0 ? summerDay() : asCalendarDate('2026-04-01'),
    });
    const { personId } = await register.ok('people.register', { person, consent: null });
    ids.push(personId);
  }
  const longKnown = ids.filter((_id, number) => number % 12 !== 0);
  for (let number = 0; number < scale.visits; number++) {
    const visit = buildVisit({
      visitedOn: summerDay(),
      method: METHODS[Math.min(pick(9), 4)] ?? 'visit',
      result: RESULTS[Math.min(pick(7), 3)] ?? 'met',
    });
    await register.ok('visits.record', { personId: longKnown[pick(longKnown.length)] as PersonId, visit });
  }
  for (let number = 0; number < scale.consultations; number++) {
    const consultation = buildConsultation({
      personId: number % 5 === 0 ? null : (ids[pick(ids.length)] as PersonId),
      consultedOn: summerDay(),
      content: String(1 + pick(14)).padStart(2, '0'),
      field: ['elderly', 'elderly', 'disability', 'other'][pick(4)] ?? 'elderly',
    });
    await register.ok('consultations.record', { consultation });
  }
  for (const [number, personId] of longKnown.entries()) {
    if (number % 15 === 1) {
      const reason = number % 30 === 1 ? 'moved' : 'facility';
      await register.ok('people.endWatch', { personId, endedOn: summerDay(), reason, note: '' });
    }
  }
  return ids;
}
