// One table of a published summary on paper: headings on every page, ＊ as it is, and a bar beside each figure that is shown.
import { labelsOfRow } from '#shared/contract/published-report.ts';
import { HIDDEN_MARK, type ReportTable, type SafeValue } from '#shared/contract/report-shape.ts';

type Row = ReportTable['rows'][number];

/** Beyond this the page lies on its side. */
const MOST_UPRIGHT_COLUMNS = 8;
export const isWide = ({ columns }: ReportTable): boolean => columns.length > MOST_UPRIGHT_COLUMNS;

const SUM = '計';

/** The greatest figure that is shown beside the sum; `null` where the rows are no parts of a sum, so that bars would compare unlikes. */
function greatestPart(table: ReportTable): number | null {
  const { rowHeadings, columnHeading, rows } = table;
  const hasSum = rows.some((row) => row.isTotal && labelsOfRow(row, table)[0] === SUM);
  if (rowHeadings.length !== 1 || columnHeading !== '' || !hasSum) return null;
  const parts = rows.filter(({ isTotal }) => !isTotal).flatMap(({ cells }) => cells[0]?.shown ?? []);
  const figures = parts.filter((shown) => shown !== HIDDEN_MARK && shown > 0);
  const greatest = Math.max(0, ...figures.map(Number));
  return figures.length > 1 ? greatest : null;
}

/** A ＊ has no bar, as a figure that is not there has none. */
function Bar({ shown, greatest }: { readonly shown: SafeValue | undefined; readonly greatest: number }) {
  if (shown === undefined || shown === HIDDEN_MARK || shown <= 0) return null;
  return <span className="publication-bar" style={{ inlineSize: `${(shown / greatest) * 100}%` }} />;
}

function Figures({ table, row }: { readonly table: ReportTable; readonly row: Row }) {
  return row.cells.map(({ shown }, at) => {
    const column = table.columns[at];
    const names = [
      shown === HIDDEN_MARK ? 'publication-hidden' : 'paper-number',
      column?.isTotal && 'publication-total',
    ];
    return (
      <td key={column?.id} className={names.filter(Boolean).join(' ')}>
        {shown.toLocaleString('ja-JP')}
      </td>
    );
  });
}

function Head({ table, hasBars }: { readonly table: ReportTable; readonly hasBars: boolean }) {
  const { rowHeadings, columnHeading, columns } = table;
  const rowSpan = columnHeading === '' ? 1 : 2;
  const labels = columns.map(({ id, label }) => (
    <th key={id} scope="col">
      {label}
    </th>
  ));
  return (
    <thead>
      <tr>
        {rowHeadings.map((heading) => (
          <th key={heading} scope="col" rowSpan={rowSpan}>
            {heading}
          </th>
        ))}
        {columnHeading === '' ? (
          labels
        ) : (
          <th scope="colgroup" colSpan={columns.length}>
            {columnHeading}
          </th>
        )}
        {hasBars && <th scope="col">グラフ　{columns[0]?.label}</th>}
      </tr>
      {columnHeading !== '' && <tr>{labels}</tr>}
    </thead>
  );
}

/** Rows that begin with the same label, where rows have two. */
function groupsOf(table: ReportTable): readonly (readonly Row[])[] {
  if (table.rowHeadings.length < 2) return [table.rows];
  const groups: Row[][] = [];
  for (const row of table.rows) {
    const group = groups.at(-1);
    const before = group?.[0];
    if (group && before && labelsOfRow(before, table)[0] === labelsOfRow(row, table)[0]) group.push(row);
    else groups.push([row]);
  }
  return groups;
}

interface RowsProps {
  readonly table: ReportTable;
  readonly group: readonly Row[];
  readonly greatest: number | null;
}

function Rows({ table, group, greatest }: RowsProps) {
  const isGroup = table.rowHeadings.length > 1;
  return (
    <tbody {...(isGroup ? { className: 'publication-group' } : {})}>
      {group.map((row, index) => {
        const labels = labelsOfRow(row, table);
        const isNamedAbove = isGroup && index > 0;
        return (
          <tr key={row.id} {...(row.isTotal ? { className: 'publication-total-row' } : {})}>
            {isGroup && !isNamedAbove && (
              <th scope="rowgroup" rowSpan={group.length}>
                {labels[0]}
              </th>
            )}
            {labels.slice(isGroup ? 1 : 0).map((label, at) => (
              <th key={table.rowHeadings[at + (isGroup ? 1 : 0)]} scope="row">
                {label}
              </th>
            ))}
            <Figures table={table} row={row} />
            {greatest !== null && (
              <td aria-hidden>{!row.isTotal && <Bar shown={row.cells[0]?.shown} greatest={greatest} />}</td>
            )}
          </tr>
        );
      })}
    </tbody>
  );
}

/** In mm: label columns by their longest word, figures share the rest; a table of few columns does not fill the page. */
function Columns({ table, hasBars }: { readonly table: ReportTable; readonly hasBars: boolean }) {
  const { rowHeadings, columns } = table;
  const labelWidth = isWide(table) ? 28 : rowHeadings.length > 1 ? 36 : 58;
  const few = !isWide(table) && columns.length <= 3;
  return (
    <colgroup>
      {rowHeadings.map((heading) => (
        <col key={heading} style={{ width: `${labelWidth}mm` }} />
      ))}
      {columns.map(({ id }) => (
        <col key={id} style={few ? { width: '30mm' } : {}} />
      ))}
      {hasBars && <col />}
    </colgroup>
  );
}

export function PublicationTable({ table }: { readonly table: ReportTable }) {
  const greatest = greatestPart(table);
  const hasBars = greatest !== null;
  const isNarrow = !isWide(table) && !hasBars && table.columns.length <= 3;
  return (
    <table className="publication-table" style={isNarrow ? { width: 'auto' } : {}}>
      <Columns table={table} hasBars={hasBars} />
      <Head table={table} hasBars={hasBars} />
      {groupsOf(table).map((group) => (
        <Rows key={group[0]?.id} table={table} group={group} greatest={greatest} />
      ))}
    </table>
  );
}
