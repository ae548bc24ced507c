// What follows from known equations when one of their parts was never published.
import { describe, expect, it } from 'vitest';
import type { Part, Relation } from '#main/disclosure-control/publication-model.ts';
import { reckonOut } from '#main/features/publications/relation-closure.ts';

const part = (coef: number, source: string): Part => ({
  coef,
  selection: { source, measure: 'stock', months: ['2026-09'], where: {} },
});
const equation = (id: string, ...parts: readonly Part[]): Relation => ({ id, parts, lo: 0, hi: 0 });

const EQUATIONS = [
  equation('a', part(1, 'watched'), part(-1, 'households')),
  equation('b', part(1, 'watched'), part(-1, 'consents')),
  equation('c', part(1, 'watched'), part(-1, 'before'), part(-1, 'begun'), part(1, 'ended')),
];

const known =
  (...sources: readonly string[]) =>
  ({ selection }: Part) =>
    sources.includes(selection.source);

/** Sources with their coefficients, that of the households positive. */
const written = (relations: readonly Relation[]) =>
  relations.map(({ parts }) => {
    const sign = Math.sign(parts.find(({ selection }) => selection.source === 'households')?.coef ?? 1);
    return parts.map(({ coef, selection }) => `${coef * sign} ${selection.source}`).sort();
  });

describe('reckoning out what was never published', () => {
  it('keeps equations between what was published as they are', () => {
    const all = known('watched', 'households', 'consents', 'before', 'begun', 'ended');
    expect(reckonOut(EQUATIONS, all)).toEqual(EQUATIONS);
  });

  it('joins two that share the unpublished part', () => {
    expect(written(reckonOut(EQUATIONS.slice(0, 2), known('households', 'consents')))).toEqual([
      ['-1 consents', '1 households'],
    ]);
  });

  it('forgets what follows for nothing that was published', () => {
    expect(reckonOut(EQUATIONS, known('watched', 'begun'))).toEqual([]);
    expect(reckonOut(EQUATIONS.slice(0, 1), known('households'))).toEqual([]);
  });

  it('carries 前月末 + 新規 - 終了 = 月末 over to another source of the same persons', () => {
    const [first, ...rest] = written(reckonOut(EQUATIONS, known('households', 'before', 'begun', 'ended')));
    expect(first).toEqual(['-1 before', '-1 begun', '1 ended', '1 households']);
    expect(rest).toEqual([]);
  });
});
