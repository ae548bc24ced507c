// One month shows two categories as one, the year to date shows them apart: the set has its number of persons in the year, too, though no
// table says it, and that number ties what is shown of both. Invented counts of nobody.
import { expect, test } from 'vitest';
import { createAtomSpace } from '#main/disclosure-control/atom-space.ts';
import { personFacts, withImplied } from '#main/disclosure-control/person-facts.ts';
import type { Source, TableDefinition } from '#main/disclosure-control/publication-model.ts';
import { brokenFacts, judgeFacts } from '#main/disclosure-control/witness-check.ts';

const APRIL = '2026-04';
const MAY = '2026-05';
const SOURCE: Source = {
  id: 'asked',
  kind: 'flow',
  dimensions: [{ id: 'kind', values: ['a', 'b', 'c'], onePerPerson: false }],
};
const table = (months: readonly string[], isTogether: boolean): TableDefinition => ({
  id: months.join('-'),
  source: 'asked',
  measure: 'persons',
  months,
  dimensions: ['kind'],
  mode: 'suppressed',
  ...(isTogether ? { groups: { kind: [{ name: 'くらし', values: ['a', 'b'] }] } } : {}),
});

/**
 * Ten persons in two months, three of them with c, in both. Nobody came with a or b in April, so that the seven others came in May: as many
 * as the set has in May, at least. `inMay` claims another number for it.
 */
function worldWith(inMay: number): ReadonlyMap<string, number> {
  const persons = {
    [`${APRIL}/c`]: 3,
    [`${APRIL}/*`]: 3,
    [`${MAY}/a`]: 5,
    [`${MAY}/b`]: 5,
    [`${MAY}/c`]: 3,
    [`${MAY}/a+b`]: inMay,
    [`${MAY}/*`]: Math.min(10, inMay + 3),
    [`${APRIL}+${MAY}/a`]: 5,
    [`${APRIL}+${MAY}/b`]: 5,
    [`${APRIL}+${MAY}/c`]: 3,
    [`${APRIL}+${MAY}/*`]: 10,
  };
  const events = { [`${APRIL}/c`]: 3, [`${MAY}/a`]: 50, [`${MAY}/b`]: 50, [`${MAY}/c`]: 3 };
  return new Map([
    ...Object.entries(persons).map(([place, count]) => [`asked/persons/${place}`, count] as const),
    ...Object.entries(events).map(([place, count]) => [`asked/events/${place}`, count] as const),
  ]);
}

/** What is broken in a world whatever number the set has in the year. */
function broken(world: ReadonlyMap<string, number>): readonly string[] {
  const space = createAtomSpace(new Map([['asked', SOURCE]]));
  const tables = [table([APRIL], false), table([MAY], true), table([APRIL, MAY], false)];
  const spoken = tables.map((one) => ({ publication: one.id, source: SOURCE, table: one }));
  const facts = personFacts(spoken, space);
  return brokenFacts(judgeFacts(space, facts, withImplied(world, facts, spoken, space)));
}

test('a number of the set that is possible breaks nothing, and the largest possible one is taken for the year', () => {
  expect(broken(worldWith(7))).toEqual([]);
  expect(broken(worldWith(8))).toEqual([]);
});

test('one that leaves people of the year nowhere is ruled out, though each table by itself allows it', () => {
  const found = broken(worldWith(5));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^rule:parts:asked\|persons\|2026-04\+2026-05\|:kind:a\+b,c/u);
});
