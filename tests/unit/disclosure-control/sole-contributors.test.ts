// Whoever is alone behind a figure knows it, and knows too what else is about nobody but them; what is about others stays hidden from them.
import { describe, expect, test } from 'vitest';
import type { CountRecord, Relation, Source, TableDefinition } from '#main/disclosure-control/publication-model.ts';
import { NO_HISTORY, publish, seedOf } from '#tools/sdc/small-tables.ts';

const MONTH = '2026-05';
const FIELDS = ['elderly', 'child', 'disability'] as const;

/** The same consultations twice: by field, and by whether they were the first. Invented counts of nobody. */
const CONSULTATIONS: Source = {
  id: 'consultations',
  kind: 'flow',
  dimensions: [{ id: 'field', values: FIELDS, onePerPerson: false }],
};
const TURNS: Source = {
  id: 'turns',
  kind: 'flow',
  dimensions: [
    { id: 'turn', values: ['new', 'continuing'], onePerPerson: false },
    { id: 'field', values: FIELDS, onePerPerson: false },
  ],
};

const table = (source: string, dimensions: readonly string[]): TableDefinition => ({
  id: `${source}-${dimensions.join('-')}`,
  source,
  measure: 'events',
  months: [MONTH],
  dimensions,
  mode: 'suppressed',
});

const sums = (field: string): Relation => ({
  id: `same.${field}`,
  parts: [
    { coef: 1, selection: { source: 'consultations', measure: 'events', months: [MONTH], where: { field } } },
    { coef: -1, selection: { source: 'turns', measure: 'events', months: [MONTH], where: { field } } },
  ],
  lo: 0,
  hi: 0,
});

/** Eight with one consultation about the elderly, one person about a child, and `disabled` about a disability. */
function recordsOf(inTurns: (personId: string) => string): readonly CountRecord[] {
  const people = [
    ...Array.from({ length: 8 }, (_, index) => [`e${index}`, 'elderly'] as const),
    ['c0', 'child'] as const,
    ['d0', 'disability'] as const,
  ];
  return people.flatMap(([personId, field]) => [
    { source: 'consultations', month: MONTH, values: { field }, personId, count: 1 },
    { source: 'turns', month: MONTH, values: { field, turn: 'new' }, personId: inTurns(personId), count: 1 },
  ]);
}

const ask = (inTurns: (personId: string) => string) => ({
  tables: [table('consultations', ['field']), table('turns', ['turn', 'field'])],
  records: recordsOf(inTurns),
  sources: [CONSULTATIONS, TURNS],
  relations: FIELDS.map(sums),
  seed: seedOf(7),
});

describe('somebody who is alone in two tables whose figures are the same', () => {
  test('stops no publication: their figure in the other table is about themselves', () => {
    const outcome = publish(
      ask((personId) => personId),
      NO_HISTORY,
    );
    expect(outcome.ok).toBe(true);
  });

  test('but another person in the other table would: theirs could be worked out (control)', () => {
    const outcome = publish(
      ask((personId) => `other-${personId}`),
      NO_HISTORY,
    );
    expect(outcome.ok).toBe(false);
    expect(!outcome.ok && outcome.refusal.code).toBe('not_protectable');
  });
});
