// Five thousand invented people: list, search and due days still answer exactly what a plain count over the same people says.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerPerson } from '#main/features/people/people.service.ts';
import { randomId } from '#main/platform/ids.ts';
import type { PersonInput } from '#shared/contract/person-shape.ts';
import { addDays, asCalendarDate } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { buildPerson } from '#tests/support/builders.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

const HOW_MANY = 5000;
const TODAY = asCalendarDate('2026-10-15');

const FAMILY: readonly (readonly [string, string])[] = [
  ['高橋', 'たかはし'],
  ['髙橋', 'たかはし'],
  ['渡辺', 'わたなべ'],
  ['渡邉', 'ワタナベ'],
  ['斎藤', 'さいとう'],
  ['齋藤', 'ｻｲﾄｳ'],
  ['山﨑', 'やまさき'],
  ['伊藤', 'いとう'],
  ['佐々木', 'ささき'],
  ['江戸川', 'えどがわ'],
  ['阿倍野', 'あべの'],
];
const GIVEN: readonly (readonly [string, string])[] = [
  ['ハナ', 'はな'],
  ['一郎', 'いちろう'],
  ['みすゞ', 'みすず'],
  ['久', 'ひさし'],
  ['キヨ', 'きよ'],
  ['次郎', 'じろう'],
  ['ヱイ', 'えい'],
];
const TOWNS = ['南堀江', '北堀江', '江戸堀', '京町堀', '九条', '千代崎', '立売堀', '新町', '本田'];

function inventedPerson(n: number): PersonInput {
  const [family, familyKana] = FAMILY[n % FAMILY.length] ?? ['', ''];
  const [given, givenKana] = GIVEN[Math.floor(n / FAMILY.length) % GIVEN.length] ?? ['', ''];
  const town = TOWNS[n % TOWNS.length];
  return buildPerson({
    name: `${family} ${given}`,
    kana: `${familyKana} ${givenKana}`,
    address: `${town}${(n % 4) + 1}丁目${(n % 30) + 1}-${(n % 17) + 1}`,
    building: n % 3 === 0 ? `見本第${n % 50}ハイツ` : '',
    room: n % 3 === 0 ? String(100 + (n % 900)) : '',
    phone: `06-0${String(n).padStart(3, '0').slice(-3)}-${String(n).padStart(4, '0')}`,
    frequency: ['weekly', 'monthly', 'as_needed', null][n % 4] ?? null,
    lastSeenBeforeOn: n % 5 === 0 ? null : addDays(TODAY, -(n % 400)),
    watchStartedOn: addDays(TODAY, -(n % 900)),
    birthOn: addDays(asCalendarDate('1930-01-01'), n),
  });
}

const PEOPLE = Array.from({ length: HOW_MANY }, (_, n) => inventedPerson(n));

let register: TestRegister;
let numbers: ReadonlyMap<PersonId, number>;
beforeAll(async () => {
  register = await openTestRegister({ today: TODAY });
  register.vault.session.transaction((writer) => {
    const now = '2026-10-15T03:00:00.000Z';
    const context = { writer, today: TODAY, now, newId: randomId, actor: '見本 花子', auditDetail: () => {} };
    for (const person of PEOPLE) {
      registerPerson(context, person, null);
    }
  });
  numbers = new Map((await register.ok('people.list', {})).map((row) => [row.id, row.registerNumber]));
});
afterAll(() => register.close());

const numbersOf = async (text: string, limit = 10_000) => {
  const hits = await register.ok('people.search', { text, limit });
  return hits.map(({ personId }) => numbers.get(personId) ?? 0);
};
/** Numbers of the people of whom this is true; the person at index 0 has number 1. */
const numbersWhere = (isMeant: (person: PersonInput) => boolean) =>
  PEOPLE.flatMap((person, index) => (isMeant(person) ? [index + 1] : []));

const ascending = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

describe('five thousand people', () => {
  it('are all listed, each once, in 五十音 order', async () => {
    const rows = await register.ok('people.list', {});
    expect(ascending(rows.map(({ registerNumber }) => registerNumber))).toEqual(PEOPLE.map((_, index) => index + 1));
    const keys = rows.map(({ kanaKey }) => kanaKey);
    expect(keys).toEqual([...keys].sort());
    expect(keys.slice(0, 1)).toEqual(['あへの いちろう']);
    expect(keys.at(-1)).toMatch(/^わたなへ/u);
    for (const row of rows.slice(0, 200)) {
      expect(row.name).toBe(PEOPLE[row.registerNumber - 1]?.name);
    }
  });

  it.each<[string, (person: PersonInput) => boolean]>([
    ['高橋', ({ name }) => /^[高髙]橋/u.test(name)],
    ['斉藤', ({ name }) => /^[斎齋]藤/u.test(name)],
    ['わたなべ', ({ name }) => /^渡[辺邉]/u.test(name)],
    ['渡邊 キヨ', ({ name }) => /^渡[辺邉] キヨ/u.test(name)],
    ['みすず', ({ name }) => name.endsWith('みすゞ')],
    ['佐佐木', ({ name }) => name.startsWith('佐々木')],
    ['江戸', ({ name, address }) => name.startsWith('江戸') || address.startsWith('江戸')],
    ['立売堀4丁目', ({ address }) => address.startsWith('立売堀4丁目')],
    ['見本第7ハイツ', ({ building }) => building === '見本第7ハイツ'],
    ['誰でもない', () => false],
  ])('are searched for %j without missing or adding anybody', async (text, isMeant) => {
    const expected = numbersWhere(isMeant);
    if (text !== '誰でもない') {
      expect(expected.length).toBeGreaterThan(0);
    }
    expect(ascending(await numbersOf(text))).toEqual(expected);
  });

  it('are found one by one by their telephone and their number', async () => {
    for (const n of [0, 1, 77, 999, 1234, 4999]) {
      expect(await numbersOf(PEOPLE[n]?.phone ?? '')).toContain(n + 1);
      expect((await numbersOf(String(n + 1)))[0]).toBe(n + 1);
    }
  });

  it('are cut off at the limit that was asked for', async () => {
    expect(await numbersOf('高橋', 7)).toHaveLength(7);
  });

  it('are each due on the day that their frequency says', async () => {
    const rows = await register.ok('people.list', {});
    for (const { registerNumber, lastSeenOn, nextDueOn } of rows) {
      const person = PEOPLE[registerNumber - 1];
      expect(lastSeenOn).toBe(person?.lastSeenBeforeOn);
      switch (person?.frequency) {
        case 'weekly':
          expect(nextDueOn).toBe(person.lastSeenBeforeOn ? addDays(person.lastSeenBeforeOn, 7) : person.watchStartedOn);
          break;
        case 'monthly':
          expect(nextDueOn).not.toBeNull();
          break;
        default:
          expect(nextDueOn).toBeNull();
      }
    }
  });

  it('are compared for doubles without a false one', async () => {
    const twin = PEOPLE[2718];
    const found = await register.ok('people.findSimilar', {
      name: twin?.name.replace(' ', '') ?? '',
      birthOn: twin?.birthOn ?? null,
      address: '',
      phone: '',
    });
    expect(found.map(({ registerNumber }) => registerNumber)).toEqual([2719]);
  });
});
