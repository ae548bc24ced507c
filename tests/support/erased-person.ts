// Somebody with a row in every table, canaries in every text of theirs, and their erasure: what the tests and the trial of it share.
import type { Connection } from '#main/platform/database/connection.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { buildConsultation, buildMeeting, buildPerson, buildVisit } from './builders.ts';
import { HOLDINGS } from './personal-data.ts';
import { openRaw } from './raw-register.ts';
import type { TestRegister } from './test-register.ts';

const on = asCalendarDate;
/** Long and unlike anything else: a stretch of it would be found too. */
const canaryOf = (table: string, column: string) => `金糸雀の言葉【${table}の${column}】`;

/** Has a row in every table that belongs to a person. */
export async function personWithEverything(register: TestRegister, name: string): Promise<PersonId> {
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

/** Rows of a table that belong to a person, as a condition. */
export function ownRows(table: string, id: string): string {
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

export const tablesOf = (raw: Connection) =>
  raw
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map(({ name }) => name);
export const columnsOf = (raw: Connection, table: string) => raw.pragma(`table_info("${table}")`) as ColumnInfo[];

export async function withRaw<Value>({ folder }: TestRegister, work: (raw: Connection) => Value): Promise<Value> {
  const raw = await openRaw(folder);
  try {
    return work(raw);
  } finally {
    raw.close();
  }
}

/** Writes a canary into every text column of every row that is the person's; behind the app, so that no column is forgotten. */
export const plantCanaries = (register: TestRegister, id: string): Promise<readonly string[]> =>
  withRaw(register, (raw) => {
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

/** Which of the texts stand in decrypted pages. */
export const foundIn = (pages: readonly Buffer[], texts: readonly string[]) =>
  texts.filter((text) => pages.some((page) => page.includes(Buffer.from(text, 'utf8'))));

/** Releases what holds them, looks at what will go, and erases it. */
export async function erase(register: TestRegister, ids: readonly PersonId[]) {
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
