// Lays a protected publication out as people read it. Shows what the record shows; the truth only where it is asked for the screen.
import type { ProtectedTable, PublicationRecord, TableDefinition } from '#main/disclosure-control/publication-model.ts';
import type { ReportTable } from '#shared/contract/report-shape.ts';
import { FLOW_DESIGN } from './persons-flow.ts';
import { flowRows } from './persons-flow-layout.ts';
import { cellFinder, countMarks, TOTAL, TOTAL_ID } from './report-cells.ts';
import { notesOf } from './report-notes.ts';
import type { PlannedTable } from './table-plan.ts';

type Row = ReportTable['rows'][number];
type Column = ReportTable['columns'][number];

/** What a table shows along a dimension, in its order, the total last. */
const valuesAlong = ({ cells }: ProtectedTable, dimension: string): readonly string[] => [
  ...new Set(cells.map(({ values }) => values[dimension] ?? '')),
];

const idOf = (value: string): string => (value === TOTAL ? TOTAL_ID : value);
const labelOf = ({ source }: PlannedTable, dimension: string, value: string): string =>
  value === TOTAL ? TOTAL : source.labelOf(dimension, value);

const MEASURE_WORDS = { events: '延べ', persons: '実人数', stock: '人数' } as const;

const unitOf = ({ source }: PlannedTable, { measure }: TableDefinition): string =>
  measure === 'events' ? source.unit : '人';

interface Body {
  readonly rowHeadings: readonly string[];
  readonly columnHeading: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

const headingsOf = ({ source }: PlannedTable, dimensions: readonly string[]): readonly string[] =>
  dimensions.map((id) => source.dimensionTitles[id] ?? id);

/** Rows along one dimension or none; 延べ and 実人数 side by side. */
function oneWay(planned: PlannedTable, tables: readonly ProtectedTable[]): Body {
  const [dimension] = planned.design.dimensions;
  const [first] = tables;
  const values = dimension === undefined || first === undefined ? [TOTAL] : valuesAlong(first, dimension);
  const finders = tables.map(cellFinder);
  return {
    rowHeadings: dimension === undefined ? ['区分'] : headingsOf(planned, [dimension]),
    columnHeading: '',
    columns: tables.map(({ definition }) => ({
      id: definition.measure,
      label: `${MEASURE_WORDS[definition.measure]}（${unitOf(planned, definition)}）`,
      isTotal: false,
    })),
    rows: values.map((value) => ({
      id: idOf(value),
      labels: [dimension === undefined ? TOTAL : labelOf(planned, dimension, value)],
      isTotal: value === TOTAL,
      cells: finders.map((find) => find(dimension === undefined ? [] : [value])),
    })),
  };
}

const flowBody = (
  { reportId }: PlannedTable,
  tables: readonly ProtectedTable[],
  reasonOf: (reason: string) => string,
): Body => ({
  rowHeadings: ['区分'],
  columnHeading: '',
  columns: [{ id: 'stock', label: '人数（人）', isTotal: false }],
  rows: flowRows(reportId, tables, reasonOf),
});

/** Two dimensions: rows and columns. Three: the rows are a crossing themselves. */
function crossTable(planned: PlannedTable, table: ProtectedTable): Body {
  const { dimensions } = planned.design;
  const across = dimensions.at(-1) ?? '';
  const down = dimensions.slice(0, -1);
  const columns = valuesAlong(table, across);
  const find = cellFinder(table);
  const ways = down.reduce<readonly (readonly string[])[]>(
    (rows, id) => rows.flatMap((row) => valuesAlong(table, id).map((value) => [...row, value])),
    [[]],
  );
  return {
    rowHeadings: headingsOf(planned, down),
    columnHeading: planned.source.dimensionTitles[across] ?? across,
    columns: columns.map((value) => ({
      id: idOf(value),
      label: labelOf(planned, across, value),
      isTotal: value === TOTAL,
    })),
    rows: ways.map((way) => ({
      id: way.map(idOf).join('.'),
      labels: way.map((value, index) => labelOf(planned, down[index] ?? '', value)),
      isTotal: way.includes(TOTAL),
      cells: columns.map((value) => find([...way, value])),
    })),
  };
}

function tableOf(planned: PlannedTable, tables: readonly ProtectedTable[], body: Body, measure: string): ReportTable {
  const { design, choice, reportId, spanTitle } = planned;
  const [first] = tables;
  const isCross = design.dimensions.length > 1;
  const suffix = isCross && measure === 'persons' && design.measures.length > 1 ? '.persons' : '';
  const rows = [...body.rows];
  return {
    id: `${reportId}${suffix}`,
    title: suffix === '' ? design.title : `${design.title}（実人数）`,
    span: choice.span,
    spanTitle,
    unit: first === undefined || !isCross ? '' : unitOf(planned, first.definition),
    mode: first?.definition.mode ?? 'suppressed',
    rowHeadings: [...body.rowHeadings],
    columnHeading: body.columnHeading,
    columns: [...body.columns],
    rows,
    notes: [...notesOf(planned, tables)],
    ...countMarks(rows),
  };
}

/** The tables of the report behind one plan: one, or one a measure where they cannot stand side by side. */
export function layOutTables(
  planned: PlannedTable,
  record: PublicationRecord,
  reasonOf: (reason: string) => string,
): readonly ReportTable[] {
  const byId = new Map(record.tables.map((table) => [table.definition.id, table]));
  const tables = planned.definitions.flatMap(({ id }) => byId.get(id) ?? []);
  if (planned.design.id === FLOW_DESIGN.id) {
    return [tableOf(planned, tables, flowBody(planned, tables, reasonOf), 'stock')];
  }
  if (planned.design.dimensions.length < 2) return [tableOf(planned, tables, oneWay(planned, tables), '')];
  return tables.map((table) => tableOf(planned, [table], crossTable(planned, table), table.definition.measure));
}
