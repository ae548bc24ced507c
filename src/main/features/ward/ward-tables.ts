// Lays the ward's sums out as tables that people read: numbers stay numbers, ＊ stays ＊, and what is known without the ＊ stands beside.
import { HIDDEN_MARK, type ReportCell, type ReportTable } from '#shared/contract/report-shape.ts';
import type { Known, WardTable } from './ward-sums.ts';
import { spanOfTable, spanWords, type WardWords } from './ward-words.ts';

const TOTAL = '計';
const SHOWN_ONLY = '＊を除く合計';

const cellOf = (known: Known | null): ReportCell => ({ shown: known?.value ?? HIDDEN_MARK, inside: null });

type Row = ReportTable['rows'][number];
type Column = ReportTable['columns'][number];

interface Layout {
  readonly rowNames: readonly (readonly string[])[];
  readonly columnNames: readonly string[];
}

/** The last of two or three dimensions goes across; one alone goes down, beside its figure. */
function layoutOf({ dimensions }: WardTable): Layout {
  const lists = dimensions.map(({ names }) => [...names, TOTAL]);
  const down = dimensions.length < 2 ? lists : lists.slice(0, -1);
  const rowNames = down.reduce<readonly (readonly string[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((one) => [...row, one])),
    [[]],
  );
  return { rowNames, columnNames: dimensions.length < 2 ? [] : (lists.at(-1) ?? []) };
}

const isTotal = (names: readonly string[]): boolean => names.every((name) => name === TOTAL);
const idOf = (names: readonly string[]): string => (names.length === 0 ? TOTAL : names.join('|'));

const MEASURES = { events: '延べ', persons: '実人数', stock: '人数' } as const;

function columnsOf(ward: WardTable, words: WardWords, { columnNames }: Layout): readonly Column[] {
  const { table, dimensions } = ward;
  if (columnNames.length === 0) {
    const { measure } = table.definition;
    return [{ id: measure, label: `${MEASURES[measure]}（${words.unit(table)}）`, isTotal: false }];
  }
  const id = dimensions.at(-1)?.id ?? '';
  return columnNames.map((name) => ({
    id: name,
    label: words.label(table.source.id, id, name),
    isTotal: name === TOTAL,
  }));
}

/** The rows as the packages have them; each with what is known of its last figure without the ＊. */
function rowsOf(ward: WardTable, words: WardWords, { rowNames, columnNames }: Layout) {
  const { table, dimensions, figureOf, shownOf } = ward;
  return rowNames.map((names) => {
    const across = columnNames.length === 0 ? [names] : columnNames.map((column) => [...names, column]);
    const labels = names.map((name, at) => words.label(table.source.id, dimensions[at]?.id ?? '', name));
    const row: Row = {
      id: idOf(names),
      labels: labels.length === 0 ? [TOTAL] : labels,
      isTotal: isTotal(names),
      cells: across.map((one) => cellOf(figureOf(one))),
    };
    return { row, shown: shownOf(across.at(-1) ?? names) };
  });
}

/** A row below: what is known of each column's total without the ＊. */
function shownRow({ dimensions, shownOf }: WardTable, { columnNames }: Layout, hasColumn: boolean): Row {
  const depth = dimensions.length - 1;
  const totals = Array.from({ length: depth }, () => TOTAL);
  const cells = columnNames.map((name) => cellOf(shownOf([...totals, name])));
  const corner = hasColumn ? [cellOf(shownOf([...totals, TOTAL]))] : [];
  return {
    id: SHOWN_ONLY,
    labels: Array.from({ length: depth }, (_, at) => (at === 0 ? SHOWN_ONLY : '')),
    isTotal: true,
    cells: [...cells, ...corner],
  };
}

const listed = (names: readonly string[]): string => names.join('、');

function notesOf(ward: WardTable, words: WardWords, hasStars: boolean, hasShownOnly: boolean): readonly string[] {
  const { table, registers, missing, dimensions, figureOf, leastOf } = ward;
  const { measure, mode } = table.definition;
  const everything = dimensions.map(() => TOTAL);
  const notes = [`入っている地域：${listed(registers)}。`];
  if (missing.length > 0) notes.push(`この表がない地域：${listed(missing)}（この地域の数字は入っていません）。`);
  if (hasStars) {
    notes.push(
      '＊は、どこかの地域で少人数の保護のために非表示になっている数字です。少人数でない数字も含まれます。0は本当に0です。',
    );
  }
  if (figureOf(everything) === null) {
    notes.push(`全体の計は、${leastOf(everything).value.toLocaleString('ja-JP')}${words.unit(table)}以上です。`);
  }
  if (hasShownOnly) {
    notes.push(
      '「＊を除く合計」は、＊になっていない数字だけから分かる数です。本当の数は、これと同じか、これより大きくなります。',
    );
  }
  if (measure !== 'events') {
    notes.push('地域ごとの実人数の合計です。2つの地域の台帳にいる方は、2人と数えています。');
  }
  if (mode === 'rounded') notes.push('地域ごとに丸めた数字を足しています。本当の数とは、少しちがいます。');
  return notes;
}

export function layOut(ward: WardTable, words: WardWords): ReportTable {
  const { table, dimensions } = ward;
  const { id, mode } = table.definition;
  const layout = layoutOf(ward);
  const rows = rowsOf(ward, words, layout);
  const cells = rows.flatMap(({ row }) => row.cells);
  const lacksTotal = ({ row }: (typeof rows)[number]) => row.cells.at(-1)?.shown === HIDDEN_MARK;
  const hasColumn = rows.some(lacksTotal);
  const hasRow =
    layout.columnNames.length > 0 && (rows.at(-1)?.row.cells.some(({ shown }) => shown === HIDDEN_MARK) ?? false);
  const ids = dimensions.map((dimension) => dimension.id);
  const headings = ids.map((dimension) => words.heading(table.source.id, dimension));
  const columns = columnsOf(ward, words, layout);
  return {
    id,
    title: words.title(table),
    span: spanOfTable(table),
    spanTitle: spanWords(table),
    unit: words.unit(table),
    mode,
    rowHeadings: headings.length < 2 ? [headings[0] ?? ''] : headings.slice(0, -1),
    columnHeading: headings.length < 2 ? '' : (headings.at(-1) ?? ''),
    columns: hasColumn ? [...columns, { id: SHOWN_ONLY, label: SHOWN_ONLY, isTotal: true }] : [...columns],
    rows: [
      ...rows.map(({ row, shown }) => ({ ...row, cells: hasColumn ? [...row.cells, cellOf(shown)] : row.cells })),
      ...(hasRow ? [shownRow(ward, layout, hasColumn)] : []),
    ],
    notes: [
      ...notesOf(
        ward,
        words,
        cells.some(({ shown }) => shown === HIDDEN_MARK),
        hasColumn || hasRow,
      ),
    ],
    hidden: cells.filter(({ shown }) => shown === HIDDEN_MARK).length,
    cells: cells.length,
  };
}
