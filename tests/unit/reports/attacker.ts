// Attackers for the tests of the small-number rule: they see what is published and try every world that agrees with it. Other code than the rule's.
import type { Cell, CountTable } from '#main/features/reports/monthly-statistics.ts';
import type { ProtectedTable } from '#main/features/reports/small-number-rule.ts';

/** What is known of a hidden cell after every possible world was tried. */
export interface Knowledge {
  readonly code: string;
  readonly least: number;
  readonly most: number;
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** All ways in which `count` hidden persons counts, each 1 to `most`, can stand. */
function* counts(count: number, most: number, left: number): Generator<readonly number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let value = 1; value <= Math.min(most, left - (count - 1)); value++) {
    for (const rest of counts(count - 1, most, left - value)) {
      yield [value, ...rest];
    }
  }
}

/**
 * Tries every world of one table, persons counts only, where each person is in one row (地域): the hidden cells are 1 or more, and the
 * rows add up to the total where that is shown.
 */
export function attackAdditive({ rows, total }: ProtectedTable, mostThinkable: number): Knowledge[] {
  const hidden = rows.filter(({ cell }) => cell === null).map(({ code }) => code);
  const rest = total === null ? null : total.persons - sum(rows.map(({ cell }) => cell?.persons ?? 0));
  const knowledge = hidden.map((code) => ({ code, least: Number.POSITIVE_INFINITY, most: 0 }));
  for (const world of counts(hidden.length, mostThinkable, rest ?? Number.POSITIVE_INFINITY)) {
    if (rest === null || sum(world) === rest) {
      world.forEach((value, index) => {
        const known = knowledge[index];
        if (known) {
          known.least = Math.min(known.least, value);
          known.most = Math.max(known.most, value);
        }
      });
    }
  }
  return knowledge;
}

/**
 * Tries every world of one table with 延べ and 実人数, where a person may be in several rows: events add up to the total, and the
 * total of persons lies between the largest row and the sum of the rows.
 */
export function attackOverlapping({ rows, total }: ProtectedTable, mostThinkable: number): Knowledge[] {
  const hidden = rows.filter(({ cell }) => cell === null).map(({ code }) => code);
  const shown = rows.flatMap(({ cell }) => (cell ? [cell] : []));
  const knowledge = hidden.map((code) => ({ code, least: Number.POSITIVE_INFINITY, most: 0 }));
  const rest = total === null ? null : total.events - sum(shown.map(({ events }) => events));
  for (const events of counts(hidden.length, mostThinkable, rest ?? Number.POSITIVE_INFINITY)) {
    if (rest !== null && sum(events) !== rest) {
      continue;
    }
    for (const persons of counts(hidden.length, Math.min(mostThinkable, total?.persons ?? mostThinkable), 1e9)) {
      const isPossible =
        persons.every((value, index) => value <= (events[index] ?? 0)) &&
        (total === null || sum(persons) + sum(shown.map((cell) => cell.persons)) >= total.persons);
      if (isPossible) {
        persons.forEach((value, index) => {
          const known = knowledge[index];
          if (known) {
            known.least = Math.min(known.least, value);
            known.most = Math.max(known.most, value);
          }
        });
      }
    }
  }
  return knowledge;
}

/** The rule that everybody thinks of first: hides small cells and nothing else. For positive controls. */
export function hideOnlySmall(table: CountTable, k: number): ProtectedTable {
  const show = ({ events, persons }: Cell) => (persons > 0 && persons < k ? null : { events, persons });
  return { rows: table.rows.map((row) => ({ code: row.code, cell: show(row) })), total: table.total };
}

/** The textbook's next step: at least two hidden cells with at least k persons. For positive controls. */
export function hideTwoWithK(table: CountTable, k: number): ProtectedTable {
  const small = table.rows.filter(({ persons }) => persons > 0 && persons < k).map(({ code }) => code);
  const hidden = new Set(small);
  const reserve = table.rows
    .filter(({ code, persons }) => persons > 0 && !hidden.has(code))
    .toSorted((a, b) => a.persons - b.persons);
  const isEnough = () =>
    hidden.size >= 2 && sum(table.rows.map(({ code, persons }) => (hidden.has(code) ? persons : 0))) >= k;
  while (hidden.size > 0 && !isEnough() && reserve.length > 0) {
    hidden.add((reserve.shift() as { code: string }).code);
  }
  return {
    rows: table.rows.map(({ code, events, persons }) => ({
      code,
      cell: hidden.has(code) ? null : { events, persons },
    })),
    total: table.total,
  };
}

/**
 * The attacker with pencil and paper, however patient: every published figure and every equation between them, solved exactly by
 * elimination. Answers the unknowns that have one value only.
 */
export function solveEquations(
  equations: readonly { readonly terms: Readonly<Record<string, number>>; readonly is: number }[],
): Map<string, number> {
  const names = [...new Set(equations.flatMap(({ terms }) => Object.keys(terms)))];
  const rows = equations.map(({ terms, is }) => [...names.map((name) => terms[name] ?? 0), is]);
  let rank = 0;
  for (let column = 0; column < names.length; column++) {
    const pivot = rows.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) {
      continue;
    }
    [rows[rank], rows[pivot]] = [rows[pivot] as number[], rows[rank] as number[]];
    const lead = rows[rank] as number[];
    const scale = lead[column] as number;
    lead.forEach((value, index) => {
      lead[index] = value / scale;
    });
    rows.forEach((row, index) => {
      const factor = row[column] as number;
      if (index !== rank && Math.abs(factor) > 1e-9) {
        lead.forEach((value, at) => {
          row[at] = (row[at] as number) - factor * value;
        });
      }
    });
    rank++;
  }
  const solved = new Map<string, number>();
  for (const row of rows.slice(0, rank)) {
    const used = names.filter((_name, index) => Math.abs(row[index] ?? 0) > 1e-9);
    if (used.length === 1 && used[0] !== undefined) {
      solved.set(used[0], Math.round(row.at(-1) ?? 0));
    }
  }
  return solved;
}
