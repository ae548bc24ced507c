// A published summary as sheets of A4: cover, verdict, free text, every table. Only what may be published; no tooltip, no title anywhere.
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { Paper, PaperFacts, PaperHead, PaperPart } from '#renderer/ui/paper.tsx';
import { tablesOf } from '#shared/contract/published-report.ts';
import type { Report, ReportTable } from '#shared/contract/report-shape.ts';
import { formatMonth } from '#shared/model/era.ts';
import { isWide, PublicationTable } from './publication-table.tsx';
import './publication-paper.css';

const count = (value: number) => value.toLocaleString('ja-JP');

function Notes({ notes }: { readonly notes: readonly string[] }) {
  return (
    notes.length > 0 && (
      <ul className="publication-notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    )
  );
}

/** What the paper itself knows of the rules; the exact ones stand in the workbook and in facts.json. */
function rulesOf(report: Report): string {
  const modes = new Set(tablesOf(report).map(({ table }) => table.mode));
  return [
    ...(modes.has('suppressed')
      ? [`もとになった方が${report.k}人に満たない数字と、引き算などで分かってしまう数字は、＊にしています。`]
      : []),
    ...(modes.has('rounded') ? ['「丸めた表」の数字は、もとの数が分からないように丸めています。'] : []),
    ...(modes.has('plain') ? ['人が関わらない数字は、そのまま載せています。'] : []),
  ].join('');
}

function Cover({ report }: { readonly report: Report }) {
  const formatDate = useFormatDate();
  const { month, profileTitle, registerName, verdict, remarks, notes } = report;
  const earlier =
    verdict.earlierTables === 0 ? 'はじめての公表です' : `前に公表した表：${count(verdict.earlierTables)}表`;
  return (
    <>
      <div className="publication-head">
        <PaperHead title={`見守り集計　${formatMonth(month, 'both')}`} side={registerName} />
      </div>
      <PaperFacts
        facts={[
          { label: 'あて先', value: profileTitle },
          { label: '対象の月', value: formatMonth(month, 'both') },
          { label: 'つくった日', value: formatDate(verdict.madeOn) },
          { label: '数字の守り方', value: rulesOf(report) },
        ]}
      />
      <div className="publication-verdict">
        <strong>確かめた結果</strong>
        {verdict.sentence}
        <p className="paper-note">
          {count(verdict.cells)}の数字のうち＊は{count(verdict.hidden)}か所。{earlier}。
        </p>
      </div>
      {remarks.trim() !== '' && (
        <PaperPart>
          <h2>自由記述</h2>
          <p className="publication-remarks">{remarks}</p>
        </PaperPart>
      )}
      <Notes notes={[...notes, 'この集計に、一人ひとりの記録や氏名は入っていません。']} />
      <p className="paper-note publication-marks">
        公表の番号　{verdict.publication}
        <br />
        規則のしるし　{verdict.parametersHash}
        <br />
        証明のしるし　{verdict.certificateHash}
      </p>
    </>
  );
}

/** What fits on one page is not broken over two. */
const MOST_WHOLE_ROWS = 30;

interface TablePartProps {
  readonly table: ReportTable;
  readonly number: number;
  /** Stands over the first table of a section, on the page of that table. */
  readonly section: string | null;
}

function TablePart({ table, number, section }: TablePartProps) {
  const { title, spanTitle, unit, mode, rows, notes } = table;
  const names = [isWide(table) && 'publication-wide', rows.length <= MOST_WHOLE_ROWS && 'paper-whole'];
  return (
    <section className={names.filter(Boolean).join(' ')}>
      {section !== null && <h2>{section}</h2>}
      <h3>
        表{number}　{title}
      </h3>
      <p className="publication-under">
        {spanTitle}
        {unit !== '' && `　単位：${unit}`}
        {mode === 'rounded' && '　丸めた表'}
      </p>
      <PublicationTable table={table} />
      <Notes notes={notes} />
    </section>
  );
}

export function PublicationSheets({ report }: { readonly report: Report }) {
  const tables = tablesOf(report);
  return (
    <Paper handling="open" copyLabel={`${report.profileTitle}　見守り集計 ${formatMonth(report.month, 'western')}`}>
      <Cover report={report} />
      {tables.map(({ table, section }, index) => (
        <TablePart
          key={table.id}
          table={table}
          number={index + 1}
          section={tables[index - 1]?.section === section ? null : section}
        />
      ))}
    </Paper>
  );
}
