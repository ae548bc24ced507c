// 開示: everything on one person, driven by the schema; what is blackened is in no file. All people are invented.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '#main/platform/database/connection.ts';
import type { DisclosureSheet } from '#shared/contract/disclosure.contract.ts';
import { blackenedWords } from '#shared/model/blackening.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { buildConsultation, buildPerson, buildVisit, HANDOUT } from '#tests/support/builders.ts';
import { columnsHolding, HOLDINGS } from '#tests/support/personal-data.ts';
import { openRaw } from '#tests/support/raw-register.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

const on = asCalendarDate;
const NOBODY = '00000000-0000-4000-8000-000000000000';
const HER_WORDS = 'お元気でした。';
const CANARY = '金糸雀さんの息子さんが怒鳴っていたと、隣の方から聞いた。';

let register: TestRegister;
let personId: PersonId;
/** What the paper was given while it was printed. */
let papers: DisclosureSheet[];
let duringPrint: () => Promise<void>;

beforeEach(async () => {
  papers = [];
  duringPrint = async () => {};
  register = await openTestRegister({
    today: '2026-10-15',
    printToPdf: async (route) => {
      await duringPrint();
      const sheetId = route.split('/').at(-1) ?? '';
      papers.push(await register.ok('disclosure.paper', { sheetId }));
      return new TextEncoder().encode('%PDF-1.7 test');
    },
  });
  personId = await personWithEverything('開示野 かいこ');
});
afterEach(() => register.close());

async function personWithEverything(name: string): Promise<PersonId> {
  const { ok } = register;
  const contacts = [{ name: '架空 隣人', relation: '隣', phone: '06-0000-7777', note: 'x' }];
  const volunteer = {
    kind: 'volunteer',
    name: `見本 担い手${name}`,
    district: null,
    phone: '',
    isActive: true,
  } as const;
  const { id: volunteerId } = await ok('supporters.register', volunteer);
  const person = buildPerson({
    name,
    watchStartedOn: on('2015-04-01'),
    contacts,
    note: 'x',
    accessNote: 'x',
    volunteerId,
  });
  const consent = { status: 'given', decidedOn: on('2020-10-01'), method: 'visit', scope: [], documentNumber: 'x' };
  const { personId: id } = await ok('people.register', { person, consent });
  const visit = buildVisit({ visitedOn: on('2020-10-10'), note: `${HER_WORDS}${CANARY}`, signs: ['light_all_day'] });
  await ok('visits.record', { personId: id, visit });
  const words = { question: 'x', answer: 'x', nextStep: 'x' };
  const { consultationId } = await ok('consultations.record', {
    consultation: buildConsultation({ personId: id, ...words }),
  });
  await ok('drafts.keep', {
    key: `visit:${id}` as never,
    body: JSON.stringify({ note: 'x', method: 'visit', visitorId: NOBODY }),
  });
  await ok('drafts.keep', { key: `consultation:${consultationId}` as never, body: JSON.stringify({ answer: 'ｙ' }) });
  await ok('people.endWatch', { personId: id, endedOn: on('2020-12-01'), reason: 'moved', note: 'x' });
  await ok('retention.hold', { personId: id, reason: 'dispute', note: 'x' });
  return id;
}

const read = () => register.ok('disclosure.read', { personId });
const linesIn = ({ sections }: DisclosureSheet) =>
  sections.flatMap(({ entries }) => entries.flatMap(({ lines }) => lines));
const textOf = (sheet: DisclosureSheet) => JSON.stringify(sheet);

/** The passage that holds a text. @throws Error when there is not exactly one. */
function passageWith(sheet: DisclosureSheet, text: string) {
  const [found, ...more] = linesIn(sheet).flatMap(({ passages }) =>
    passages.filter((each) => each.text.includes(text)),
  );
  if (!found || more.length > 0) {
    throw new Error(`${more.length + 1} passages`);
  }
  return found;
}

async function write(blackened: readonly { passageId: string; reason: 'third_party' | 'agency' | 'duties' }[]) {
  const { digest } = await read();
  register.dialogAnswers.push(register.outbox);
  return register.ok('disclosure.write', { personId, digest, blackened: [...blackened], handout: HANDOUT });
}

const withRaw = async <Value>(work: (raw: Connection) => Value): Promise<Value> => {
  const raw = await openRaw(register.folder);
  try {
    return work(raw);
  } finally {
    raw.close();
  }
};

type ColumnInfo = { readonly name: string; readonly type: string; readonly pk: number };

/** Tables of the register that hold rows of people: those of the list, and whatever refers to a person or a visit. */
function tablesOfPeople(raw: Connection): string[] {
  const all = raw
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map(({ name }) => name);
  const listed = columnsHolding('person', 'record', 'key').map(([table]) => table);
  const refers = (table: string) =>
    (raw.pragma(`foreign_key_list("${table}")`) as { table: string }[]).some((key) =>
      ['people', 'visits', 'consultations'].includes(key.table),
    );
  return all.filter((table) => listed.includes(table) || refers(table));
}

/** Columns whose text is not for a reader: made from others. */
const DERIVED = ['people.search_text', 'people.kana_key', 'people.round_key'];

function ownRows(table: string): string {
  const own = Object.entries(HOLDINGS[table] ?? { person_id: 'person' });
  const [column = '', holding] = own.find(([, each]) => each === 'person' || each === 'record') ?? [];
  switch (holding) {
    case 'person':
      return `"${column}" = '${personId}'`;
    case 'record':
      return `"${column}" IN (SELECT id FROM visits WHERE person_id = '${personId}')`;
    default:
      return `key LIKE '%${personId}%'`;
  }
}

/** Puts a canary into every text column of every row of the person, behind the app, so that no column is forgotten. */
const plantCanaries = () =>
  withRaw((raw) =>
    tablesOfPeople(raw).flatMap((table) =>
      (raw.pragma(`table_info("${table}")`) as ColumnInfo[])
        .filter(({ name, type, pk }) => type === 'TEXT' && !(pk > 0 && name !== 'sign'))
        .filter(({ name }) => !/_id$|_on$|_at$|^(?:key|scope)$/u.test(name) && !DERIVED.includes(`${table}.${name}`))
        .flatMap(({ name }) => {
          const canary = `金糸雀【${table}の${name}】`;
          const value = table === 'drafts' ? `json_object('note', '${canary}')` : `'${canary}'`;
          const { changes } = raw.prepare(`UPDATE "${table}" SET "${name}" = ${value} WHERE ${ownRows(table)}`).run();
          return changes > 0 ? [canary] : [];
        }),
    ),
  );

const missingIn = (sheet: DisclosureSheet, canaries: readonly string[]) =>
  canaries.filter((canary) => !textOf(sheet).includes(canary));

describe('the disclosure holds everything', () => {
  it('from every text column of every table with people in it', async () => {
    const canaries = await plantCanaries();
    expect(canaries.length).toBeGreaterThan(35);
    const tables = columnsHolding('person', 'record', 'key').map(([table]) => table);
    expect([...new Set(canaries.map((canary) => /【(.+)の/u.exec(canary)?.[1]))].toSorted()).toEqual(tables.toSorted());
    expect(missingIn(await read(), canaries)).toEqual([]);
  });

  it('and a section or a table that is left out would be missed (control)', async () => {
    await withRaw((raw) => {
      raw.exec(
        'CREATE TABLE photographs (id TEXT PRIMARY KEY, person_id TEXT REFERENCES people(id), caption TEXT) STRICT',
      );
      raw.prepare("INSERT INTO photographs VALUES ('1', ?, 'x')").run(personId);
    });
    const canaries = await plantCanaries();
    const sheet = await read();
    expect(missingIn(sheet, canaries)).toEqual(['金糸雀【photographsのcaption】']);
    const withoutHolds = { ...sheet, sections: sheet.sections.filter(({ id }) => id !== 'retention_holds') };
    expect(missingIn(withoutHolds, canaries)).toContain('金糸雀【retention_holdsのnote】');
  });

  it('also days, codes, supporters and signs, in words', async () => {
    const text = textOf(await read());
    for (const words of ['令和2年10月10日', '見本 担い手開示野 かいこ', '南堀江1丁目6-5', '争い・苦情の途中', 'あり']) {
      expect(text).toContain(words);
    }
    const signs = linesIn(await read()).filter(({ label }) => label === '異変サイン');
    expect(signs.map(({ passages }) => passages[0]?.text)).toEqual(['昼間でも電気がついたまま']);
  });

  it('and what is being typed about the person, without the marks of the form', async () => {
    const drafts = (await read()).sections.find(({ id }) => id === 'drafts');
    const texts = drafts?.entries.flatMap(({ lines }) =>
      lines.flatMap(({ passages }) => passages.map(({ text }) => text)),
    );
    expect(texts).toEqual(['x', '訪問（対面）', 'ｙ']);
  });

  it('and what was done with the record: who looked, changed and carried it away, and when', async () => {
    // The ids that are kept bare: the trail is a section; of an erased person there is nobody to disclose to; what a closed month counts is
    // the visits and consultations that the sheet shows, and it names nobody.
    expect(columnsHolding('kept_id').map(([table]) => table)).toEqual(['disposals', 'audit_trail', 'closed_counts']);
    await register.ok('people.get', { personId });
    await write([]);
    const { sections } = await read();
    const textIn = (id: string) => JSON.stringify(sections.find((section) => section.id === id));
    for (const words of ['台帳に登録した', '見守りを記録した', '記録を見た', 'ご本人への開示を書き出した']) {
      expect(textIn('audit_trail')).toContain(words);
    }
    expect(textIn('issued_papers')).toContain(HANDOUT.recipient);
  });

  it('of that person and of nobody else', async () => {
    await register.ok('people.register', { person: buildPerson({ name: '別人野 べつこ' }), consent: null });
    expect(textOf(await read())).not.toContain('別人野');
    expect(await register.refused('disclosure.read', { personId: NOBODY })).toBe('not_found');
  });
});

describe('a blackened passage', () => {
  it('is in neither file nor in the paper, its neighbours are; not blackened it is there (control)', async () => {
    const csvOf = async (files: Promise<{ readonly files: readonly string[] }>) =>
      readFileSync(join(register.outbox, (await files).files.find((name) => name.endsWith('.csv')) ?? ''), 'utf8');
    const open = await csvOf(write([]));
    expect(open).toContain(CANARY);
    expect(textOf(papers[0] as DisclosureSheet)).toContain(CANARY);

    const { id } = passageWith(await read(), '金糸雀');
    const closed = await csvOf(write([{ passageId: id, reason: 'third_party' }]));
    expect(closed).not.toContain('金糸雀');
    expect(closed).toContain(`${HER_WORDS}${blackenedWords('third_party')}`);
    expect(textOf(papers[1] as DisclosureSheet)).not.toContain('金糸雀');
    expect(textOf(papers[1] as DisclosureSheet)).toContain(HER_WORDS);
  });

  it('may be a name, a contact or a supporter, and not a plain fact of the person', async () => {
    const sheet = await read();
    for (const text of ['架空 隣人', '06-0000-7777', '見本 担い手']) {
      await write([{ passageId: passageWith(sheet, text).id, reason: 'agency' }]);
      expect(textOf(papers.at(-1) as DisclosureSheet)).not.toContain(text);
    }
    const name = linesIn(sheet).find(({ label }) => label === '氏名')?.passages[0]?.id ?? '';
    const wish = {
      personId,
      digest: sheet.digest,
      handout: HANDOUT,
      blackened: [{ passageId: name, reason: 'duties' }],
    };
    expect(await register.refused('disclosure.write', wish)).toBe('preview_outdated');
  });

  it('is not taken for another one when the record has changed since it was read', async () => {
    const { digest, ...sheet } = await read();
    const passageId = passageWith({ digest, ...sheet }, '金糸雀').id;
    const [visit] = await register.ok('visits.listForPerson', { personId });
    const note = `先に書き足した。${HER_WORDS}${CANARY}`;
    await register.ok('visits.revise', {
      visitId: visit?.id as never,
      visit: buildVisit({ visitedOn: on('2020-10-10'), note }),
    });
    const wish = { personId, digest, blackened: [{ passageId, reason: 'third_party' }], handout: HANDOUT };
    expect(await register.refused('disclosure.write', wish)).toBe('preview_outdated');
    expect(readdirSync(register.outbox).filter((name) => name.includes('開示'))).toEqual([]);
  });
});

describe('the sheet that is printed', () => {
  it('can be read only while it is printed, and is gone when that failed', async () => {
    await write([]);
    const sheetId = register.printedRoutes.at(-1)?.split('/').at(-1) ?? '';
    expect(papers).toHaveLength(1);
    expect(await register.refused('disclosure.paper', { sheetId })).toBe('not_found');

    duringPrint = async () => {
      throw new Error('no paper');
    };
    const { digest } = await read();
    register.dialogAnswers.push(register.outbox);
    const wish = { personId, digest, blackened: [], handout: HANDOUT };
    expect(await register.refused('disclosure.write', wish)).toBe('paper_failed');
    const failed = register.printedRoutes.at(-1)?.split('/').at(-1) ?? '';
    expect(failed).not.toBe(sheetId);
    expect(await register.refused('disclosure.paper', { sheetId: failed })).toBe('not_found');
  });

  it('leaves two files without a name in their names, a row in the ledger and one in the trail; none when it is called off', async () => {
    const { files } = await write([]);
    expect(files).toEqual(['開示_台帳番号1_2026-10-15.pdf', '開示_台帳番号1_2026-10-15.csv']);
    const ledger = () => register.ok('handouts.list', { subjectId: personId });
    expect(await ledger()).toMatchObject([{ kind: 'disclosure', ...HANDOUT, isOpen: false }]);
    const { digest } = await read();
    register.dialogAnswers.push(null);
    const wish = { personId, digest, blackened: [], handout: HANDOUT };
    expect(await register.refused('disclosure.write', wish)).toBe('cancelled');
    expect(await ledger()).toHaveLength(1);
  });
});
