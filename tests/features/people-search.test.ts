// Finding people through the router: any writing of a name, kana in any script, Latin letters, digits, places, numbers; and likely doubles.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonInput } from '#shared/contract/person-shape.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { buildPerson } from '#tests/support/builders.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

const on = asCalendarDate;

let register: TestRegister;
let takahashi: PersonId;
let watanabe: PersonId;

async function open(): Promise<void> {
  register = await openTestRegister();
  takahashi = await enter({
    name: '髙橋 みすゞ',
    kana: 'たかはし みすず',
    phone: '06-0000-1234',
    mobile: '090-1111-2222',
    address: '南堀江1丁目6-5',
    building: '見本ハイツ',
    wing: '3号棟',
    room: '802',
  });
  watanabe = await enter({
    name: '渡邊 大輔',
    kana: 'ワタナベ ダイスケ',
    phone: '06-0000-9876',
    mobile: '',
    address: '江戸堀2丁目1-1',
    building: 'グラン江戸堀',
    wing: '',
    room: '1203',
  });
}

async function enter(overrides: Partial<PersonInput>): Promise<PersonId> {
  const { personId } = await register.ok('people.register', { person: buildPerson(overrides), consent: null });
  return personId;
}
const search = (text: string, limit = 50) => register.ok('people.search', { text, limit });

describe('a search', () => {
  beforeAll(open);
  afterAll(() => register.close());

  it.each([
    ['髙橋', 'name'],
    ['髙橋みすゞ', 'name'],
    ['髙橋　みすゞ', 'name'],
    ['橋', 'name'],
    ['高橋', 'variant'],
    ['高橋みすず', 'variant'],
    ['髙𣘺', 'variant'],
    ['たかはし', 'kana'],
    ['タカハシ', 'kana'],
    ['ﾀｶﾊｼ', 'kana'],
    ['たかはし みすず', 'kana'],
    ['takahashi', 'romaji'],
    ['TAKAHASI', 'romaji'],
    ['ｔａｋａ', 'romaji'],
    ['tm', 'romaji'],
    ['misuzu takahashi', 'romaji'],
    ['1234', 'phone'],
    ['06-0000-1234', 'phone'],
    ['0600001234', 'phone'],
    ['０６－００００－１２３４', 'phone'],
    ['09011112222', 'phone'],
    ['南堀江1丁目', 'address'],
    ['南堀江1-6-5', 'address'],
    ['見本ハイツ', 'address'],
    ['ﾊｲﾂ', 'address'],
    ['南堀江 見本', 'address'],
    ['1', 'number'],
    ['１', 'number'],
  ])('for %j finds her and says where: %s', async (text, match) => {
    const hits = await search(text);
    expect(hits).toContainEqual({ personId: takahashi, match });
  });

  it.each(['渡辺', '渡邉', 'わたなべ', 'watanabe', 'wd'])('for %j finds him, and only him', async (text) => {
    expect((await search(text)).map(({ personId }) => personId)).toEqual([watanabe]);
  });

  it('asks that every word be found', async () => {
    expect(await search('髙橋 江戸堀')).toEqual([]);
    expect((await search('渡辺 江戸堀')).map(({ personId }) => personId)).toEqual([watanabe]);
  });

  it.each(['', ' ', '　', '\t\n', '%', '_', '\\', "'", '"', '%%', '・', '\u0000', '\ufe00'])(
    'for %j finds nobody rather than everybody',
    async (text) => {
      expect(await search(text)).toEqual([]);
    },
  );

  it.each([
    "' OR 1=1 --",
    '%橋',
    '髙_',
    "髙橋'; DROP TABLE people; --",
    '*',
    '髙橋*',
    '(',
    '\\x',
    '0000-0000-0000-0000',
  ])('for %j takes signs of query languages for what they are', async (text) => {
    expect((await search(text)).length).toBeLessThanOrEqual(1);
    expect(await register.ok('people.list', {})).toHaveLength(2);
    expect(register.logged).toEqual([]);
  });
});

describe('the hits of a search', () => {
  beforeEach(open);
  afterEach(() => register.close());

  it('puts the bearer of a typed number first, then people under watch, then ended ones', async () => {
    const third = await enter({ name: '架空 三', kana: 'あ', phone: '06-2000-0001', address: '新町2-2' });
    await register.ok('people.endWatch', { personId: third, endedOn: on('2026-10-14'), reason: 'moved', note: '' });
    expect((await search('2'))[0]).toEqual({ personId: watanabe, match: 'number' });
    const all = await search('06');
    expect(all.map(({ personId }) => personId)).toEqual([takahashi, watanabe, third]);
  });

  it.each(['やま', 'yama', '山'])('puts who begins with %j before who only holds it', async (text) => {
    const nakayama = await enter({ name: '中山 見本', kana: 'ナカヤマ ミホン', address: '', building: '' });
    const yamada = await enter({ name: '山田 見本', kana: 'ヤマダ ミホン', address: '', building: '' });
    const found = (await register.ok('people.search', { text, limit: 10 })).map(({ personId }) => personId);
    expect(found).toEqual([yamada, nakayama]);
  });

  it('answers no more than was asked for', async () => {
    for (let n = 0; n < 12; n++) {
      await enter({ name: `架空 ${n}`, kana: 'かくう' });
    }
    expect(await search('架空', 5)).toHaveLength(5);
    expect(await search('架空', 100)).toHaveLength(12);
  });

  it('takes a hundred signs of anything', async () => {
    for (const text of ['あ'.repeat(100), 'a '.repeat(50), '1'.repeat(100), '𠮷'.repeat(50), '゛'.repeat(100)]) {
      await search(text);
    }
    expect(register.logged).toEqual([]);
  });
});

describe('likely doubles', () => {
  beforeAll(open);
  afterAll(() => register.close());

  const similar = async (overrides: { name: string; birthOn?: string; address?: string; phone?: string }) => {
    const { name, birthOn = null, address = '', phone = '' } = overrides;
    const rows = await register.ok('people.findSimilar', {
      name,
      birthOn: birthOn === null ? null : on(birthOn),
      address,
      phone,
    });
    return rows.map(({ id }) => id);
  };

  it('are found by the same name in any writing and one more thing in common', async () => {
    expect(await similar({ name: '高橋みすず', birthOn: '1940-03-04' })).toEqual([takahashi]);
    expect(await similar({ name: '高橋みすず', address: '南堀江一丁目６番５号' })).toEqual([takahashi]);
    expect(await similar({ name: '高橋みすず', phone: '090 1111 2222' })).toEqual([takahashi]);
    expect(await similar({ name: '高橋みすず' })).toEqual([takahashi]);
  });

  it('are not people who share a name alone, or all but the name', async () => {
    expect(await similar({ name: '高橋みすず', birthOn: '1941-03-04', phone: '06-9999-9999' })).toEqual([]);
    expect(await similar({ name: '高橋', birthOn: '1940-03-04' })).toEqual([]);
    expect(await similar({ name: '', birthOn: '1940-03-04' })).toEqual([]);
    expect(await similar({ name: ' ・ ', birthOn: '1940-03-04' })).toEqual([]);
  });

  it('are found among ended watches too', async () => {
    await register.ok('people.endWatch', { personId: takahashi, endedOn: on('2026-10-14'), reason: 'moved', note: '' });
    expect(await similar({ name: '高橋みすず', birthOn: '1940-03-04' })).toEqual([takahashi]);
  });
});
