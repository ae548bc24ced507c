// The 担い手 through the router: entered, revised, never deleted, counted by the people who name them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import { supporterIdSchema } from '#shared/model/ids.ts';
import { buildPerson } from '#tests/support/builders.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister();
});
afterEach(() => register.close());

const build = (overrides: object = {}) => ({
  kind: 'volunteer' as const,
  name: '見守 一郎',
  district: 'horie',
  phone: '06-0000-0001',
  isActive: true,
  ...overrides,
});

describe('a supporter', () => {
  it('is kept as entered and revised whole', async () => {
    const { id } = await register.ok('supporters.register', build());
    expect(await register.ok('supporters.list', {})).toEqual([{ ...build(), id, assigned: 0 }]);
    const next = { kind: 'commissioner' as const, name: '民生 花子', district: null, phone: '', isActive: false };
    await register.ok('supporters.revise', { id, supporter: next });
    expect(await register.ok('supporters.list', {})).toEqual([{ ...next, id, assigned: 0 }]);
  });

  it('is refused with a district that no list holds, naming the field', async () => {
    const expected = { ok: false, error: { code: 'unknown_code', fields: { district: 'not_in_list' } } };
    expect(await register.router.call('supporters.register', build({ district: 'no_such' }))).toEqual(expected);
    const { id } = await register.ok('supporters.register', build());
    expect(await register.router.call('supporters.revise', { id, supporter: build({ district: 'female' }) })).toEqual(
      expected,
    );
    expect(await register.ok('supporters.list', {})).toEqual([{ ...build(), id, assigned: 0 }]);
  });

  it('who is nobody cannot be revised', async () => {
    const id = supporterIdSchema.parse('00000000-0000-4000-8000-000000000000');
    expect(await register.refused('supporters.revise', { id, supporter: build() })).toBe('not_found');
  });

  it('is counted by the people under watch in either role, and named on their pages even when inactive', async () => {
    const { id: volunteerId } = await register.ok('supporters.register', build());
    const { id: commissionerId } = await register.ok(
      'supporters.register',
      build({ kind: 'commissioner', name: '民生 花子' }),
    );
    const person = buildPerson({ volunteerId, commissionerId });
    const { personId } = await register.ok('people.register', { person, consent: null });
    await register.ok('people.register', { person: buildPerson({ volunteerId }), consent: null });
    const assigned = async () =>
      Object.fromEntries((await register.ok('supporters.list', {})).map((each) => [each.name, each.assigned]));
    expect(await assigned()).toEqual({ '見守 一郎': 2, '民生 花子': 1 });

    await register.ok('people.endWatch', {
      personId,
      endedOn: asCalendarDate('2026-10-14'),
      reason: 'moved',
      note: '',
    });
    expect(await assigned()).toEqual({ '見守 一郎': 1, '民生 花子': 0 });

    await register.ok('supporters.revise', { id: volunteerId, supporter: build({ isActive: false }) });
    expect((await register.ok('people.get', { personId })).volunteerName).toBe('見守 一郎');
  });

  it('may have the name of another: people do', async () => {
    await register.ok('supporters.register', build());
    await register.ok('supporters.register', build());
    expect(await register.ok('supporters.list', {})).toHaveLength(2);
  });
});
