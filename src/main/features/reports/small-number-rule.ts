// Hides what fewer than ten distinct persons stand behind, and what subtraction would give back. Pure; knows no register and no history.
//
// What it guarantees, for one publication made from unchanged records (k = threshold):
// - No figure with 1 to k-1 distinct persons is shown. 延べ and 実人数 of a row are hidden together. 0 is shown as 0.
// - From all totals and rows of one group of tables, every hidden cell could still be k persons or more: at least two cells of a table
//   are hidden, and their persons sum to at least k + (cells - 1). The obvious "two cells, k persons" is not enough: an attacker knows
//   that a hidden cell is at least 1, so ten hidden cells that sum to 10 are all 1.
// - 新規 and 終了 are published both or neither, even when one of them is 0. 前月末 and 月末 stay, so consecutive months only ever give
//   the difference 新規 - 終了, which any two numbers could have.
// What it does NOT guarantee, and why the summary says 「試行」:
// - Nothing is compared with what was published before: a month published again after a late entry gives the difference away; so does
//   the month end of a 地域 in two months (35 -> 36), or a meeting's figures over days that overlap a month.
// - It is deterministic: who knows the rule and the neighbours' numbers can narrow a hidden cell further than these bounds, at times to one value.
// - Nothing against somebody who knows individuals behind a cell, or against one person behind most events of a shown cell.
import type { Cell, CountTable, PersonsFlow } from './monthly-statistics.ts';

/** Fewest distinct persons behind a figure that is shown. */
export const THRESHOLD = 10;

/** Codes of the rows to hide, or `null` where hiding rows cannot protect and the total must go. */
function rowsToHide({ rows }: CountTable, k: number): ReadonlySet<string> | null {
  const hidden = new Set(rows.filter((row) => isSmall(row, k)).map(({ code }) => code));
  if (hidden.size === 0) {
    return hidden;
  }
  const reserve = rows
    .filter(({ code, persons }) => persons > 0 && !hidden.has(code))
    .toSorted((a, b) => a.persons - b.persons || a.events - b.events);
  const hiddenPersons = () => rows.reduce((sum, row) => sum + (hidden.has(row.code) ? row.persons : 0), 0);
  while (hidden.size < 2 || hiddenPersons() < k + hidden.size - 1) {
    const next = reserve.shift();
    if (!next) {
      return null;
    }
    hidden.add(next.code);
  }
  return hidden;
}

const isSmall = ({ persons }: Pick<Cell, 'persons'>, k: number) => persons > 0 && persons < k;

export interface ProtectedTable {
  /** `null` in place of a hidden cell. */
  readonly rows: readonly { readonly code: string; readonly cell: Cell | null }[];
  readonly total: Cell | null;
}

const toProtected = (table: CountTable, isHidden: (code: string, cell: Cell) => boolean, total: Cell | null) => ({
  rows: table.rows.map(({ code, events, persons }) => {
    const cell = { events, persons };
    return { code, cell: isHidden(code, cell) ? null : cell };
  }),
  total,
});

/**
 * Protects tables that cut the same events along different axes, and so share one total. Where one of them cannot be protected with
 * the total in sight, the total and every figure but 0 is hidden in all of them.
 */
export function protectGroup(tables: readonly CountTable[], k: number): readonly ProtectedTable[] {
  const hidden = tables.map((table) => rowsToHide(table, k));
  const isTotalSafe = tables.every(({ total }) => !isSmall(total, k)) && hidden.every((rows) => rows !== null);
  return tables.map((table, index) =>
    isTotalSafe
      ? toProtected(table, (code) => hidden[index]?.has(code) ?? true, table.total)
      : toProtected(table, (_code, { persons }) => persons > 0, table.total.persons > 0 ? null : table.total),
  );
}

export function protectTable(table: CountTable, k: number): ProtectedTable {
  return protectGroup([table], k)[0] as ProtectedTable;
}

export interface RawFlow {
  readonly flow: PersonsFlow;
  readonly endedByReason: CountTable;
  /** Persons under watch by 地域, on the day before the period and on its last day. */
  readonly stockBefore: CountTable;
  readonly stockAfter: CountTable;
}

export interface ProtectedFlow {
  /** `null` in place of a hidden figure. */
  readonly flow: { readonly [Name in keyof PersonsFlow]: number | null };
  readonly endedByReason: ProtectedTable;
  readonly stockAfter: ProtectedTable;
}

/** Whether something of the table is hidden although its total is not 0, or its total is. */
const hidesTotal = ({ total }: ProtectedTable) => total === null;

/**
 * Protects the equation 前月末 + 新規 - 終了 = 月末 together with its two tables. If anything in it is small, 新規, 終了 and all
 * reasons are hidden, zeros too. 前月末 is hidden exactly when the month before would have hidden it as its 月末.
 */
export function protectFlow({ flow, endedByReason, stockBefore, stockAfter }: RawFlow, k: number): ProtectedFlow {
  const before = protectTable(stockBefore, k);
  const after = protectTable(stockAfter, k);
  const reasons = protectTable(endedByReason, k);
  const isPairSafe =
    ![flow.start, flow.added, flow.ended, flow.end].some((persons) => isSmall({ persons }, k)) &&
    ![before, after, reasons].some(hidesTotal);
  return {
    flow: {
      start: hidesTotal(before) ? null : flow.start,
      added: isPairSafe ? flow.added : null,
      ended: isPairSafe ? flow.ended : null,
      end: hidesTotal(after) ? null : flow.end,
    },
    endedByReason: isPairSafe ? reasons : toProtected(endedByReason, () => true, null),
    stockAfter: after,
  };
}
