// When nothing can be given out: a history that is not whole, work that is stopped, a disk that is full, a register that is locked.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Connection } from '#main/platform/database/connection.ts';
import { asCalendarDate, asCalendarMonth, type CalendarMonth } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { buildPerson, buildVisit, HANDOUT } from '#tests/support/builders.ts';
import { answerFolder } from '#tests/support/invented-year.ts';
import { openRaw } from '#tests/support/raw-register.ts';
import {
  openTestRegister,
  TEST_PASSPHRASE,
  type TestRegister,
  type TestRegisterOptions,
} from '#tests/support/test-register.ts';
import { mountSmallDisk } from '#tests/torture/full-disk.ts';

const JULY = asCalendarMonth('2026-07');
const AUGUST = asCalendarMonth('2026-08');
const TABLES = [{ tableId: 'visits_by_method', span: 'month' as const, form: 'fine' }];

let register: TestRegister;
afterEach(() => register.close());

/** Fourteen people who were visited in July and in August; July is closed. */
async function open(options: TestRegisterOptions = {}): Promise<void> {
  register = await openTestRegister({ today: '2026-09-03', ...options });
  for (let number = 0; number < 14; number += 1) {
    const person = buildPerson({ name: `架空 ${number}郎`, kana: '', watchStartedOn: asCalendarDate('2026-04-01') });
    const { personId } = await register.ok('people.register', { person, consent: null });
    for (const day of ['2026-07-10', '2026-08-10']) await visit(personId, day, number < 3 ? 'phone' : 'visit');
  }
  await register.ok('closings.close', { month: JULY });
}

const visit = (personId: PersonId, day: string, method: string) =>
  register.ok('visits.record', { personId, visit: buildVisit({ visitedOn: asCalendarDate(day), method }) });

const wishFor = (month: CalendarMonth) => ({ month, profile: 'council' as const, tables: TABLES, remarks: '' });
const prepare = (month = JULY) => register.ok('publications.prepare', wishFor(month));

async function prepareSafely(month = JULY): Promise<string> {
  const prepared = await prepare(month);
  if (prepared.state === 'refused') throw new Error(prepared.refusal.sentence);
  return prepared.preparedId;
}

async function publish(month = JULY): Promise<void> {
  const preparedId = await prepareSafely(month);
  answerFolder(register, month);
  await register.ok('publications.publish', { preparedId, handout: HANDOUT });
}

const refusal = async (month = AUGUST) => {
  const prepared = await prepare(month);
  if (prepared.state === 'safe') throw new Error('was expected to be refused');
  return prepared.refusal;
};

/** Does something to the ledger as whoever has the key and an SQL program would, with the register shut and the triggers gone. */
async function tamper(work: (raw: Connection) => void): Promise<void> {
  register.vault.lock();
  const raw = await openRaw(register.folder);
  raw.exec('DROP TRIGGER IF EXISTS publications_keeps_rows; DROP TRIGGER IF EXISTS publications_keeps_words');
  work(raw);
  raw.close();
  await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
}

describe('a history that is not whole', () => {
  it('refuses everything: a publication is gone, the last, the first, or all', async () => {
    await open();
    await publish();
    await register.ok('closings.close', { month: AUGUST });
    await publish(AUGUST);
    await tamper((raw) => raw.exec('DELETE FROM publications WHERE number = 2'));
    expect(await refusal()).toMatchObject({
      code: 'history_missing',
      sentence: '8月分の公表記録が見つからないため、安全を確認できません。',
      offers: [],
    });
    await tamper((raw) => raw.exec('DELETE FROM publications'));
    expect((await refusal()).code).toBe('history_missing');
  });

  it('says which month is missing between two', async () => {
    await open();
    await publish();
    await register.ok('closings.close', { month: AUGUST });
    await publish(AUGUST);
    await tamper((raw) => raw.exec('DELETE FROM publications WHERE number = 1'));
    expect((await refusal()).sentence).toBe('7月分の公表記録が見つからないため、安全を確認できません。');
  });

  it('refuses a record that was changed, whoever fits what stands beside it', async () => {
    await open();
    await publish();
    await register.ok('closings.close', { month: AUGUST });
    expect((await prepare(AUGUST)).state).toBe('safe');
    await tamper((raw) => {
      const { record } = raw.prepare('SELECT record FROM publications').get() as { record: Buffer };
      const text = gunzipSync(record).toString('utf8').replace('"shown":14', '"shown":15');
      raw.prepare('UPDATE publications SET record = ?').run(gzipSync(Buffer.from(text)));
    });
    expect(await refusal()).toMatchObject({
      code: 'history_damaged',
      sentence: '7月分の公表記録が、公表したときのものと違うため、安全を確認できません。',
    });
    await tamper((raw) => raw.prepare('UPDATE publications SET record = ?').run(Buffer.from('nothing')));
    expect((await refusal()).code).toBe('history_damaged');
  });

  it('and what was made safe before it changed is not given out any more', async () => {
    await open();
    const first = await prepareSafely();
    answerFolder(register, 'one');
    await register.ok('publications.publish', { preparedId: first, handout: HANDOUT });
    await register.ok('closings.close', { month: AUGUST });
    const preparedId = await prepareSafely(AUGUST);
    const { vault } = register;
    vault.session.transaction(() => {
      const { connection } = vault.source as unknown as { connection: Connection };
      connection.exec("UPDATE publication_head SET hash = 'another'");
    });
    answerFolder(register, 'two');
    expect(await register.refused('publications.publish', { preparedId, handout: HANDOUT })).toBe(
      'publication_outdated',
    );
    expect(readdirSync(join(register.outbox, 'two'))).toEqual([]);
  });

  it('takes no change and no deletion while the triggers are there', async () => {
    await open();
    await publish();
    register.vault.lock();
    const raw = await openRaw(register.folder);
    for (const statement of ['DELETE FROM publications', "UPDATE publications SET recipient = 'x'"]) {
      expect(() => raw.exec(statement), statement).toThrow('append-only');
    }
    raw.close();
  });
});

describe('work that is stopped', () => {
  it('by her: nothing is kept, and it can be begun again', async () => {
    let isStopping = true;
    await open({
      onEvent: (event) => {
        if (isStopping && event.type === 'progress' && event.operation === 'publications.prepare') {
          isStopping = false;
          void register.router.call('publications.cancelPreparing', {});
        }
      },
    });
    expect(await register.refused('publications.prepare', wishFor(JULY))).toBe('cancelled');
    await register.ok('publications.cancelPreparing', {});
    expect((await prepare()).state).toBe('safe');
  });

  it('by another preparation: the later one counts', async () => {
    await open();
    const first = register.router.call('publications.prepare', wishFor(JULY));
    const second = await prepare();
    expect(await first).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(second.state).toBe('safe');
  });

  it('by the lock: nothing is left of it after the unlock', async () => {
    let isLocking = true;
    await open({
      onEvent: (event) => {
        if (isLocking && event.type === 'progress' && event.operation === 'publications.prepare') {
          isLocking = false;
          register.vault.lock();
        }
      },
    });
    expect(await register.refused('publications.prepare', wishFor(JULY))).toBe('locked');
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    const preparedId = await prepareSafely();
    register.vault.lock();
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(await register.refused('publications.prepared', { preparedId })).toBe('not_found');
    expect(await register.refused('publications.publish', { preparedId, handout: HANDOUT })).toBe('not_found');
  });

  it('by the clock', async () => {
    await open({ protectOptions: { timeoutMs: 1 } });
    expect(await refusal(JULY)).toMatchObject({
      code: 'timed_out',
      sentence: '時間内に安全を確認できませんでした。出力していません。',
    });
  });

  it('by the death of its thread', async () => {
    await open({ protectOptions: { workerFile: new URL('data:text/javascript,process.exit(9)') } });
    expect((await refusal(JULY)).code).toBe('solver_failed');
    expect((await register.ok('publications.overview', {})).publications).toEqual([]);
  });
});

const disk = mountSmallDisk();
if (disk === null) {
  process.stdout.write('skipped: the full disk (mounting a small file system is not allowed here)\n');
}
afterAll(() => disk?.unmount());

describe.runIf(disk !== null)('a disk that is full', () => {
  it('takes nothing of a publication, and the ledger neither', async () => {
    await open();
    const folder = join(disk?.folder ?? '', 'stick');
    mkdirSync(folder);
    disk?.fill();
    const wish = { preparedId: await prepareSafely(), handout: HANDOUT };
    register.dialogAnswers.push(folder);
    expect(await register.refused('publications.publish', wish)).toBe('disk_full');
    expect(readdirSync(folder)).toEqual([]);
    expect((await register.ok('publications.overview', {})).publications).toEqual([]);
    disk?.free();
    register.dialogAnswers.push(folder);
    const { folderName } = await register.ok('publications.publish', wish);
    expect(readdirSync(folder)).toEqual([folderName]);
  });
});
