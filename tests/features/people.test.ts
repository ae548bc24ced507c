// The register of people through the router: what is kept, what is refused and under which field, numbers, contacts, supporters, codes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonInput } from '#shared/contract/person-shape.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import { type PersonId, personIdSchema, supporterIdSchema } from '#shared/model/ids.ts';
import { buildPerson } from '#tests/support/builders.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const on = asCalendarDate;

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister({ today: '2026-10-15' });
});
afterEach(() => register.close());

const enter = (overrides: Partial<PersonInput> = {}) =>
  register.ok('people.register', { person: buildPerson(overrides), consent: null });
const get = (personId: PersonId) => register.ok('people.get', { personId });
const refusalOfEntering = async (overrides: Partial<PersonInput>) => {
  const answer = await register.router.call('people.register', { person: buildPerson(overrides), consent: null });
  return answer.ok ? 'ok' : answer.error;
};

describe('entering a person', () => {
  it('keeps every field as typed, and gives the whole person back after the register was shut and opened', async () => {
    const { id: volunteerId } = await register.ok('supporters.register', supporter('volunteer', '見守 一郎'));
    const { id: commissionerId } = await register.ok('supporters.register', supporter('commissioner', '民生 花子'));
    const person = buildPerson({
      name: '髙𣘺　みすゞ',
      kana: 'たかはし　みすず',
      household: 'alone',
      careLevel: 'support1',
      dementiaLevel: null,
      eligibility: null,
      residence: 'living',
      watchType: 'gentle',
      frequency: 'weekly',
      volunteerId,
      commissionerId,
      wing: '3号棟',
      mobile: '090-0000-1234',
      accessNote: '管理人は午前中のみ',
      lastSeenBeforeOn: on('2026-03-20'),
      note: '  一行目\n\t=SUM(A1)\n「"\'%_\\」 <script>alert(1)</script> 😀 ',
      contacts: [
        { name: '長女 架空', relation: '長女', phone: '06-0000-0001', note: '平日の夜' },
        { name: '甥 架空', relation: '甥', phone: '', note: '' },
      ],
    });
    const consent = {
      status: 'given',
      decidedOn: on('2026-04-01'),
      method: 'mail',
      scope: ['watchers'],
      documentNumber: 'A-1',
    };
    const { personId, registerNumber } = await register.ok('people.register', { person, consent });
    expect(registerNumber).toBe(1);
    register.vault.lock();
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(await get(personId)).toEqual({
      ...person,
      id: personId,
      registerNumber: 1,
      watchEndedOn: null,
      endReason: null,
      endNote: '',
      volunteerName: '見守 一郎',
      commissionerName: '民生 花子',
      lastSeenOn: '2026-03-20',
      nextDueOn: '2026-03-27',
      consents: [{ ...consent, recordedOn: '2026-10-15' }],
    });
  });

  it('puts a text of one line on one line, and leaves a note its lines', async () => {
    const { personId } = await enter({ name: '  架空\n  ハナ ', note: 'a\r\nb\n' });
    expect(await get(personId)).toMatchObject({ name: '架空 ハナ', note: 'a\r\nb\n' });
  });

  it('begins the watch today unless a day is given', async () => {
    const { personId } = await enter({ watchStartedOn: null });
    expect((await get(personId)).watchStartedOn).toBe('2026-10-15');
  });

  it('numbers people one after the other, never twice, whatever was refused between them', async () => {
    const numbers: number[] = [];
    for (let n = 0; n < 5; n++) {
      numbers.push((await enter()).registerNumber);
      await refusalOfEntering({ sex: 'unknown' });
    }
    expect(numbers).toEqual([1, 2, 3, 4, 5]);
    const entered = await Promise.all(Array.from({ length: 20 }, () => enter()));
    expect(new Set(entered.map(({ registerNumber }) => registerNumber)).size).toBe(20);
    expect(Math.max(...entered.map(({ registerNumber }) => registerNumber))).toBe(25);
  });

  it.each<[keyof PersonInput]>([
    ['sex'],
    ['district'],
    ['household'],
    ['careLevel'],
    ['dementiaLevel'],
    ['dailyLivingLevel'],
    ['handbookPhysical'],
    ['handbookIntellectual'],
    ['handbookMental'],
    ['eligibility'],
    ['residence'],
    ['watchType'],
    ['frequency'],
  ])('refuses a code of %s that no list holds, naming the field', async (field) => {
    expect(await refusalOfEntering({ [field]: 'no_such_code' })).toEqual({
      code: 'unknown_code',
      fields: { [field]: 'not_in_list' },
    });
    expect(await register.ok('people.list', {})).toEqual([]);
  });

  it('names all fields with an unknown code at once, and takes no code of another list', async () => {
    expect(await refusalOfEntering({ sex: 'horie', district: 'female', household: 'alone' })).toEqual({
      code: 'unknown_code',
      fields: { sex: 'not_in_list', district: 'not_in_list' },
    });
  });

  it('refuses a supporter whom nobody knows, naming the role', async () => {
    const nobody = supporterIdSchema.parse(NOBODY);
    expect(await refusalOfEntering({ volunteerId: nobody })).toEqual({
      code: 'not_found',
      fields: { volunteerId: 'not_in_list' },
    });
    expect(await refusalOfEntering({ commissionerId: nobody })).toEqual({
      code: 'not_found',
      fields: { commissionerId: 'not_in_list' },
    });
  });

  it.each([
    [{ birthOn: on('2026-10-16') }, 'date_in_future', { birthOn: 'in_future', watchStartedOn: undefined }],
    [{ watchStartedOn: on('2026-10-16') }, 'date_in_future', { watchStartedOn: 'in_future' }],
    [{ lastSeenBeforeOn: on('2026-10-16') }, 'date_in_future', { lastSeenBeforeOn: 'in_future' }],
    [{ watchStartedOn: on('1940-03-03') }, 'date_before_birth', { watchStartedOn: 'before_birth' }],
    [{ lastSeenBeforeOn: on('1940-03-03') }, 'date_before_birth', { lastSeenBeforeOn: 'before_birth' }],
  ])('refuses impossible dates: %o', async (overrides, code, fields) => {
    expect(await refusalOfEntering(overrides)).toEqual({ code, fields: JSON.parse(JSON.stringify(fields)) });
  });

  it('takes a watch that begins, and a last sight, on the day of birth or today', async () => {
    await enter({ birthOn: on('2026-10-15'), watchStartedOn: on('2026-10-15'), lastSeenBeforeOn: on('2026-10-15') });
  });

  it('does not take a date that no calendar had', async () => {
    for (const birthOn of ['2026-02-29', '1940-13-01', '1940-3-4', '昭和15年3月4日', '']) {
      expect(await register.refused('people.register', { person: { ...buildPerson(), birthOn }, consent: null })).toBe(
        'invalid_input',
      );
    }
  });

  it('is undone whole when its consent is refused', async () => {
    const consent = { status: 'no_such', decidedOn: null, method: null, scope: [], documentNumber: '' };
    expect(await register.refused('people.register', { person: buildPerson(), consent })).toBe('unknown_code');
    expect(await register.ok('people.list', {})).toEqual([]);
  });
});

const supporter = (kind: 'volunteer' | 'commissioner', name: string) => ({
  kind,
  name,
  district: null,
  phone: '',
  isActive: true,
});

describe('revising a person', () => {
  it('replaces every field, and the contacts in their order', async () => {
    const contact = (name: string) => ({ name, relation: '', phone: '', note: '' });
    const { personId } = await enter({ contacts: [contact('一'), contact('二'), contact('三')] });
    const next = buildPerson({ name: '改名 ハナ', room: '', contacts: [contact('三'), contact('一'), contact('四')] });
    await register.ok('people.revise', { personId, person: next });
    const revised = await get(personId);
    expect(revised).toMatchObject({ ...next, registerNumber: 1 });
    expect(revised.contacts.map(({ name }) => name)).toEqual(['三', '一', '四']);
    await register.ok('people.revise', { personId, person: buildPerson({ contacts: [] }) });
    expect((await get(personId)).contacts).toEqual([]);
  });

  it('is found under the new name and no longer under the old one', async () => {
    const { personId } = await enter({ name: '旧姓 ハナ', kana: 'きゅうせい はな' });
    await register.ok('people.revise', { personId, person: buildPerson({ name: '新姓 ハナ', kana: 'しんせい はな' }) });
    const search = (text: string) => register.ok('people.search', { text, limit: 10 });
    expect(await search('新姓')).toEqual([{ personId, match: 'name' }]);
    expect(await search('旧姓')).toEqual([]);
    expect(await search('きゅうせい')).toEqual([]);
  });

  it('refuses what entering refuses, and changes nothing then', async () => {
    const { personId } = await enter();
    const before = await get(personId);
    const revise = (overrides: Partial<PersonInput>) =>
      register.refused('people.revise', { personId, person: buildPerson(overrides) });
    expect(await revise({ sex: 'no_such' })).toBe('unknown_code');
    expect(await revise({ birthOn: on('2027-01-01'), watchStartedOn: on('2026-10-15') })).toBe('date_in_future');
    expect(await revise({ contacts: [{ name: '', relation: '', phone: '', note: '' }] })).toBe('invalid_input');
    expect(await get(personId)).toEqual(before);
  });

  it('never loses the first day of the watch: nothing would fall due any more', async () => {
    const { personId } = await enter({ frequency: 'weekly' });
    const answer = await register.router.call('people.revise', {
      personId,
      person: buildPerson({ frequency: 'weekly', watchStartedOn: null }),
    });
    expect(answer).toEqual({ ok: false, error: { code: 'invalid_input', fields: { watchStartedOn: 'required' } } });
  });

  it('does not put the first day of a watch after its last', async () => {
    const { personId } = await enter({ watchStartedOn: on('2026-04-01') });
    await register.ok('people.endWatch', { personId, endedOn: on('2026-05-01'), reason: 'moved', note: '' });
    const revise = (day: string) =>
      register.router.call('people.revise', { personId, person: buildPerson({ watchStartedOn: on(day) }) });
    expect(await revise('2026-05-02')).toMatchObject({ error: { code: 'date_out_of_order' } });
    expect(await revise('2026-05-01')).toMatchObject({ ok: true });
  });

  it('answers "not found" for a person who is not there, in every operation on one', async () => {
    const personId = personIdSchema.parse(NOBODY);
    const consent = { status: 'given', decidedOn: null, method: null, scope: [], documentNumber: '' };
    expect(await register.refused('people.get', { personId })).toBe('not_found');
    expect(await register.refused('people.revise', { personId, person: buildPerson() })).toBe('not_found');
    expect(await register.refused('people.recordConsent', { personId, consent })).toBe('not_found');
    expect(await register.refused('people.resumeWatch', { personId })).toBe('not_found');
    expect(
      await register.refused('people.endWatch', { personId, endedOn: '2026-10-15', reason: 'moved', note: '' }),
    ).toBe('not_found');
  });
});

describe('the list of people', () => {
  it('is in the order of the kana table: voicing and small letters count last, whatever the script', async () => {
    const kana = [
      'わだ',
      'かとう',
      'がとう',
      'きよた',
      'キョウダ',
      'ｱｲﾀﾞ',
      'あいた',
      'スズキ',
      'すーざん',
      'んぐば',
      'いとう',
    ];
    for (const each of kana) {
      await enter({ name: `架空 ${each}`, kana: each });
    }
    expect((await register.ok('people.list', {})).map((row) => row.kana)).toEqual([
      'あいた',
      'ｱｲﾀﾞ',
      'いとう',
      'かとう',
      'がとう',
      'キョウダ',
      'きよた',
      'すーざん',
      'スズキ',
      'わだ',
      'んぐば',
    ]);
  });

  it('holds ended watches too, with the consent in force and the names of the supporters', async () => {
    const { id: volunteerId } = await register.ok('supporters.register', supporter('volunteer', '見守 一郎'));
    const { personId } = await enter({ volunteerId });
    const consent = (status: string) => ({ status, decidedOn: null, method: null, scope: [], documentNumber: '' });
    await register.ok('people.recordConsent', { personId, consent: consent('given') });
    await register.ok('people.recordConsent', { personId, consent: consent('withdrawn') });
    await register.ok('people.endWatch', {
      personId,
      endedOn: on('2026-10-14'),
      reason: 'consent_withdrawn',
      note: '',
    });
    expect(await register.ok('people.list', {})).toMatchObject([
      { id: personId, consentStatus: 'withdrawn', volunteerName: '見守 一郎', watchEndedOn: '2026-10-14' },
    ]);
  });

  it('shows no column that the table does not need', async () => {
    await enter({ note: '秘密', accessNote: '秘密' });
    const [row] = await register.ok('people.list', {});
    expect(Object.keys(row ?? {})).not.toEqual(expect.arrayContaining(['note']));
    expect(JSON.stringify(row)).not.toContain('秘密');
  });
});
