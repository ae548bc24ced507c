// Which figures are sensitive in themselves, and what an outsider must not be able to rule out about them. Pure.
import { keyOfParts } from './atom-space.ts';
import type { Tally } from './counting.ts';
import type {
  Need,
  Parameters,
  Part,
  Selection,
  SensitiveReason,
  Source,
  TableDefinition,
} from './publication-model.ts';
import { Refused } from './refused.ts';
import { cellsOf, onePart, partsOfTotal } from './table-cells.ts';

/** @throws Refused `invalid_publication` for parameters outside of what may be decided. */
export function checkParameters({ k, dominancePercent, widthPercent, decoyPercent, roundingBase }: Parameters): void {
  const isWhole = [k, dominancePercent, widthPercent, decoyPercent, roundingBase].every(Number.isSafeInteger);
  const isAllowed = k >= 3 && k <= 10 && dominancePercent >= 50 && dominancePercent <= 100 && widthPercent >= 1;
  if (!isWhole || !isAllowed || widthPercent > 50 || decoyPercent < 0 || decoyPercent > 50 || roundingBase < 3) {
    throw new Refused('invalid_publication', 'parameters outside of the allowed range');
  }
}

/**
 * Why a figure may not be shown, or null.
 *
 * - `fewPersons`: fewer than k distinct persons behind it (minimum frequency rule; Handbook on SDC, 4.2; MHLW's guidelines for NDB open
 *   data drop counts by the persons behind them). k >= 3, because one of two contributors would know the other's figure.
 * - `dominance`: one person above `dominancePercent` of the events ((n,k)-dominance with n = 1, Handbook on SDC, 4.2.2).
 *
 * 0 is not sensitive: it says that nothing happened.
 */
export function sensitivityOf({ value, persons, largest }: Tally, parameters: Parameters): SensitiveReason | null {
  if (value === 0) return null;
  if (persons < parameters.k) return 'fewPersons';
  return largest * 100 > parameters.dominancePercent * value ? 'dominance' : null;
}

const widthOf = (value: number, { widthPercent }: Parameters): number => Math.ceil((value * widthPercent) / 100);

const need = (
  parts: readonly Part[],
  direction: 'up' | 'down',
  bound: number,
  reason: SensitiveReason,
  scope: string,
): Need => {
  const cell = keyOfParts(parts);
  return { id: `${scope}:${cell}:${direction}${bound}`, cell, parts, direction, bound, reason };
};

/**
 * What must stay possible for a sensitive figure v: v < k: that it is k or more. v >= k (few persons with many events, dominance): that
 * it is `widthPercent` higher, and that it is as much lower (sliding protection of both sides; Handbook on SDC, 4.3.1).
 */
export function needsOfCell(
  selection: Selection,
  tally: Tally,
  parameters: Parameters,
  scope: string,
): readonly Need[] {
  const reason = sensitivityOf(tally, parameters);
  if (reason === null) return [];
  const { value } = tally;
  const parts = onePart(selection);
  if (value < parameters.k) return [need(parts, 'up', Math.max(parameters.k, value + 1), reason, scope)];
  const width = widthOf(value, parameters);
  return [need(parts, 'up', value + width, reason, scope), need(parts, 'down', value - width, reason, scope)];
}

/**
 * Group disclosure in stocks: where everybody of a row is in one category, the row tells about each of them that they are in it, however
 * many they are (Handbook on SDC, 4.2.3). It must stay possible that somebody is in another category.
 */
export function groupNeeds(
  table: TableDefinition,
  source: Source,
  tally: (selection: Selection) => Tally,
  scope: string,
): readonly Need[] {
  return cellsOf(table, source).flatMap((cell) => {
    const total = tally(cell.selection).value;
    if (total === 0 || cell.isStructuralZero) return [];
    return partsOfTotal(cell, table, source).flatMap((parts) => {
      const whole = parts.find((part) => tally(part).value === total);
      if (whole === undefined || parts.length < 2) return [];
      const remainder = [...onePart(cell.selection), { coef: -1, selection: whole }];
      return [need(remainder, 'up', 1, 'group', scope)];
    });
  });
}

/**
 * Differences of two stocks are cells: a change of 1 to k-1 tells who came or went (differencing; Handbook on SDC, 4.3.4). It must stay
 * possible that k or more came (or went).
 */
export function differenceNeeds(
  pairs: readonly {
    readonly now: readonly Selection[];
    readonly before: readonly Selection[];
    readonly isGrandTotal: boolean;
  }[],
  trueSum: (selection: Selection) => number,
  parameters: Parameters,
  scope: string,
): readonly Need[] {
  const { k, protectTotalDifference } = parameters;
  return pairs.flatMap(({ now, before, isGrandTotal }) => {
    const total = (selections: readonly Selection[]) => selections.reduce((sum, one) => sum + trueSum(one), 0);
    const difference = total(now) - total(before);
    if (difference === 0 || Math.abs(difference) >= k || (isGrandTotal && !protectTotalDifference)) return [];
    const parts = [...now.flatMap(onePart), ...before.map((selection) => ({ coef: -1, selection }))];
    return [need(parts, difference > 0 ? 'up' : 'down', difference > 0 ? k : -k, 'difference', scope)];
  });
}

/** It must stay possible that a figure is larger or, else, smaller: either will do. */
export function uncertaintyOf(
  selection: Selection,
  value: number,
  reason: 'rounding' | 'cover',
  scope: string,
): readonly Need[] {
  const parts = onePart(selection);
  return [need(parts, 'up', value + 1, reason, scope), need(parts, 'down', value - 1, reason, scope)];
}

/** The other one of two such needs. */
export function otherWay(one: Need): Need {
  const isUp = one.direction === 'up';
  const scope = one.id.slice(0, one.id.indexOf(':'));
  return need(one.parts, isUp ? 'down' : 'up', isUp ? one.bound - 2 : one.bound + 2, one.reason, scope);
}

/** In rounding mode a small figure is not hidden, its exact value must be. */
export const roundingNeeds = (selection: Selection, tally: Tally, parameters: Parameters, scope: string) =>
  sensitivityOf(tally, parameters) === null ? [] : [uncertaintyOf(selection, tally.value, 'rounding', scope)];
