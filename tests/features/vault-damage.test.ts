// A register whose files were damaged, swapped or lost. What is wrong is said truly: a damaged file is never called a wrong passphrase,
// a wrong passphrase never a damaged file, and nothing ever starts empty.
import { copyFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, asCalendarDate } from '#shared/model/calendar-date.ts';
import { buildPerson } from '#tests/support/builders.ts';
import {
  databasePath,
  flipBytes,
  forgeSlots,
  openRaw,
  overwriteSlots,
  readStoredSlots,
  slotsPath,
  twinPath,
} from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';
import { flipPages, flipPagesWithoutMac } from '#tests/torture/bit-rot.ts';

const WRONG_PASSPHRASE = 'kawa-hashi-sakura-8';

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister();
  await register.ok('people.register', { person: buildPerson(), consent: null });
  register.vault.lock();
});
afterEach(() => register.close());

const refusalOf = (passphrase: string) => register.refused('vault.unlock', { passphrase });
const bothRefusals = async () => [await refusalOf(TEST_PASSPHRASE), await refusalOf(WRONG_PASSPHRASE)];

/** Every leaf of the slot file by its path, with one character turned into another of its kind. */
function flips(value: unknown, path: readonly string[] = []): { path: readonly string[]; flipped: unknown }[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => flips(inner, [...path, key]));
  }
  if (typeof value === 'number') {
    return [{ path, flipped: value + 1 }];
  }
  const text = String(value);
  const at = Math.floor(text.length / 2);
  const other = text[at] === '2' ? '3' : '2';
  return [{ path, flipped: text.slice(0, at) + other + text.slice(at + 1) }];
}

function put(target: unknown, [key = '', ...rest]: readonly string[], value: unknown): void {
  const record = target as Record<string, unknown>;
  if (rest.length === 0) {
    record[key] = value;
  } else {
    put(record[key], rest, value);
  }
}

/** The first refusal, or the last answer. */
async function readEverybody({ router }: TestRegister) {
  let answer = await router.call('people.list', {});
  const everybody = answer.ok ? (answer.value as readonly { readonly id: string }[]) : [];
  for (const { id } of everybody) {
    answer = answer.ok ? await router.call('people.get', { personId: id }) : answer;
  }
  return answer;
}

describe('damaged key slots', () => {
  it('are told from a wrong passphrase, whichever field rotted', async () => {
    const whole = readStoredSlots(register.folder);
    const all = flips(whole);
    expect(all.length).toBeGreaterThanOrEqual(14);
    for (const { path, flipped } of all) {
      const copy = structuredClone(whole);
      put(copy, path, flipped);
      overwriteSlots(register.folder, JSON.stringify(copy));
      expect(await bothRefusals(), path.join('.')).toEqual(['key_slots_damaged', 'key_slots_damaged']);
    }
    overwriteSlots(register.folder, JSON.stringify(whole));
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
  });

  it('never open when somebody changed a field and made the file fit again', async () => {
    const { checksum: _checksum, ...whole } = readStoredSlots(register.folder);
    for (const [at, { path, flipped }] of flips(whole).entries()) {
      const copy = structuredClone({ ...whole, checksum: '' });
      put(copy, path, flipped);
      try {
        forgeSlots(register.folder, copy);
      } catch {
        overwriteSlots(register.folder, JSON.stringify(copy));
      }
      // Each later than any wait after wrong tries.
      register.setToday(addDays(asCalendarDate('2026-10-15'), 2 * at));
      const withRight = await refusalOf(TEST_PASSPHRASE);
      register.setToday(addDays(asCalendarDate('2026-10-15'), 2 * at + 1));
      const withWrong = await refusalOf(WRONG_PASSPHRASE);
      expect(['wrong_passphrase', 'key_slots_damaged'], path.join('.')).toContain(withRight);
      expect(['wrong_passphrase', 'key_slots_damaged'], path.join('.')).toContain(withWrong);
      expect(withRight === 'wrong_passphrase' && withWrong !== 'wrong_passphrase', path.join('.')).toBe(false);
    }
  });

  it.each([
    ['cheaper than 64 MiB', { memoryKib: 65_535 }],
    ['dearer than this machine could pay', { memoryKib: 2_097_153 }],
    ['without an iteration', { iterations: 0 }],
    ['with an empty salt', { salt: '' }],
    ['with a salt of another length', { salt: 'AAAAAAAA' }],
    ['under another function', { name: 'argon2d' }],
  ])('are refused without trying when a slot is %s', async (_what, change) => {
    const stored = readStoredSlots(register.folder);
    const slots = stored.slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, ...change } }));
    overwriteSlots(register.folder, JSON.stringify({ ...stored, slots }));
    expect(await bothRefusals()).toEqual(['key_slots_damaged', 'key_slots_damaged']);
  });

  it.each([
    ['empty', ''],
    ['not JSON', '{"format":1,'],
    ['JSON of another kind', '[]'],
    ['of a later format', '{"format":3}'],
    ['a billion nested lists', '['.repeat(100_000)],
    ['polluting the prototype', '{"__proto__":{"slots":[]}}'],
  ])('are named when the file is %s', async (_what, content) => {
    overwriteSlots(register.folder, content);
    expect(await bothRefusals()).toEqual(['key_slots_damaged', 'key_slots_damaged']);
    expect(await register.ok('vault.status', {})).toMatchObject({ state: 'locked', coordinators: [] });
  });

  it('are named when the file is gone, and no new register is made over the database', async () => {
    rmSync(slotsPath(register.folder));
    rmSync(twinPath(register.folder));
    expect(await bothRefusals()).toEqual(['key_slots_damaged', 'key_slots_damaged']);
    expect(await register.refused('vault.create', { passphrase: TEST_PASSPHRASE, coordinator: '見本' })).toBe(
      'register_exists',
    );
  });

  it('of another register with the same passphrase do not open this one', async () => {
    const other = await openTestRegister();
    other.vault.lock();
    copyFileSync(slotsPath(other.folder), slotsPath(register.folder));
    copyFileSync(twinPath(other.folder), twinPath(register.folder));
    expect(await bothRefusals()).toEqual(['register_damaged', 'wrong_passphrase']);
    other.close();
  });
});

describe('a damaged database', () => {
  it.each([
    ['the first byte of the salt', [0]],
    ['a byte of the first page', [1000]],
    ['the last byte of the first page', [4095]],
  ])('is named when %s was turned over, and only to whoever has the passphrase', async (_what, offsets) => {
    flipBytes(databasePath(register.folder), ...offsets);
    const before = readFileSync(databasePath(register.folder));
    expect(await bothRefusals()).toEqual(['register_damaged', 'wrong_passphrase']);
    expect(readFileSync(databasePath(register.folder)).equals(before)).toBe(true);
  });

  it.each([
    ['gone', (path: string) => rmSync(path)],
    ['empty', (path: string) => truncateSync(path, 0)],
    ['cut off', (path: string) => truncateSync(path, 3000)],
    ['some other file', (path: string) => writeFileSync(path, 'SQLite format 3\0 not at all'.repeat(500))],
  ])('never becomes an empty register when the file is %s', async (_what, damage) => {
    damage(databasePath(register.folder));
    expect(await register.ok('vault.status', {})).toMatchObject({ state: 'locked' });
    expect(await bothRefusals()).toEqual(['register_damaged', 'wrong_passphrase']);
    expect(await register.refused('vault.create', { passphrase: TEST_PASSPHRASE, coordinator: '見本' })).toBe(
      'register_exists',
    );
    const again = await openTestRegister({ folder: register.folder });
    expect(await again.refused('vault.unlock', { passphrase: TEST_PASSPHRASE })).toBe('register_damaged');
    again.close();
  });

  it('in a later page is said as soon as that page is read', async () => {
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    for (let n = 0; n < 150; n++) {
      await register.ok('people.register', { person: buildPerson({ note: 'あ'.repeat(700) }), consent: null });
    }
    register.vault.lock();
    const path = databasePath(register.folder);
    const whole = readFileSync(path);
    const found: string[] = [];
    for (let page = 60; page < whole.byteLength / 4096; page += 9) {
      flipBytes(path, page * 4096 + 2000);
      const unlocked = await register.router.call('vault.unlock', { passphrase: TEST_PASSPHRASE });
      const listed = unlocked.ok ? await register.router.call('people.list', {}) : unlocked;
      const read = listed.ok ? await readEverybody(register) : listed;
      found.push(read.ok ? 'nothing' : read.error.code);
      register.vault.lock();
      writeFileSync(path, whole);
    }
    expect(found.length).toBeGreaterThan(8);
    expect(found).toContain('register_damaged');
    expect(found.filter((each) => each !== 'register_damaged' && each !== 'nothing')).toEqual([]);
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(await register.ok('people.list', {})).toHaveLength(151);
  });
});

describe('one bit in any page', () => {
  it('is found at unlock every time, and is never called anything else', async () => {
    const found = await flipPages(40, 9);
    expect(found).toEqual({ flipped: found.flipped, detectedAtUnlock: found.flipped, undetected: 0, misnamed: 0 });
    expect(found.flipped).toBeGreaterThan(10);
  });

  it('is not found where no page has a MAC: the control', () => {
    expect(flipPagesWithoutMac(register.outbox)).toBeGreaterThan(0);
  });
});

describe('a register of a newer version', () => {
  it('is refused as such, and its file is not touched', async () => {
    const raw = await openRaw(register.folder);
    raw.pragma('user_version=99');
    raw.close();
    const before = readFileSync(databasePath(register.folder));
    expect(await bothRefusals()).toEqual(['newer_schema', 'wrong_passphrase']);
    expect(readFileSync(databasePath(register.folder)).equals(before)).toBe(true);
    expect(register.vault.state).toBe('locked');
  });
});

describe('a register that another program holds', () => {
  it('is said to be busy, not damaged', async () => {
    const raw = await openRaw(register.folder);
    raw.pragma('locking_mode=EXCLUSIVE');
    raw.exec('BEGIN EXCLUSIVE');
    expect(await refusalOf(TEST_PASSPHRASE)).toBe('busy');
    raw.exec('ROLLBACK');
    raw.close();
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
  });
});

describe('settings that cannot be read', () => {
  it('count as unset one by one, so that the rest is kept', async () => {
    const raw = await openRaw(register.folder);
    const insert = raw.prepare('INSERT INTO settings VALUES (?, ?)');
    insert.run('registerName', '"西区 見本地域"');
    insert.run('autoLockMinutes', '"soon"');
    insert.run('districts', '[not json');
    raw.close();
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(await register.ok('settings.get', {})).toMatchObject({
      registerName: '西区 見本地域',
      autoLockMinutes: 10,
      districts: [],
    });
  });
});

describe('a path that is in the way', () => {
  it('is no register: a folder under the name of the slots is damage, not a missing register', async () => {
    for (const path of [slotsPath(register.folder), twinPath(register.folder)]) {
      rmSync(path);
      mkdirSync(path);
    }
    expect(await refusalOf(TEST_PASSPHRASE)).toBe('key_slots_damaged');
  });
});
