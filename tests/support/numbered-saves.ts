// Saves that a number alone determines, so that whoever finds them in a register can say whether each is there whole. Invented people.
import { isDeepStrictEqual } from 'node:util';
import type { Connection } from '#main/platform/database/connection.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import { visitDraftKey } from '#shared/model/draft-key.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { buildConsultation, buildPerson, buildVisit } from './builders.ts';

/** Every fourth save is a person; the three after it are about that person. */
export const SAVES_A_PERSON = 4;

/** Long enough for several pages, of a length that differs from save to save. */
export const proseOf = (n: number) => `記録 ${n}。${'架空の見守りの記録です。'.repeat(1 + (n % 97))}`;

/** For a field that holds little. */
const shortOf = (n: number) => proseOf(n).slice(0, 300);

const DAY = asCalendarDate('2026-10-10');
const SIGNS = ['mail_piled_up', 'shutters_closed'];

interface Save {
  readonly operation: 'people.register' | 'visits.record' | 'consultations.record' | 'drafts.keep';
  readonly input: unknown;
}

/** @param personId whom the saves between two people are about; not needed for a person. */
export function saveOf(n: number, personId: PersonId | null): Save {
  if (n % SAVES_A_PERSON === 0) {
    const contacts = [1, 2].map((at) => ({ name: `架空 ${n}-${at}`, relation: '', phone: '', note: shortOf(n) }));
    const consent = { status: 'given', decidedOn: DAY, method: null, scope: [], documentNumber: String(n) };
    return {
      operation: 'people.register',
      input: { person: buildPerson({ name: `架空 ${n}`, note: proseOf(n), contacts }), consent },
    };
  }
  if (personId === null) {
    throw new Error('whom is this save about?');
  }
  switch (n % SAVES_A_PERSON) {
    case 1:
      return {
        operation: 'visits.record',
        input: { personId, visit: buildVisit({ signs: SIGNS, note: proseOf(n) }) },
      };
    case 2:
      return {
        operation: 'consultations.record',
        input: { consultation: buildConsultation({ personId, question: proseOf(n), answer: proseOf(n) }) },
      };
    default:
      return {
        operation: 'drafts.keep',
        input: { key: visitDraftKey(personId, null), body: JSON.stringify({ note: proseOf(n) }) },
      };
  }
}

interface FoundSave {
  /** As its text says. */
  readonly n: number;
  readonly operation: string;
  readonly personId: string;
  readonly isWhole: boolean;
}

const numberIn = (text: string) => Number(/\d+/u.exec(text)?.[0] ?? Number.NaN);

type Texts = Readonly<Record<string, string>>;

function rowsOf(connection: Connection, sql: string): readonly Texts[] {
  return connection.prepare<[], Texts>(sql).all();
}

/** Every save of which anything is in the register. */
function findSaves(connection: Connection): readonly FoundSave[] {
  const found = (operation: string, personId: string | undefined, first: string | undefined, texts: unknown[]) => {
    const n = numberIn(first ?? '');
    const isWhole = texts.every((text) => isDeepStrictEqual(text, proseOf(n)));
    return { n, operation, personId: personId ?? '', isWhole };
  };
  const listOf = (rows: string | undefined) => JSON.parse(rows ?? '[]') as unknown[];
  const people = rowsOf(
    connection,
    `SELECT id, name, note,
      (SELECT json_group_array(note) FROM emergency_contacts WHERE person_id = people.id) AS contacts,
      (SELECT json_group_array(document_number) FROM consents WHERE person_id = people.id) AS consents FROM people`,
  ).map((row) => {
    const save = found('people.register', row['id'], row['name'], [row['note']]);
    const hasAll =
      isDeepStrictEqual(listOf(row['contacts']), [shortOf(save.n), shortOf(save.n)]) &&
      isDeepStrictEqual(listOf(row['consents']), [String(save.n)]);
    return { ...save, isWhole: save.isWhole && hasAll };
  });
  const visits = rowsOf(
    connection,
    `SELECT person_id, note, (SELECT json_group_array(sign) FROM visit_signs WHERE visit_id = visits.id) AS signs FROM visits`,
  ).map((row) => {
    const save = found('visits.record', row['person_id'], row['note'], [row['note']]);
    return { ...save, isWhole: save.isWhole && listOf(row['signs']).length === SIGNS.length };
  });
  const consultations = rowsOf(connection, 'SELECT person_id, question, answer FROM consultations').map((row) =>
    found('consultations.record', row['person_id'], row['question'], [row['question'], row['answer']]),
  );
  const drafts = rowsOf(connection, 'SELECT key, body FROM drafts').map((row) => {
    const { note } = JSON.parse(row['body'] ?? '{}') as { note: string };
    return found('drafts.keep', row['key']?.split(':')[1], note, [note]);
  });
  return [...people, ...visits, ...consultations, ...drafts];
}

export interface Inventory {
  /** Numbers of the saves that are there whole. */
  readonly whole: ReadonlySet<number>;
  /** Saves of which a part is there: rows without the rest of them, or without their audit row, or an audit row without them. */
  readonly half: number;
  /** The highest number of which anything is there; -1 for none. */
  readonly last: number;
}

/** Compares every row with what its number says, and the records with the trail: one audit row a save. */
export function takeInventory(connection: Connection): Inventory {
  const saves = findSaves(connection);
  const keyOf = ({ operation, personId }: { operation: string; personId: string }) => `${operation} ${personId}`;
  const operations = [...new Set(['people.register', 'visits.record', 'consultations.record', 'drafts.keep'])];
  const trail = rowsOf(
    connection,
    `SELECT operation, subject_id AS person_id FROM audit_trail WHERE operation IN (${operations.map((name) => `'${name}'`).join(',')})`,
  ).map((row) => `${row['operation']} ${row['person_id']}`);
  const entered = new Set(trail);
  const kept = new Set(saves.map(keyOf));
  const withoutEntry = saves.filter((save) => !entered.has(keyOf(save)));
  const withoutRecord = [...entered].filter((key) => !kept.has(key)).length;
  const torn = saves.filter((save) => !save.isWhole && entered.has(keyOf(save)));
  return {
    whole: new Set(saves.filter((save) => save.isWhole && entered.has(keyOf(save))).map(({ n }) => n)),
    half: withoutEntry.length + withoutRecord + torn.length,
    last: Math.max(-1, ...saves.map(({ n }) => n).filter(Number.isInteger)),
  };
}
