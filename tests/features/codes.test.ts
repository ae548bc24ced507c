// The code tables through the router: shipped whole, renamed, retired, added to; old records keep what they were given.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LISTS_WITH_MEANING, SHIPPED_CODES } from '#shared/model/code-lists.ts';
import { buildPerson } from '#tests/support/builders.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister();
});
afterEach(() => register.close());

const listOf = async (list: string) => (await register.ok('codes.list', {})).filter((entry) => entry.list === list);
const revise = (code: string, changes: { label?: string; position?: number; isRetired?: boolean }) =>
  register.router.call('codes.revise', {
    list: 'household',
    code,
    label: '独居（改）',
    position: 1,
    isRetired: false,
    ...changes,
  });

describe('the shipped code tables', () => {
  it('are all there, in their order, with what the program must know of them', async () => {
    const entries = await register.ok('codes.list', {});
    expect(entries).toHaveLength(SHIPPED_CODES.length);
    for (const { list, code, label, attributes } of SHIPPED_CODES) {
      expect(entries.find((entry) => entry.list === list && entry.code === code)).toMatchObject({
        label,
        isRetired: false,
        attributes: attributes ?? {},
      });
    }
    expect((await listOf('frequency')).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect((await listOf('district')).length).toBe(14);
  });
});

describe('a code', () => {
  it('is renamed and moved; records that have it keep it, and so does an opened register', async () => {
    const person = buildPerson({ household: 'alone' });
    const { personId } = await register.ok('people.register', { person, consent: null });
    expect(await revise('alone', { label: 'ひとり暮らし', position: 50 })).toMatchObject({
      ok: true,
      value: { code: 'alone', label: 'ひとり暮らし', position: 50 },
    });
    register.vault.lock();
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect((await listOf('household')).at(-1)).toMatchObject({ code: 'alone', label: 'ひとり暮らし' });
    expect((await register.ok('people.get', { personId })).household).toBe('alone');
  });

  it('that was retired stays on old records and is accepted when they are saved again', async () => {
    const person = buildPerson({ household: 'alone' });
    const { personId } = await register.ok('people.register', { person, consent: null });
    expect(await revise('alone', { isRetired: true })).toMatchObject({ ok: true });
    await register.ok('people.revise', { personId, person: { ...person, note: '直した' } });
    expect(await register.ok('people.get', { personId })).toMatchObject({ household: 'alone', note: '直した' });
    expect((await listOf('household')).find(({ code }) => code === 'alone')?.isRetired).toBe(true);
  });

  it('keeps what the program knows of it when it is renamed', async () => {
    const answer = await register.ok('codes.revise', {
      list: 'frequency',
      code: 'weekly',
      label: '毎週',
      position: 2,
      isRetired: false,
    });
    expect(answer.attributes).toEqual({ every: 7, unit: 'day' });
    const person = buildPerson({ frequency: 'weekly', lastSeenBeforeOn: null });
    const { personId } = await register.ok('people.register', { person, consent: null });
    expect((await register.ok('people.get', { personId })).nextDueOn).toBe('2026-04-01');
  });

  it('that nobody knows cannot be revised, nor one of another list', async () => {
    expect(await revise('no_such', {})).toMatchObject({ error: { code: 'not_found' } });
    expect(await revise('horie', {})).toMatchObject({ error: { code: 'not_found' } });
  });

  it('cannot take the label that another one of its list has, but keeps its own', async () => {
    expect(await revise('alone', { label: '夫婦のみ' })).toMatchObject({ error: { code: 'in_use' } });
    expect(await revise('alone', { label: '独居', position: 3 })).toMatchObject({ ok: true });
    expect(await revise('alone', { label: '堀江' })).toMatchObject({ ok: true });
  });
});

describe('an added code', () => {
  it('stands at the end of its list under a code of its own, and can be used at once', async () => {
    const before = await listOf('household');
    const added = await register.ok('codes.add', { list: 'household', label: ' 下宿 ' });
    expect(added).toMatchObject({ list: 'household', label: '下宿', isRetired: false, attributes: {}, synonyms: [] });
    expect(added.code).toMatch(/^own-[0-9a-f]{8}$/u);
    expect((await listOf('household')).map(({ code }) => code)).toEqual([
      ...before.map(({ code }) => code),
      added.code,
    ]);
    await register.ok('people.register', { person: buildPerson({ household: added.code }), consent: null });
  });

  it('cannot have a label that its list has already; another list may have it', async () => {
    expect(await register.refused('codes.add', { list: 'household', label: '夫婦のみ' })).toBe('in_use');
    expect(await register.refused('codes.add', { list: 'household', label: '　 ' })).toBe('invalid_input');
    for (const list of LISTS_WITH_MEANING) {
      expect(await register.refused('codes.add', { list, label: '隔日' })).toBe('invalid_input');
    }
    await register.ok('codes.add', { list: 'watchType', label: '夫婦のみ' });
  });
});
