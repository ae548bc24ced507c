// One turned bit in any page of the register is found at unlock and said as damage: never a wrong passphrase, never shown later. The
// positive control is the same file without it, which opens.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPerson } from '#tests/support/builders.ts';
import { databasePath, flipBytes, openRaw } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const PAGE = 4096;

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister();
  for (let n = 0; n < 20; n++) {
    await register.ok('people.register', { person: buildPerson({ note: 'あ'.repeat(1500) }), consent: null });
  }
  register.vault.lock();
});
afterEach(() => register.close());

const unlock = () => register.router.call('vault.unlock', { passphrase: TEST_PASSPHRASE });

describe('the check at unlock', () => {
  it('finds one turned bit in every single page', async () => {
    const path = databasePath(register.folder);
    const whole = readFileSync(path);
    const pages = whole.byteLength / PAGE;
    const raw = await openRaw(register.folder);
    expect(raw.pragma('freelist_count', { simple: true })).toBe(0);
    raw.close();
    expect(pages).toBeGreaterThan(70);
    const answers = new Map<string, number>();
    for (let page = 0; page < pages; page++) {
      // Another place in each page: contents, the page's random start value, its HMAC.
      flipBytes(path, page * PAGE + ((page * 1021 + 17) % PAGE));
      const answer = await unlock();
      const code = answer.ok ? `opened with page ${page + 1}` : answer.error.code;
      answers.set(code, (answers.get(code) ?? 0) + 1);
      register.vault.lock();
      writeFileSync(path, whole);
    }
    expect([...answers]).toEqual([['register_damaged', pages]]);
    expect((await unlock()).ok).toBe(true);
    expect(await register.ok('people.list', {})).toHaveLength(20);
  });

  it('finds a reference that leads nowhere', async () => {
    const raw = await openRaw(register.folder);
    raw.pragma('foreign_keys=OFF');
    const { id } = raw.prepare<[], { id: string }>('SELECT id FROM people LIMIT 1').get() ?? { id: '' };
    raw.prepare('UPDATE people SET volunteer_id = ? WHERE id = ?').run('nobody', id);
    raw.close();
    expect(await register.refused('vault.unlock', { passphrase: TEST_PASSPHRASE })).toBe('register_damaged');
  });
});
