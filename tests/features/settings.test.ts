// The settings through the router: what is named changes, the rest stays, and nothing unknown is taken.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const STANDARD = {
  registerName: '西区 見守り台帳',
  districts: [],
  autoLockMinutes: 10,
  retentionYears: 5,
  textSize: 'standard',
  dateStyle: 'era',
  visibleColumns: [],
};

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister();
});
afterEach(() => register.close());

describe('the settings', () => {
  it('begin with the standard ones', async () => {
    expect(await register.ok('settings.get', {})).toEqual(STANDARD);
  });

  it('change where they are named and stay elsewhere, also after the register was shut and opened', async () => {
    await register.ok('settings.revise', { districts: ['horie', 'hiyoshi'] });
    const answer = await register.ok('settings.revise', { textSize: 'large', registerName: ' 堀江地域\n見守り台帳 ' });
    const expected = {
      ...STANDARD,
      districts: ['horie', 'hiyoshi'],
      textSize: 'large',
      registerName: '堀江地域 見守り台帳',
    };
    expect(answer).toEqual(expected);
    register.vault.lock();
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(await register.ok('settings.get', {})).toEqual(expected);
    expect(await register.ok('settings.revise', {})).toEqual(expected);
  });

  it.each([
    [{ colour: 'red' }],
    [{ autoLockMinutes: 10, key: 'x' }],
    [{ textSize: 'huge' }],
    [{ dateStyle: null }],
    [{ districts: ['堀江'] }],
    [{ visibleColumns: new Array(61).fill('name') }],
    [{ registerName: 'あ'.repeat(61) }],
  ])('refuse what nobody declared: %o', async (changes) => {
    expect(await register.refused('settings.revise', changes)).toBe('invalid_input');
    expect(await register.ok('settings.get', {})).toEqual(STANDARD);
  });

  it('refuse a 地域 that no list holds, and change nothing beside it', async () => {
    expect(
      await register.router.call('settings.revise', { textSize: 'large', districts: ['horie', 'no_such'] }),
    ).toEqual({
      ok: false,
      error: { code: 'unknown_code', fields: { districts: 'not_in_list' } },
    });
    expect(await register.ok('settings.get', {})).toEqual(STANDARD);
  });
});
