// The chain of the audit trail: whole after a workload, broken by whatever is done to its rows behind the app, and its end known beside
// the register. All people are invented.
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '#main/platform/database/connection.ts';
import { auditTrail } from '#main/platform/database/schema/registry.ts';
import { deriveKey } from '#main/platform/vault/register-keys.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { buildPerson, buildVisit } from '#tests/support/builders.ts';
import { databasePath, keysOf, openRaw } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

let register: TestRegister;
let personId: PersonId;
const unlock = () => register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
const verify = () => register.ok('audit.verify', {});
const standing = () => register.ok('audit.standing', {});
const rows = () => register.vault.session.reader.select().from(auditTrail).all();
const headPath = () => join(register.folder, 'audit-head.json');
const knownHead = () => JSON.parse(readFileSync(headPath(), 'utf8')) as { sequence: number; hash: string };
const enter = async (name: string) => register.ok('people.register', { person: buildPerson({ name }), consent: null });

beforeEach(async () => {
  register = await openTestRegister();
  ({ personId } = await enter('架空 一'));
  for (let n = 0; n < 5; n++) {
    await register.ok('visits.record', { personId, visit: buildVisit() });
  }
});
afterEach(() => register.close());

/** Does something to the rows as whoever has the key and an SQL program would, with the register shut and the triggers gone. */
async function tamper(work: (raw: Connection) => void): Promise<void> {
  register.vault.lock();
  const raw = await openRaw(register.folder);
  raw.exec('DROP TRIGGER audit_trail_keeps_rows; DROP TRIGGER audit_trail_keeps_words');
  work(raw);
  raw.close();
  await unlock();
}

describe('the chain', () => {
  it('holds over a workload, across locks and refusals', async () => {
    await register.refused('people.revise', { personId, person: { name: '' } });
    register.vault.lock();
    await unlock();
    await register.ok('people.get', { personId });
    await register.ok('people.endWatch', {
      personId,
      endedOn: '2026-10-14' as never,
      reason: 'moved',
      note: '',
    });
    expect(await verify()).toEqual({ rows: rows().length, brokenAt: null });
    expect(rows().length).toBeGreaterThan(8);
    expect(new Set(rows().map(({ hash }) => hash)).size).toBe(rows().length);
  });

  it('goes over more rows than one page of the check', async () => {
    const { transaction, auditKey } = register.vault.session;
    const { appendAudit } = await import('#main/platform/audit/audit-trail.queries.ts');
    const at = '2026-10-15T03:00:00.000Z';
    transaction((writer) => {
      for (let n = 0; n < 4100; n++) {
        appendAudit(writer, auditKey, { at, actor: 'x', operation: 'visits.record', subjectId: null, detail: { n } });
      }
    });
    expect(await verify()).toEqual({ rows: rows().length, brokenAt: null });
  });

  it('is not broken by opening the file and touching nothing: the control', async () => {
    await tamper(() => {});
    expect((await verify()).brokenAt).toBeNull();
    expect(await standing()).toEqual({ standing: 'same', missing: 0 });
  });

  it.each<[string, number, (raw: Connection) => void]>([
    ['who did it is altered', 4, (raw) => raw.exec("UPDATE audit_trail SET actor = '別 人' WHERE sequence = 4")],
    ['the time is altered', 4, (raw) => raw.exec("UPDATE audit_trail SET at = '2020' WHERE sequence = 4")],
    ['what was done is altered', 3, (raw) => raw.exec("UPDATE audit_trail SET operation = 'x' WHERE sequence = 3")],
    [
      'whom it was about is altered',
      3,
      (raw) => raw.exec('UPDATE audit_trail SET subject_id = NULL WHERE sequence = 3'),
    ],
    ['the counts are altered', 5, (raw) => raw.exec(`UPDATE audit_trail SET detail = '{"a":1}' WHERE sequence = 5`)],
    ['a hash is altered', 5, (raw) => raw.exec("UPDATE audit_trail SET hash = '00' WHERE sequence = 5")],
    ['a row in the middle is deleted', 5, (raw) => raw.exec('DELETE FROM audit_trail WHERE sequence = 4')],
    ['the first row is deleted', 2, (raw) => raw.exec('DELETE FROM audit_trail WHERE sequence = 1')],
    [
      'two rows change places',
      3,
      (raw) =>
        raw.exec(`UPDATE audit_trail SET sequence = 900 WHERE sequence = 3;
          UPDATE audit_trail SET sequence = 3 WHERE sequence = 4; UPDATE audit_trail SET sequence = 4 WHERE sequence = 900`),
    ],
    [
      'a row is put in between',
      4,
      (raw) =>
        raw.exec(`UPDATE audit_trail SET sequence = -sequence WHERE sequence > 3;
          UPDATE audit_trail SET sequence = 1 - sequence WHERE sequence < 0;
          INSERT INTO audit_trail SELECT 4, at, actor, operation, subject_id, detail, hash FROM audit_trail WHERE sequence = 3`),
    ],
  ])('says where it breaks when %s', async (_what, sequence, work) => {
    await tamper(work);
    expect((await verify()).brokenAt?.sequence).toBe(sequence);
  });

  it('is made with a key of its own, which is wiped on lock', async () => {
    const { auditKey } = register.vault.session;
    expect(auditKey.equals(deriveKey(await keysOf(register.folder), 'audit'))).toBe(true);
    expect(auditKey.equals(deriveKey(await keysOf(register.folder), 'database'))).toBe(false);
    register.vault.lock();
    expect(auditKey.every((byte) => byte === 0)).toBe(true);
  });
});

describe('the end of the trail, kept beside the register', () => {
  it('is there after each lock, and says nothing of anybody', () => {
    register.vault.lock();
    const { sequence, hash } = knownHead();
    expect([sequence, hash.length]).toEqual([7, 64]);
    expect(readFileSync(headPath(), 'utf8')).not.toContain(personId);
  });

  it('follows a save without a lock, a little later', async () => {
    const before = knownHead().sequence;
    await expect.poll(() => knownHead().sequence, { timeout: 60_000 }).toBe(rows().length);
    expect(knownHead().sequence).toBeGreaterThan(before);
  });

  it('shows that rows were cut off at the end, which the chain alone cannot', async () => {
    await tamper((raw) => raw.exec('DELETE FROM audit_trail WHERE sequence > 5'));
    expect((await verify()).brokenAt).toBeNull();
    expect(await standing()).toEqual({ standing: 'older', missing: 2 });
  });

  it('warns of an older register put in place, enters that, and warns of the way back too', async () => {
    const path = databasePath(register.folder);
    register.vault.lock();
    copyFileSync(path, `${path}.old`);
    await unlock();
    await enter('架空 二');
    await enter('架空 三');
    register.vault.lock();
    copyFileSync(path, `${path}.newer`);

    copyFileSync(`${path}.old`, path);
    await unlock();
    expect(await standing()).toEqual({ standing: 'older', missing: 3 });
    expect(rows().at(-1)).toMatchObject({ operation: 'vault.unlock', detail: '{"standing":"older","olderBy":3}' });
    register.vault.lock();
    await unlock();
    expect((await standing()).standing).toBe('same');
    register.vault.lock();

    copyFileSync(`${path}.newer`, path);
    await unlock();
    expect((await standing()).standing).toBe('different');
    expect(await register.ok('people.list', {})).toHaveLength(3);
  });

  it.each([
    ['gone', () => rmSync(headPath())],
    ['not what was written', () => writeFileSync(headPath(), '{"format":1}')],
  ])('is said to be unknown when the file is %s', async (_what, spoil) => {
    register.vault.lock();
    spoil();
    await unlock();
    expect((await standing()).standing).toBe('unknown');
  });

  it('goes on from a crash before the file followed, without a false warning', async () => {
    register.vault.lock();
    const head = readFileSync(headPath());
    await unlock();
    await enter('架空 二');
    register.vault.lock();
    writeFileSync(headPath(), head);
    await unlock();
    expect((await standing()).standing).toBe('same');
  });
});
