// What is known between sources (前月末 + 新規 - 終了 = 月末) is part of every audit and of the files. Invented counts of nobody.
import { describe, expect, test } from 'vitest';
import type { CountRecord, Relation, Source, TableDefinition } from '#main/disclosure-control/publication-model.ts';
import { attackIntervals } from '#tools/sdc/attack/intervals.ts';
import { outsiderKnowledge } from '#tools/sdc/attack/knowledge.ts';
import { parseExport } from '#tools/sdc/attack/read-export.ts';
import { followedBy, NO_HISTORY, publish, published, seedOf } from '#tools/sdc/small-tables.ts';

const APRIL = '2026-04';
const MAY = '2026-05';
const DISTRICTS = ['d1', 'd2', 'd3'] as const;

const WATCHED: Source = {
  id: 'watched',
  kind: 'stock',
  dimensions: [{ id: 'district', values: DISTRICTS, onePerPerson: true }],
};
const flow = (id: string, values: readonly string[]): Source => ({
  id,
  kind: 'flow',
  dimensions: [{ id: 'kind', values, onePerPerson: true }],
});
const BEGUN = flow('begun', ['any']);
const ENDED = flow('ended', ['moved', 'died']);
const SOURCES = [WATCHED, BEGUN, ENDED];

const people = (source: string, month: string, values: Readonly<Record<string, string>>, names: readonly string[]) =>
  names.map((personId): CountRecord => ({ source, month, values, personId, count: 1 }));
const named = (letter: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `${letter}${from + index}`);

/** 60 people in April; 9 come and 3 go in May (2 move, 1 dies). */
const RECORDS: readonly CountRecord[] = [
  ...DISTRICTS.flatMap((district) => people('watched', APRIL, { district }, named(district, 0, 20))),
  ...people('watched', MAY, { district: 'd1' }, [...named('d1', 3, 20), ...named('d1', 20, 29)]),
  ...people('watched', MAY, { district: 'd2' }, named('d2', 0, 20)),
  ...people('watched', MAY, { district: 'd3' }, named('d3', 0, 20)),
  ...people('begun', MAY, { kind: 'any' }, named('d1', 20, 29)),
  ...people('ended', MAY, { kind: 'moved' }, named('d1', 0, 2)),
  ...people('ended', MAY, { kind: 'died' }, named('d1', 2, 3)),
];

const table = (source: string, months: readonly string[], dimensions: readonly string[] = []): TableDefinition => ({
  id: `${source}-${months.join('-')}`,
  source,
  measure: source === 'watched' ? 'stock' : 'events',
  months,
  dimensions,
  mode: 'suppressed',
});

const all = (source: string, month: string, coef: 1 | -1) => ({
  coef,
  selection: {
    source,
    measure: source === 'watched' ? ('stock' as const) : ('events' as const),
    months: [month],
    where: {},
  },
});
const MOVEMENT: Relation = {
  id: 'movement-2026-05',
  parts: [all('watched', MAY, 1), all('watched', APRIL, -1), all('begun', MAY, -1), all('ended', MAY, 1)],
  lo: 0,
  hi: 0,
};

const april = () =>
  published({
    id: 'april',
    sources: SOURCES,
    tables: [table('watched', [APRIL])],
    records: RECORDS,
    parameters: { protectTotalDifference: false },
  });

const mayDraft = (relations: readonly Relation[]) => ({
  id: 'may',
  sources: SOURCES,
  tables: [table('watched', [MAY]), table('begun', [MAY]), table('ended', [MAY], ['kind'])],
  records: RECORDS,
  relations,
  parameters: { protectTotalDifference: false },
  seed: seedOf(2),
});

/** Reads the files as a stranger, who knows the relation whether the file tells it or not. */
async function attack(files: readonly { cellsCsv: string; factsJson: string }[], relations: readonly Relation[]) {
  const exports = files.map(({ cellsCsv, factsJson }) => parseExport(cellsCsv, factsJson));
  const sources = [...SOURCES];
  const told = exports.map((one) => ({ ...one, sources, relations }));
  const knowledge = outsiderKnowledge(told);
  const intervals = [...(await attackIntervals(knowledge, 5, true)).values()];
  return intervals.filter(({ least, most }) => least === most || (least > 0 && most < 5)).length;
}

describe('relations between sources', () => {
  test('without them a hidden 終了 is given back by subtraction (positive control)', async () => {
    const first = april();
    const second = published(mayDraft([]), followedBy(NO_HISTORY, first.record));
    expect(await attack([first.files, second.files], [MOVEMENT])).toBeGreaterThan(0);
  });

  test('with them it is not, and the files tell them', async () => {
    const first = april();
    const second = published(mayDraft([MOVEMENT]), followedBy(NO_HISTORY, first.record));
    expect(await attack([first.files, second.files], [MOVEMENT])).toBe(0);
    const shown = second.record.tables.flatMap(({ definition, cells }) =>
      cells.map(({ shown: figure }) => [definition.source, figure] as const),
    );
    expect(shown.filter(([source, figure]) => source === 'ended' && figure !== null)).toEqual([]);
    expect(shown).toContainEqual(['watched', 66]);
    expect(shown).toContainEqual(['begun', null]);
    expect(JSON.parse(second.files.factsJson).relations).toEqual([MOVEMENT]);
  });

  test('an earlier relation stays known to every later audit', () => {
    const first = april();
    const second = published(mayDraft([MOVEMENT]), followedBy(NO_HISTORY, first.record));
    const history = followedBy(followedBy(NO_HISTORY, first.record), second.record);
    const again = publish({ ...mayDraft([]), id: 'again', tables: [table('begun', [MAY])] }, history);
    expect(again.ok && again.record.tables[0]?.cells[0]?.shown).toBe(null);
  });

  test('one that does not hold, or speaks of persons or of an unknown source, is refused', () => {
    const refusalOf = (relation: Relation) => {
      const outcome = publish(mayDraft([relation]), followedBy(NO_HISTORY, april().record));
      return outcome.ok ? 'released' : outcome.refusal.code;
    };
    expect(refusalOf({ ...MOVEMENT, lo: 1, hi: 1 })).toBe('invalid_publication');
    expect(refusalOf({ ...MOVEMENT, parts: [all('nowhere', MAY, 1)] })).toBe('invalid_publication');
    const [part] = MOVEMENT.parts;
    if (part === undefined) throw new Error('no part');
    const ofPersons = { ...part, selection: { ...part.selection, measure: 'persons' as const } };
    expect(refusalOf({ ...MOVEMENT, parts: [ofPersons] })).toBe('invalid_publication');
  });
});
