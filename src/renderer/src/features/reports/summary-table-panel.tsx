// One table of the month with its picture beside it and its footnote below. Hidden figures are ＊ in the table and a gap in the picture.
import type { Output } from '#renderer/lib/client.ts';
import { Panel } from '#renderer/ui/card.tsx';
import { BarChart } from '#renderer/ui/chart.tsx';
import styles from './summary-table-panel.module.css';

type Table = Output<'reports.monthly'>['tables'][number];

const figure = (value: number | '＊') => value.toLocaleString('ja-JP');

function SummaryTable({ table: { title, rowHeading, columns, rows, total } }: { readonly table: Table }) {
  return (
    <div className={styles['frame']}>
      <table className={styles['table']}>
        <caption className={styles['caption']}>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{rowHeading}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles['number']}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, label, values }) => (
            <tr key={code}>
              <th scope="row">{label}</th>
              {values.map((value, index) => (
                <td key={columns[index]} className={styles['number']}>
                  {figure(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <th scope="row">計</th>
              {total.map((value, index) => (
                <td key={columns[index]} className={styles['number']}>
                  {figure(value)}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** 「延べ（件）」 in two parts. */
function nameAndUnit(column: string): { readonly name: string; readonly unit: string } {
  const [, name = column, unit = ''] = /^(.*)（(.*)）$/u.exec(column) ?? [];
  return { name, unit };
}

/** Beside bars there is little room: 「応答あり（インターホン・電話）」 is 「応答あり」 there, unless another row is called that. */
function shortLabels(labels: readonly string[]): readonly string[] {
  const short = labels.map((label) => label.replace(/（.*）$/u, ''));
  return short.map((label, index) =>
    short.indexOf(label) === short.lastIndexOf(label) ? label : (labels[index] ?? label),
  );
}

export function SummaryTablePanel({ table }: { readonly table: Table }) {
  const { title, columns, rows, note } = table;
  const { unit } = nameAndUnit(columns[0] ?? '');
  const drawn = rows.filter(({ values }) => values.some((value) => value !== 0 && value !== '＊'));
  const names = shortLabels(drawn.map(({ label }) => label));
  return (
    <Panel title={title}>
      <div className={styles['pair']}>
        <SummaryTable table={table} />
        {drawn.length > 0 ? (
          <figure className={styles['picture']} aria-label={`${title}の図`}>
            <BarChart
              series={columns.slice(0, 1).map((column) => ({ id: 'first', label: nameAndUnit(column).name }))}
              points={drawn.map(({ values: [value] }, index) => ({
                label: names[index] ?? '',
                values: { first: typeof value === 'number' ? value : null },
              }))}
              unit={unit}
            />
          </figure>
        ) : (
          <p className={styles['noPicture']}>図にできる数字はありません。</p>
        )}
      </div>
      <p className={styles['note']}>{note}</p>
    </Panel>
  );
}
