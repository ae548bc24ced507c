// The 紛失時説明書: what it says is what the files are, it names no person, and a register brought back from a backup can still make it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditTrail } from '#main/platform/database/schema/registry.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import { chooseBackup, newestBackup } from '#tests/support/backups.ts';
import { buildConsultation, buildPerson, buildVisit } from '#tests/support/builders.ts';
import { openRaw, readStoredSlots, textsIn } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const NAME = '架空 ひみつ';

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister();
  const person = buildPerson({ name: NAME, careLevel: 'care2' });
  const { personId } = await register.ok('people.register', { person, consent: null });
  await register.ok('people.register', { person: buildPerson({ name: '架空 別人' }), consent: null });
  await register.ok('people.endWatch', { personId, endedOn: asCalendarDate('2026-10-14'), reason: 'moved', note: '' });
  await register.ok('visits.record', { personId, visit: buildVisit({ note: NAME }) });
  await register.ok('consultations.record', { consultation: buildConsultation({ personId, question: NAME }) });
});
afterEach(() => register.close());

const heldOf = (held: readonly { readonly kind: string; readonly count: number }[]) =>
  Object.fromEntries(held.map(({ kind, count }) => [kind, count]));

describe('the report', () => {
  it('counts people and kinds of data, and says who opened the register last', async () => {
    const report = await register.ok('loss.report', {});
    expect(report).toMatchObject({
      readAt: '2026-10-15T03:00:00.000Z',
      appVersion: '0.0.0-test',
      people: { registered: 2, watched: 1 },
      lastOpened: { at: '2026-10-15T03:00:00.000Z', actor: '見本 花子' },
      restored: null,
      backups: { lastMadeAt: null, count: 0, lastCopiedAt: null },
    });
    expect(heldOf(report.held)).toMatchObject({ identity: 2, care: 1, handbook: 0, visits: 1, consultations: 1 });
  });

  it('says of each key what its slot on the disk says', async () => {
    const { slots, registerId } = readStoredSlots(register.folder);
    const report = await register.ok('loss.report', {});
    expect(report.registerId).toBe(registerId);
    expect(report.keyHolders).toEqual(
      slots.flatMap((slot) =>
        slot.kind === 'passphrase'
          ? {
              name: slot.coordinator,
              kind: 'passphrase',
              since: slot.createdAt,
              derivation: {
                memoryMib: slot.kdf.memoryKib / 1024,
                iterations: slot.kdf.iterations,
                parallelism: slot.kdf.parallelism,
              },
            }
          : [],
      ),
    );
  });

  it('says since when a recovery code holds', async () => {
    const { asked, groups } = await register.ok('vault.drawRecoveryCode', { ownPassphrase: TEST_PASSPHRASE });
    await register.ok('vault.confirmRecoveryCode', { groups: asked.map((index) => groups[index] ?? '') });
    expect((await register.ok('loss.report', {})).keyHolders.at(-1)).toEqual({
      name: '回復用コード',
      kind: 'recovery',
      since: '2026-10-15T03:00:00.000Z',
      derivation: null,
    });
  });

  it('is about a file that is encrypted as the paper says', async () => {
    const raw = await openRaw(register.folder);
    const config = (name: string) =>
      raw.prepare<[string], { value: unknown }>(`SELECT sqlite3mc_config('sqlcipher', ?) AS value`).get(name)?.value;
    expect(raw.pragma('cipher', { simple: true })).toBe('sqlcipher');
    // 2: SHA-512. SQLCipher has AES-256 in CBC mode and no other.
    expect([config('legacy'), config('hmac_use'), config('hmac_algorithm')]).toEqual([4, 1, 2]);
    raw.close();
    expect(readFileSync(join(register.folder, 'register.db')).subarray(0, 6).toString('latin1')).not.toBe('SQLite');
  });

  it('names nobody of the register: with the control that would find it', async () => {
    const report = Buffer.from(JSON.stringify(await register.ok('loss.report', {})));
    expect(textsIn(report, [NAME, '架空', '南堀江'])).toEqual([]);
    expect(textsIn(Buffer.from(JSON.stringify(await register.ok('people.list', {}))), [NAME])).toEqual([NAME]);
  });

  it('says when the last backup was made and when one was carried away', async () => {
    await register.ok('backups.make', {});
    register.setToday('2026-10-16');
    const stick = mkdtempSync(join(tmpdir(), 'mimamori-stick-'));
    register.dialogAnswers.push(stick);
    await register.ok('backups.copyTo', {});
    rmSync(stick, { recursive: true });
    expect((await register.ok('loss.report', {})).backups).toEqual({
      lastMadeAt: '2026-10-15T03:00:00.000Z',
      count: 1,
      lastCopiedAt: '2026-10-16T03:00:00.000Z',
    });
  });
});

describe('on another machine, after the first was lost', () => {
  it('it is made from a backup: as of the backup, and saying that it is', async () => {
    await register.ok('backups.make', {});
    const other = await openTestRegister({ isEmpty: true, today: '2026-11-02' });
    const file = await chooseBackup(other, newestBackup(register));
    await other.ok('backups.restore', { file, passphrase: TEST_PASSPHRASE });
    await other.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    const before = await register.ok('loss.report', {});
    const after = await other.ok('loss.report', {});
    expect(after).toMatchObject({
      registerId: before.registerId,
      keyHolders: before.keyHolders,
      people: before.people,
      held: before.held,
      lastOpened: { at: '2026-11-02T03:00:00.000Z' },
      restored: {
        at: '2026-11-02T03:00:00.000Z',
        madeAt: '2026-10-15T03:00:00.000Z',
        lastOpened: { at: '2026-10-15T03:00:00.000Z', actor: '見本 花子' },
      },
    });
    other.close();
  });
});

describe('the paper', () => {
  it('is printed to where the user says, with one row in the trail', async () => {
    const path = join(register.outbox, 'loss.pdf');
    register.dialogAnswers.push(path);
    expect(await register.ok('loss.printReport', {})).toMatchObject({ fileName: 'loss.pdf' });
    expect(register.printedRoutes).toEqual(['/print/loss']);
    expect(readFileSync(path, 'latin1')).toContain('%PDF');
    const rows = register.vault.session.reader.select().from(auditTrail).all();
    expect(rows.at(-1)).toMatchObject({ operation: 'loss.printReport', subjectId: null, detail: '{}' });
  });

  it('is not made, and not in the trail, when the dialog is closed or the page fails', async () => {
    const count = () => register.vault.session.reader.select().from(auditTrail).all().length;
    const before = count();
    register.dialogAnswers.push(null);
    expect(await register.refused('loss.printReport', {})).toBe('cancelled');
    expect(count()).toBe(before);
  });
});
