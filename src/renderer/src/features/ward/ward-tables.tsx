// The ward's tables of one span at a time. Shows what is published, and ＊ as ＊.
import { useState } from 'react';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { classesOf } from '#renderer/ui/class-names.ts';
import { plainTableClass } from '#renderer/ui/plain-table.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { HIDDEN_MARK, type ReportTable } from '#shared/contract/report-shape.ts';
import styles from './ward.module.css';

const cx = classesOf(styles);

function Figures({ table }: { readonly table: ReportTable }) {
  const { title, rowHeadings, columns, rows } = table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1).
    <section className={plainTableClass.frame} aria-label={`${title}の表`} tabIndex={0}>
      <table className={`${plainTableClass.table} ${cx('table', 'figures')}`}>
        <caption className={cx('caption')}>{title}</caption>
        <thead>
          <tr>
            {rowHeadings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
            {columns.map(({ id, label }) => (
              <th key={id} scope="col" className={plainTableClass.number}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, labels, isTotal, cells }) => (
            <tr key={id} className={cx(isTotal && 'total')}>
              {labels.map((label, at) => (
                <th key={rowHeadings[at]} scope="row">
                  {label}
                </th>
              ))}
              {cells.map(({ shown }, at) => (
                <td
                  key={columns[at]?.id}
                  className={`${plainTableClass.number} ${cx(shown === HIDDEN_MARK && 'soft', columns[at]?.isTotal && 'total')}`}
                >
                  {shown.toLocaleString('ja-JP')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function OneTable({ table }: { readonly table: ReportTable }) {
  const { title, spanTitle, unit, hidden, cells, notes } = table;
  return (
    <Panel
      title={title}
      headingLevel={3}
      description={`${spanTitle}・単位：${unit}${hidden > 0 ? `・${cells}か所のうち＊ ${hidden}か所` : ''}`}
    >
      <Figures table={table} />
      <ul className={cx('notes')}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Panel>
  );
}

export function WardTables({ tables }: { readonly tables: readonly ReportTable[] }) {
  const spans = [...new Set(tables.map(({ spanTitle }) => spanTitle))];
  const [asked, setAsked] = useState<string | null>(null);
  const span = asked !== null && spans.includes(asked) ? asked : (spans[0] ?? '');
  const shown = tables.filter(({ spanTitle }) => spanTitle === span);
  return (
    <Stack>
      <div className={cx('chooser')}>
        <h2 className={cx('heading')}>区の表</h2>
        <div className={cx('span')}>
          <SelectField
            label="期間"
            options={spans.map((each) => ({ code: each, label: each }))}
            value={span}
            onChange={setAsked}
          />
        </div>
      </div>
      {shown.map((table) => (
        <OneTable key={`${table.id} ${table.spanTitle} ${table.notes[0]}`} table={table} />
      ))}
    </Stack>
  );
}
