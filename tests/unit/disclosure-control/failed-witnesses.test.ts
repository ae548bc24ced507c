import { describe, expect, test } from 'vitest';
import { createAtomSpace, mergeSources } from '#main/disclosure-control/atom-space.ts';
import type { History, Protection } from '#main/disclosure-control/publication-model.ts';
import { changeOf } from '#main/disclosure-control/witness-check.ts';
import { failedWitnesses } from '#tools/sdc/failed-witnesses.ts';
import {
  followedBy,
  grid,
  gridTable,
  NO_HISTORY,
  published,
  randomMatrix,
  recordsOf,
  seedOf,
} from '#tools/sdc/small-tables.ts';

const draft = {
  source: grid(5, 4),
  tables: [gridTable()],
  records: recordsOf(randomMatrix(41, 5, 4, 12)),
  seed: seedOf(3),
};
const { record } = published(draft);
const { protections } = record.certificate;

const withProtections = (all: readonly Protection[]): History =>
  followedBy(NO_HISTORY, { ...record, certificate: { ...record.certificate, protections: all } });

/** The history with other witnesses for some needs. */
const changed = (change: (protection: Protection) => Protection): History => withProtections(protections.map(change));

const isMain = ({ need }: Protection) => need.reason !== 'cover' && need.knownParts === undefined;

/** One count of the world is another one, so that no sum of it is right. */
const mutated = (protection: Protection): Protection => {
  const [[atom, change] = ['', 0]] = Object.entries(protection.witness);
  return { ...protection, witness: { ...protection.witness, [atom]: change + 1 } };
};

describe('the count of failed witnesses', () => {
  test('is nought for what the program gave', () => {
    expect(protections.filter(isMain).length).toBeGreaterThan(3);
    expect(failedWitnesses(changed((protection) => protection))).toEqual({ witnesses: protections.length, failed: 0 });
  });

  test('has each single witness that is leaned on and was changed', () => {
    for (const { need } of protections.filter(isMain)) {
      const history = changed((one) => (one.need.id === need.id ? mutated(one) : one));
      expect(failedWitnesses(history).failed, need.id).toBeGreaterThanOrEqual(1);
    }
  });

  test('has all of them when all were changed, those of covers and of insiders too', () => {
    expect(failedWitnesses(changed(mutated))).toEqual({ witnesses: protections.length, failed: protections.length });
  });

  test('has a world that is sound and does not meet its need: the true one', () => {
    const [first] = protections.filter(isMain);
    const history = changed((one) => (one.need.id === first?.need.id ? { ...one, witness: {} } : one));
    expect(failedWitnesses(history).failed).toBeGreaterThanOrEqual(1);
  });

  test('leaves out what a sound world replaces, and only that', () => {
    const space = createAtomSpace(mergeSources([record.sources]));
    const pairs = protections.filter(isMain).flatMap((main) => protections.map((other) => [main, other.need] as const));
    const isMoved = ([main, { parts }]: (typeof pairs)[number]) => changeOf(space, parts, main.witness) !== 0;
    const moved = pairs.find(isMoved);
    const still = pairs.find((pair) => !isMoved(pair));
    /** One more need, of somebody who knows a figure, with a world that does not meet it. */
    const failedWith = (pair: (typeof pairs)[number] | undefined): number => {
      if (pair === undefined) throw new Error('no such pair');
      const [{ need }, { parts }] = pair;
      const inside = { need: { ...need, id: `${need.id}|knowing:it`, knownParts: parts }, witness: {} };
      return failedWitnesses(withProtections([...protections, inside])).failed;
    };
    expect(failedWith(moved)).toBe(1);
    expect(failedWith(still)).toBe(0);
  });
});
