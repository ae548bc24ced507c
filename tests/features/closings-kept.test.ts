// What was closed stays: against changes, failures in the middle, erasure and a return to a backup. Invented people only.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import { chooseBackup, newestBackup } from '#tests/support/backups.ts';
import { closingMonths } from '#tests/support/closing-months.ts';
import { withRaw } from '#tests/support/erased-person.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const on = asCalendarDate;

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister({ today: '2026-10-15' });
});
afterEach(() => register.close());

const { enter, visit, close, recordsOf } = closingMonths(() => register);
const overview = () => register.ok('closings.overview', {});

describe('what was closed stays', () => {
  const TABLES = ['closed_months', 'counted_events', 'closed_counts'] as const;

  it('the register itself refuses to change or delete a row of it', async () => {
    await visit(await enter(), '2026-09-10');
    await close('2026-09');
    await withRaw(register, (raw) => {
      for (const table of TABLES) {
        expect(raw.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n).toBeGreaterThan(0);
        expect(() => raw.exec(`UPDATE ${table} SET month = '2026-08'`)).toThrow('append-only');
        expect(() => raw.exec(`DELETE FROM ${table}`)).toThrow('append-only');
      }
    });
  });

  it('a closing that fails in the middle leaves nothing of itself, and can be done again', async () => {
    await visit(await enter(), '2026-09-10');
    await withRaw(register, (raw) =>
      raw.exec(
        "CREATE TRIGGER breaks BEFORE INSERT ON closed_counts WHEN NEW.source = 'acknowledgements' BEGIN SELECT RAISE(ABORT, 'broken'); END",
      ),
    );
    expect(await register.refused('closings.close', { month: '2026-09' })).toBe('unexpected');
    await withRaw(register, (raw) => {
      for (const table of TABLES) {
        expect(raw.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
      }
      raw.exec('DROP TRIGGER breaks');
    });
    await close('2026-09');
    expect(recordsOf('2026-09', 'acknowledgements')).toEqual([]);
    expect(recordsOf('2026-09', 'visits')).toHaveLength(1);
  });

  it('somebody who was erased has ended without a reason, and stays a bare id', async () => {
    const personId = await enter({ name: '架空 廃棄', watchStartedOn: on('2026-04-01') });
    await visit(personId, '2026-08-10');
    await close('2026-08');
    await register.ok('people.endWatch', { personId, endedOn: on('2026-09-10'), reason: 'moved', note: '' });
    const { digest } = await register.ok('retention.preview', { personIds: [personId] });
    await register.ok('retention.erase', {
      personIds: [personId],
      basis: 'request',
      confirmedCount: 1,
      digest,
      mentions: [],
    });
    await close('2026-09');
    expect(recordsOf('2026-09', 'ended')).toEqual([{ personId, count: 1, reason: 'none' }]);
    expect(recordsOf('2026-08', 'watched')).toEqual([{ personId, count: 1, district: 'horie', ageBand: 'age85' }]);
  });

  it('a backup brings the closings back as they were then: what came later is open again, and counted once', async () => {
    const personId = await enter();
    await visit(personId, '2026-08-10');
    await close('2026-08');
    await register.ok('backups.make', {});
    const path = newestBackup(register);
    await visit(personId, '2026-09-10');
    await close('2026-09');
    await register.ok('backups.restore', {
      file: await chooseBackup(register, path),
      passphrase: TEST_PASSPHRASE,
    });
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect((await overview()).closed.map((each) => each.month)).toEqual(['2026-08']);
    await close('2026-09');
    expect(recordsOf('2026-09', 'visits')).toEqual([]);
    expect(recordsOf('2026-08', 'visits')).toEqual([{ personId, count: 1, method: 'visit', result: 'met' }]);
  });
});
