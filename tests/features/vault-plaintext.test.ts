// What a stolen computer would give away: after a workload, a large sort and a crash, nothing personal stands in clear in any file.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildConsultation, buildPerson, buildVisit } from '#tests/support/builders.ts';
import { copyAsAfterCrash, filesUnder, openRaw, textsIn } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';
import { searchForCanaries, sortAndLook } from '#tests/torture/canaries.ts';

const NAME = '秘密野 カナリア';
const KANA = 'ひみつの かなりあ';
const NOTE = '合鍵は隣の架空さんが預かる';
const PHONE = '06-0987-6501';
const ANSWER = '夜の見回りを頼まれた件の返事';
const CANARIES = [NAME, KANA, NOTE, PHONE, ANSWER, PHONE.replaceAll('-', '')];

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister();
  await fill(register);
});
afterEach(() => register.close());

async function fill({ ok }: TestRegister): Promise<void> {
  for (let n = 0; n < 60; n++) {
    const person = buildPerson({ name: NAME, kana: KANA, note: NOTE.repeat(80), phone: PHONE });
    const { personId } = await ok('people.register', { person, consent: null });
    await ok('visits.record', { personId, visit: buildVisit({ note: NOTE }) });
    await ok('consultations.record', {
      consultation: buildConsultation({ personId, question: NOTE, answer: ANSWER }),
    });
    if (n % 7 === 0) {
      await ok('people.revise', { personId, person: { ...person, note: `${NOTE}（直した）` } });
    }
  }
  await ok('people.list', {});
  await ok('people.search', { text: NAME, limit: 50 });
}

const canariesUnder = (folder: string) =>
  filesUnder(folder).flatMap((path) => textsIn(readFileSync(path), CANARIES).map((text) => `${text} in ${path}`));

describe('what stands in clear', () => {
  it('is nothing in any file of the register, while it is open and after it was locked', () => {
    expect(canariesUnder(register.folder)).toEqual([]);
    register.vault.lock();
    expect(canariesUnder(register.folder)).toEqual([]);
  });

  it('is nothing in what a crash in the middle of a large write leaves, and the register opens as it was', async () => {
    const raw = await openRaw(register.folder);
    raw.pragma('cache_size=5');
    raw.exec('BEGIN IMMEDIATE');
    raw.prepare('UPDATE people SET note = note || ?').run(NOTE.repeat(40));
    const crashed = copyAsAfterCrash(register.folder);
    raw.exec('ROLLBACK');
    raw.close();
    expect(readdirSync(crashed)).toContain('register.db-journal');
    expect(canariesUnder(crashed)).toEqual([]);

    const again = await openTestRegister({ folder: crashed });
    await again.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    const people = await again.ok('people.list', {});
    expect(people).toHaveLength(60);
    const notes = await Promise.all(
      people.map(async ({ id }) => (await again.ok('people.get', { personId: id })).note),
    );
    expect(new Set(notes)).toEqual(new Set([NOTE.repeat(80), `${NOTE}（直した）`]));
    again.close();
    rmSync(join(crashed, '..'), { recursive: true });
  });

  it.runIf(process.platform === 'linux')('is nothing in the temporary files of a large sort', async () => {
    const raw = await openRaw(register.folder);
    expect(sortAndLook(raw, CANARIES)).toBe(0);
    // The control: without our setting, the same sort spills in clear.
    raw.pragma('temp_store=FILE');
    expect(sortAndLook(raw, CANARIES)).toBeGreaterThan(0);
    raw.close();
  });

  it('is nothing in what main logs or tells the renderer', async () => {
    const raw = await openRaw(register.folder);
    raw.exec(`CREATE TRIGGER broken BEFORE INSERT ON people BEGIN SELECT RAISE(ABORT, '${NAME}'); END`);
    raw.close();
    const answer = await register.router.call('people.register', {
      person: buildPerson({ name: NAME, note: NOTE }),
      consent: null,
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(register.logged).toHaveLength(1);
    const told = Buffer.from(JSON.stringify([answer, register.logged, register.events]));
    expect(textsIn(told, CANARIES)).toEqual([]);
  });
});

describe('the search for canaries', () => {
  it('finds none after a workload of every kind, and those that were planted', async () => {
    const search = await searchForCanaries(24);
    expect(search).toMatchObject({ canaries: 96, found: 0, controlFound: 3 });
    if (process.platform === 'linux') {
      expect(search.foundOpen).toBe(0);
      expect(search.controlFoundOpen).toBeGreaterThan(0);
    }
  });

  it('finds them in a database without a key, and in either order of UTF-16', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mimamori-control-'));
    const plain = new Database(join(folder, 'plain.db'));
    plain.exec('CREATE TABLE people (name TEXT, note TEXT)');
    plain.prepare('INSERT INTO people VALUES (?, ?)').run(NAME, NOTE);
    plain.close();
    writeFileSync(join(folder, 'utf16le.txt'), Buffer.from(KANA, 'utf16le'));
    writeFileSync(join(folder, 'utf16be.txt'), Buffer.from(PHONE, 'utf16le').swap16());
    expect(canariesUnder(folder).map((each) => each.split(' in ')[0])).toEqual(
      expect.arrayContaining([NAME, NOTE, KANA, PHONE]),
    );
    rmSync(folder, { recursive: true });
  });
});
