// That nothing of an erased person is left: driven by the schema, looked for in every decrypted page. All people are invented.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '#main/platform/database/connection.ts';
import type { PersonId } from '#shared/model/ids.ts';
import {
  columnsOf,
  erase,
  foundIn,
  ownRows,
  personWithEverything,
  plantCanaries,
  tablesOf,
  withRaw,
} from '#tests/support/erased-person.ts';
import { columnsHolding, HOLDINGS } from '#tests/support/personal-data.ts';
import { copyAsAfterCrash, decryptedPages, openRaw } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';
import { erasePeople } from '#tests/torture/erasure.ts';

const NAME = '廃棄野 かなりあ';

let register: TestRegister;
let personId: PersonId;
let otherId: PersonId;

beforeEach(async () => {
  register = await openTestRegister({ today: '2026-10-15' });
  personId = await personWithEverything(register, NAME);
  otherId = await personWithEverything(register, '架空 残る子');
});
afterEach(() => register.close());

const ALL_ROWS = '1 = 1';

/** Columns that are in the register and not on the list of holdings, and the other way round. */
function unlisted(raw: Connection): readonly string[] {
  const there = tablesOf(raw).flatMap((table) => columnsOf(raw, table).map(({ name }) => `${table}.${name}`));
  const listed = Object.entries(HOLDINGS).flatMap(([table, columns]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  );
  return [...there.filter((each) => !listed.includes(each)), ...listed.filter((each) => !there.includes(each))];
}

/** References to people, or to what belongs to a person, that the list does not call so. */
function wronglyListed(raw: Connection): readonly string[] {
  const references = tablesOf(raw).flatMap((table) =>
    (raw.pragma(`foreign_key_list("${table}")`) as { table: string; from: string }[]).map((key) => ({
      ...key,
      in: table,
    })),
  );
  return references
    .filter(({ table }) => table === 'people' || table === 'visits' || table === 'consultations')
    .filter(({ in: table, from }) => !['person', 'record'].includes(HOLDINGS[table]?.[from] ?? ''))
    .map(({ in: table, from }) => `${table}.${from}`);
}

describe('the list of what holds something of people', () => {
  it('names every column of the register, and every reference to a person as one', async () => {
    await withRaw(register, (raw) => {
      expect(unlisted(raw)).toEqual([]);
      expect(wronglyListed(raw)).toEqual([]);
    });
  });

  it('misses a column and a table that somebody adds (control)', async () => {
    await withRaw(register, (raw) => {
      raw.exec('ALTER TABLE visits ADD COLUMN rumour TEXT');
      raw.exec('CREATE TABLE photographs (id TEXT PRIMARY KEY, person_id TEXT REFERENCES people(id)) STRICT');
      expect(unlisted(raw)).toEqual(['visits.rumour', 'photographs.id', 'photographs.person_id']);
      expect(wronglyListed(raw)).toEqual(['photographs.person_id']);
    });
  });
});

describe('after an erasure', () => {
  it('no decrypted page holds a word of the person; before it, every one was found', async () => {
    const found = await erasePeople(1);
    expect(found.planted).toBeGreaterThan(40);
    expect(found).toMatchObject({ before: found.planted, after: 0 });
  });

  it('no column of any table holds the id, except the three that keep it bare', async () => {
    const holding = (raw: Connection) =>
      tablesOf(raw).flatMap((table) =>
        columnsOf(raw, table)
          .filter(
            ({ name }) =>
              raw.prepare(`SELECT 1 FROM "${table}" WHERE CAST("${name}" AS TEXT) LIKE ?`).get(`%${personId}%`) !==
              undefined,
          )
          .map(({ name }) => `${table}.${name}`),
      );
    const aboutThem = JSON.stringify({ personId, question: 'x' });
    await register.ok('drafts.keep', { key: 'consultation:new' as never, body: aboutThem });
    // A closed month that counts them: the consultation is of this October.
    register.setToday('2026-11-05');
    await register.ok('closings.close', { month: '2026-10' as never });
    const before = await withRaw(register, holding);
    expect(before).toEqual(
      expect.arrayContaining(['people.id', 'drafts.key', 'drafts.body', 'retention_holds.person_id']),
    );
    await erase(register, [personId]);
    const kept = columnsHolding('kept_id').map(([table, column]) => `${table}.${column}`);
    expect((await withRaw(register, holding)).toSorted()).toEqual(kept.toSorted());
  });

  it('everything of everybody else is there as it was', async () => {
    const ofOther = (raw: Connection) =>
      tablesOf(raw).map((table) => [
        table,
        raw.prepare(`SELECT * FROM "${table}" WHERE ${ownRows(table, otherId)}`).all(),
      ]);
    await register.ok('retention.release', { personId: otherId });
    const before = await withRaw(register, ofOther);
    await erase(register, [personId]);
    expect(await withRaw(register, ofOther)).toEqual(before);
  });
});

describe('the name in the records of others', () => {
  it.each(columnsHolding('words'))(
    'is found in %s.%s, and gone from every page once it is replaced',
    async (table, column) => {
      const isJson = table === 'drafts';
      const text = `きのう${NAME.replace(' ', '')}さんの話をした`;
      const rows = isJson
        ? "key = 'consultation:new'"
        : table in { meetings: 1, agenda_items: 1 }
          ? ALL_ROWS
          : ownRows(table, otherId);
      await register.ok('drafts.keep', { key: 'consultation:new' as never, body: JSON.stringify({ question: 'x' }) });
      const changed = await withRaw(
        register,
        (raw) =>
          raw
            .prepare(`UPDATE "${table}" SET "${column}" = ? WHERE ${rows}`)
            .run(isJson ? JSON.stringify({ question: text }) : text).changes,
      );
      expect(changed).toBeGreaterThan(0);
      await register.ok('retention.release', { personId });
      const { mentions } = await register.ok('retention.preview', { personIds: [personId] });
      expect(mentions.length).toBe(changed);
      await erase(register, [personId]);
      const pages = await decryptedPages(register.folder);
      expect(foundIn(pages, ['廃棄野かなりあ', NAME])).toEqual([]);
      expect(foundIn(pages, ['きのう（廃棄済みの方）さんの話をした'])).toHaveLength(1);
    },
  );
});

describe('a crash between the deletion and the rewriting of the file', () => {
  it('is made good by the next unlock', async () => {
    const planted = await plantCanaries(register, personId);
    // So much that whole pages become free.
    await withRaw(register, (raw) =>
      raw.prepare('UPDATE visits SET note = note || ? WHERE person_id = ?').run('長い記録'.repeat(2000), personId),
    );
    const copies: string[] = [];
    const { events } = register;
    events.push = (...added) => {
      if (added.some((event) => event.type === 'changed' && event.feature === 'retention')) {
        copies.push(copyAsAfterCrash(register.folder));
      }
      return Array.prototype.push.apply(events, added);
    };
    await erase(register, [personId]);
    const crashed = copies.at(-1) ?? '';

    const raw = await openRaw(crashed);
    expect(raw.prepare('SELECT residue_cleared_at FROM disposals').all()).toEqual([{ residue_cleared_at: null }]);
    expect(raw.pragma('freelist_count', { simple: true })).toBeGreaterThan(0);
    raw.close();

    const again = await openTestRegister({ folder: crashed, today: '2026-10-16' });
    await again.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(await again.ok('retention.certificates', {})).toMatchObject([{ number: 1, isResidueCleared: true }]);
    expect(again.vault.source.connection.pragma('freelist_count', { simple: true })).toBe(0);
    expect(foundIn(await decryptedPages(crashed), planted)).toEqual([]);
    expect(await again.ok('audit.verify', {})).toMatchObject({ brokenAt: null });
    again.close();
    rmSync(join(crashed, '..'), { recursive: true, force: true });
  });
});
