// That nothing of an erased person is left: driven by the schema, looked for in every decrypted page. All people are invented.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '#main/platform/database/connection.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { buildConsultation, buildMeeting, buildPerson, buildVisit } from '#tests/support/builders.ts';
import { columnsHolding, HOLDINGS } from '#tests/support/personal-data.ts';
import { copyAsAfterCrash, decryptedPages, openRaw } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const on = asCalendarDate;
const NAME = '廃棄野 かなりあ';
/** Long and unlike anything else: a stretch of it would be found too. */
const canaryOf = (table: string, column: string) => `金糸雀の言葉【${table}の${column}】`;

let register: TestRegister;
let personId: PersonId;
let otherId: PersonId;

beforeEach(async () => {
  register = await openTestRegister({ today: '2026-10-15' });
  personId = await personWithEverything(NAME);
  otherId = await personWithEverything('架空 残る子');
}, 30_000);
afterEach(() => register.close());

/** Has a row in every table that belongs to a person. */
async function personWithEverything(name: string): Promise<PersonId> {
  const { ok } = register;
  const person = buildPerson({
    name,
    watchStartedOn: on('2015-04-01'),
    contacts: [{ name: '架空 隣人', relation: '隣', phone: '06-0000-7777', note: 'x' }],
    note: 'x',
    accessNote: 'x',
  });
  const consent = { status: 'given', decidedOn: on('2020-10-01'), method: 'visit', scope: [], documentNumber: 'x' };
  const { personId: id } = await ok('people.register', { person, consent });
  for (let n = 0; n < 8; n += 1) {
    const visit = buildVisit({ visitedOn: on('2020-10-10'), note: 'x', signs: ['light_all_day'] });
    await ok('visits.record', { personId: id, visit });
  }
  const words = { question: 'x', answer: 'x', nextStep: 'x' };
  await ok('consultations.record', { consultation: buildConsultation({ personId: id, ...words }) });
  await ok('drafts.keep', { key: `visit:${id}` as never, body: JSON.stringify({ note: 'x' }) });
  await ok('people.endWatch', { personId: id, endedOn: on('2020-12-01'), reason: 'moved', note: 'x' });
  await ok('retention.hold', { personId: id, reason: 'dispute', note: 'x' });
  const { meetingId } = await ok('meetings.plan', { meeting: buildMeeting({ attendees: 'x' }) });
  await ok('meetings.saveAgenda', { meetingId, agenda: [{ kind: 'homework', title: 'x', body: 'x' }] });
  return id;
}

const ALL_ROWS = '1 = 1';

/** Rows of a table that belong to a person, as a condition. */
function ownRows(table: string, id: string): string {
  const columns = Object.entries(HOLDINGS[table] ?? {});
  const column = columns.find(([, holding]) => holding === 'person' || holding === 'record');
  if (!column) {
    return table === 'drafts' ? `key LIKE '%${id}%' OR body LIKE '%${id}%'` : '1 = 0';
  }
  return column[1] === 'person'
    ? `"${column[0]}" = '${id}'`
    : `"${column[0]}" IN (SELECT id FROM visits WHERE person_id = '${id}')`;
}

interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

const tablesOf = (raw: Connection) =>
  raw
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map(({ name }) => name);
const columnsOf = (raw: Connection, table: string) => raw.pragma(`table_info("${table}")`) as ColumnInfo[];

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

const withRaw = async <Value>(work: (raw: Connection) => Value): Promise<Value> => {
  const raw = await openRaw(register.folder);
  try {
    return work(raw);
  } finally {
    raw.close();
  }
};

/** Writes a canary into every text column of every row that is the person's; behind the app, so that no column is forgotten. */
const plantCanaries = (id: string) =>
  withRaw((raw) => {
    const planted: string[] = [];
    raw.exec('DROP TRIGGER IF EXISTS audit_trail_keeps_words');
    for (const table of tablesOf(raw).filter((each) => ownRows(each, id) !== '1 = 0')) {
      for (const { name, type, pk } of columnsOf(raw, table)) {
        const isId = pk > 0 || /_id$|_on$|_at$|^(?:key|scope|end_reason)$/u.test(name);
        if (type === 'TEXT' && !isId) {
          const canary = canaryOf(table, name);
          const value = table === 'drafts' ? `body || '${canary}'` : `'${canary}'`;
          const { changes } = raw
            .prepare(`UPDATE "${table}" SET "${name}" = ${value} WHERE ${ownRows(table, id)}`)
            .run();
          if (changes > 0) {
            planted.push(canary);
          }
        }
      }
    }
    return planted;
  });

const foundIn = (pages: readonly Buffer[], texts: readonly string[]) =>
  texts.filter((text) => pages.some((page) => page.includes(Buffer.from(text, 'utf8'))));

async function erase(ids: readonly PersonId[]) {
  const { ok } = register;
  for (const id of ids) {
    if ((await ok('retention.ofPerson', { personId: id }))?.hold) {
      await ok('retention.release', { personId: id });
    }
  }
  const { digest, mentions } = await ok('retention.preview', { personIds: [...ids] });
  return ok('retention.erase', {
    personIds: [...ids],
    basis: 'term',
    confirmedCount: ids.length,
    digest,
    mentions: mentions.map(({ id }) => ({ id, words: '（廃棄済みの方）' })),
  });
}

describe('the list of what holds something of people', () => {
  it('names every column of the register, and every reference to a person as one', async () => {
    await withRaw((raw) => {
      expect(unlisted(raw)).toEqual([]);
      expect(wronglyListed(raw)).toEqual([]);
    });
  });

  it('misses a column and a table that somebody adds (control)', async () => {
    await withRaw((raw) => {
      raw.exec('ALTER TABLE visits ADD COLUMN rumour TEXT');
      raw.exec('CREATE TABLE photographs (id TEXT PRIMARY KEY, person_id TEXT REFERENCES people(id)) STRICT');
      expect(unlisted(raw)).toEqual(['visits.rumour', 'photographs.id', 'photographs.person_id']);
      expect(wronglyListed(raw)).toEqual(['photographs.person_id']);
    });
  });
});

describe('after an erasure', () => {
  it('no decrypted page holds a word of the person; before it, every one was found', async () => {
    const planted = await plantCanaries(personId);
    expect(planted.length).toBeGreaterThan(40);
    expect(foundIn(await decryptedPages(register.folder), planted)).toEqual(planted);

    await erase([personId]);
    expect(foundIn(await decryptedPages(register.folder), planted)).toEqual([]);
    expect(foundIn(await decryptedPages(register.folder), ['金糸雀', NAME])).toEqual([]);
  });

  it('no column of any table holds the id, except the two that keep it bare', async () => {
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
    const before = await withRaw(holding);
    expect(before).toEqual(
      expect.arrayContaining(['people.id', 'drafts.key', 'drafts.body', 'retention_holds.person_id']),
    );
    await erase([personId]);
    const kept = columnsHolding('kept_id').map(([table, column]) => `${table}.${column}`);
    expect((await withRaw(holding)).toSorted()).toEqual(kept.toSorted());
  });

  it('everything of everybody else is there as it was', async () => {
    const ofOther = (raw: Connection) =>
      tablesOf(raw).map((table) => [
        table,
        raw.prepare(`SELECT * FROM "${table}" WHERE ${ownRows(table, otherId)}`).all(),
      ]);
    await register.ok('retention.release', { personId: otherId });
    const before = await withRaw(ofOther);
    await erase([personId]);
    expect(await withRaw(ofOther)).toEqual(before);
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
        (raw) =>
          raw
            .prepare(`UPDATE "${table}" SET "${column}" = ? WHERE ${rows}`)
            .run(isJson ? JSON.stringify({ question: text }) : text).changes,
      );
      expect(changed).toBeGreaterThan(0);
      await register.ok('retention.release', { personId });
      const { mentions } = await register.ok('retention.preview', { personIds: [personId] });
      expect(mentions.length).toBe(changed);
      await erase([personId]);
      const pages = await decryptedPages(register.folder);
      expect(foundIn(pages, ['廃棄野かなりあ', NAME])).toEqual([]);
      expect(foundIn(pages, ['きのう（廃棄済みの方）さんの話をした'])).toHaveLength(1);
    },
  );
});

describe('a crash between the deletion and the rewriting of the file', () => {
  it('is made good by the next unlock', async () => {
    const planted = await plantCanaries(personId);
    // So much that whole pages become free.
    await withRaw((raw) =>
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
    await erase([personId]);
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
