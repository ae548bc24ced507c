import { describe, expect, test } from 'vitest';
import type { PublicationRecord } from '#main/disclosure-control/publication-model.ts';
import {
  followedBy,
  grid,
  gridTable,
  MONTH,
  NO_HISTORY,
  published,
  randomMatrix,
  recordsOf,
  seedOf,
  shownGrid,
} from '#tools/sdc/small-tables.ts';

const source = grid(6, 5);
const rounded = (months: readonly string[] = [MONTH], id = 'rounded') => gridTable(months, { id, mode: 'rounded' });
const records = recordsOf(randomMatrix(8, 6, 5, 12));

const cellsOf = ({ tables }: PublicationRecord) => tables.flatMap(({ cells }) => cells);

describe('a rounded table', () => {
  const { record, files } = published({ source, tables: [rounded()], records });

  test('shows multiples of 3, each less than 3 away, and hides nothing', () => {
    for (const { shown, value } of cellsOf(record)) {
      expect((shown ?? 1) % 3).toBe(0);
      expect(Math.abs((shown ?? 99) - value)).toBeLessThan(3);
    }
    expect(files.cellsCsv).not.toContain('＊');
  });

  test('still adds up', () => {
    const shown = shownGrid(record, 6, 5).map((row) => row.map((value) => value ?? 0));
    for (const row of shown) expect(row.slice(0, 5).reduce((sum, one) => sum + one, 0)).toBe(row[5]);
    const columns = [0, 1, 2, 3, 4, 5].map((column) =>
      shown.slice(0, 6).reduce((sum, row) => sum + (row[column] ?? 0), 0),
    );
    expect(columns).toEqual(shown[6]);
  });

  test('has a witness for every small figure: its exact value cannot be determined', () => {
    const small = cellsOf(record).filter(({ value, persons }) => value > 0 && persons < 5);
    const protectedCells = new Set(record.certificate.protections.map(({ need }) => need.cell));
    expect(small.length).toBeGreaterThan(5);
    expect(small.filter(({ key }) => !protectedCells.has(key))).toEqual([]);
  });

  test('the same true figure is always rounded the same way', () => {
    const again = published(
      { id: 'two', source, tables: [rounded([MONTH], 'again')], records, seed: seedOf(99) },
      followedBy(NO_HISTORY, record),
    );
    expect(cellsOf(again.record).map(({ shown }) => shown)).toEqual(cellsOf(record).map(({ shown }) => shown));
  });

  test('a year to date is the sum of its published months', () => {
    const may = recordsOf(randomMatrix(9, 6, 5, 12), '2026-05');
    const tables = [rounded(['2026-05'], 'may'), rounded([MONTH, '2026-05'], 'to-date')];
    const next = published(
      { id: 'may', source, tables, records: [...records, ...may], seed: seedOf(5) },
      followedBy(NO_HISTORY, record),
    );
    const [month, toDate] = next.record.tables;
    const april = cellsOf(record);
    expect(toDate?.cells.map(({ shown }) => shown)).toEqual(
      month?.cells.map(({ shown }, index) => (shown ?? 0) + (april[index]?.shown ?? 0)),
    );
  });
});
