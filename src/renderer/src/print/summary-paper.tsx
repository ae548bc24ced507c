// The month's published summary on paper: every table with its footnote, 「試行」 on every page, no person anywhere.
import type { Output } from '#renderer/lib/client.ts';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Paper, PaperFacts, PaperHead, PaperPart, PaperTable } from '#renderer/ui/paper.tsx';
import { type CalendarMonth, monthEnd, monthStart } from '#shared/model/calendar-date.ts';
import { formatMonth } from '#shared/model/era.ts';
import { usePaperState } from './use-paper-state.ts';
import './summary-paper.css';

type Summary = Output<'reports.monthly'>;
type Table = Summary['tables'][number];

const figure = (value: number | '＊' | undefined) => (value === undefined ? '' : value.toLocaleString('ja-JP'));

/** The first tables have one figure a row and stand beside one another. */
const NARROW_TABLES = 2;

function TablePart({ table, number }: { readonly table: Table; readonly number: number }) {
  const { title, rowHeading, columns, rows, total, note } = table;
  const totals = total && { label: '計', ...Object.fromEntries(total.map((value, at) => [`${at}`, figure(value)])) };
  return (
    <div className="summary-table">
      <h2>
        表{number}　{title}
      </h2>
      <PaperTable
        columns={[
          { id: 'label', header: rowHeading, cell: (row: Table['rows'][number]) => row.label },
          ...columns.map((header, at) => ({
            id: `${at}`,
            header,
            cell: (row: Table['rows'][number]) => figure(row.values[at]),
            isNumber: true,
            width: 30,
          })),
        ]}
        rows={rows}
        rowId={({ code }) => code}
        {...(totals ? { totals } : {})}
      />
      <p className="paper-note">{note}</p>
    </div>
  );
}

function SummarySheets({ summary }: { readonly summary: Summary }) {
  const formatDate = useFormatDate();
  const { month, registerName, threshold, isProvisional, tables } = summary;
  return (
    <Paper handling="open">
      <PaperHead title={`見守り月次集計（試行）　${formatMonth(month, 'era')}`} side={registerName} />
      <PaperFacts
        facts={[
          { label: '期間', value: `${formatDate(monthStart(month))}から${formatDate(monthEnd(month))}まで` },
          {
            label: '扱い',
            value: isProvisional
              ? '試行・途中経過（月が終わるまで数字は変わります）'
              : '試行（少人数の数字の守り方を確かめている段階です）',
          },
          { label: '数字の守り方', value: `${threshold}人未満の数字と、引き算で分かってしまう数字は＊にしています。` },
        ]}
      />
      <PaperPart>
        <div className="summary-pair">
          {tables.slice(0, NARROW_TABLES).map((table, index) => (
            <TablePart key={table.id} table={table} number={index + 1} />
          ))}
        </div>
      </PaperPart>
      {tables.slice(NARROW_TABLES).map((table, index) => (
        <PaperPart key={table.id}>
          <TablePart table={table} number={NARROW_TABLES + index + 1} />
        </PaperPart>
      ))}
    </Paper>
  );
}

export function SummaryPaper({ month }: { readonly month: CalendarMonth }) {
  const { data: summary, isError } = useRegisterQuery('reports.monthly', { month });
  usePaperState(isError ? 'failed' : summary ? 'ready' : 'setting');
  return summary ? <SummarySheets summary={summary} /> : null;
}
