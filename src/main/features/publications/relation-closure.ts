// Reckons out of known equations what was never published, so that what follows for the rest stays known. Pure arithmetic.
import type { Part, Relation } from '#main/disclosure-control/publication-model.ts';

const keyOf = ({ selection: { source, measure, months, where } }: Part): string =>
  JSON.stringify([source, measure, months, Object.entries(where).sort()]);

/** `factor` times the one and `other` times the other; parts that cancel out are gone. */
function combine(a: Relation, factor: number, b: Relation, other: number): Relation {
  const parts = new Map<string, Part>();
  for (const { relation, by } of [
    { relation: a, by: factor },
    { relation: b, by: other },
  ]) {
    for (const part of relation.parts) {
      const key = keyOf(part);
      parts.set(key, { ...part, coef: (parts.get(key)?.coef ?? 0) + part.coef * by });
    }
  }
  return { id: `${a.id}.${b.id}`, parts: [...parts.values()].filter(({ coef }) => coef !== 0), lo: 0, hi: 0 };
}

const coefOf = ({ parts }: Relation, key: string): number => parts.find((part) => keyOf(part) === key)?.coef ?? 0;

/** Equations `sum = 0` between parts that `isKnown`, all that follow from the given ones. */
export function reckonOut(relations: readonly Relation[], isKnown: (part: Part) => boolean): readonly Relation[] {
  let left = relations;
  for (;;) {
    const unknown = left.flatMap(({ parts }) => parts.filter((part) => !isKnown(part)))[0];
    if (unknown === undefined) return left.filter(({ parts }) => parts.length > 0);
    const key = keyOf(unknown);
    const [pivot, ...others] = left.filter((relation) => coefOf(relation, key) !== 0);
    const rest = left.filter((relation) => coefOf(relation, key) === 0);
    if (pivot === undefined) return rest;
    left = [...rest, ...others.map((relation) => combine(relation, coefOf(pivot, key), pivot, -coefOf(relation, key)))];
  }
}
