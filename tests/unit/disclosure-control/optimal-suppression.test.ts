import { describe, expect, test } from 'vitest';
import { inventWard } from '#tools/sdc/invented-ward.ts';
import { comparePatterns } from '#tools/sdc/pattern-cost.ts';
import { solver, UNHURRIED } from '#tools/sdc/small-tables.ts';

describe('on invented ward tables', () => {
  test.each([3, 5, 10])('greedy is never cheaper than the proved bound, and the optimum reaches it, at k = %i', (k) => {
    for (const dimensions of [
      ['district', 'field'],
      ['category', 'field'],
    ]) {
      const [part] = comparePatterns(solver, inventWard({ seed: k }, 1), dimensions, k, UNHURRIED.optimalMs);
      expect(part?.isProved).toBe(true);
      expect(part?.greedy).toBeGreaterThanOrEqual((part?.bound ?? 0) - 1e-6);
      expect(part?.optimal).toBeCloseTo(part?.bound ?? 0, 5);
    }
  });

  test('also of the three-way table, some of whose needs nothing meets', () => {
    const [part] = comparePatterns(
      solver,
      inventWard({ seed: 7 }, 1),
      ['district', 'category', 'field'],
      5,
      UNHURRIED.optimalMs,
    );
    expect(part?.unmet).toBeGreaterThan(0);
    expect(part?.isProved).toBe(true);
    expect(part?.greedy).toBeGreaterThanOrEqual((part?.bound ?? 0) - 1e-6);
    expect(part?.greedy).toBeLessThanOrEqual(1.1 * (part?.bound ?? 0));
  });
});
