// A summary as people read it: the verdict in plain words, its sections, its tables with footnotes. Changes nothing.
import { type ReactNode, useState } from 'react';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { StatusTag } from '#renderer/ui/badge.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { classesOf } from '#renderer/ui/class-names.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import type { ReportTable } from '#shared/contract/report-shape.ts';
import { formatMonth } from '#shared/model/era.ts';
import type { CellWords, Report } from './cell-words.ts';
import { ReadingBar } from './reading-bar.tsx';
import { isNarrow, ReportTableView } from './report-table.tsx';
import styles from './report-view.module.css';

const cx = classesOf(styles);

type OnRead = ((words: CellWords | null) => void) | null;

function Verdict({ report }: { readonly report: Report }) {
  const formatDate = useFormatDate();
  const { verdict, month, profileTitle } = report;
  return (
    <Notice tone="success" title={verdict.sentence}>
      <ul className={styles['facts']}>
        <li>{`${formatMonth(month, 'era')}・${profileTitle}`}</li>
        <li>{`数字${verdict.cells.toLocaleString('ja-JP')}か所のうち、＊は${verdict.hidden.toLocaleString('ja-JP')}か所`}</li>
        <li>{`確かめた日 ${formatDate(verdict.madeOn)}`}</li>
      </ul>
    </Notice>
  );
}

/** For somebody who compares a file with what was checked here. */
function Proof({ verdict }: Pick<Report, 'verdict'>) {
  return (
    <details className={styles['proof']}>
      <summary>ファイルと照らし合わせるための番号</summary>
      <FactList
        columns={1}
        facts={[
          { label: '公表の番号', value: <code>{verdict.publication}</code> },
          { label: '守り方の設定', value: <code>{verdict.parametersHash}</code> },
          { label: '確認の記録', value: <code>{verdict.certificateHash}</code> },
        ]}
      />
    </details>
  );
}

function hiddenWords({ hidden, cells, unit }: ReportTable): string {
  const marks =
    hidden === 0 ? '＊なし' : `＊ ${hidden.toLocaleString('ja-JP')}か所（${cells.toLocaleString('ja-JP')}か所のうち）`;
  return unit === '' ? marks : `単位：${unit}　${marks}`;
}

interface TablePanelProps {
  readonly table: ReportTable;
  readonly k: number;
  readonly onRead: OnRead;
}

function TablePanel({ table, k, onRead }: TablePanelProps) {
  return (
    <Panel
      title={
        <>
          {table.title}
          <span className={styles['span']}>{table.spanTitle}</span>
        </>
      }
      description={hiddenWords(table)}
      padding="flush"
      actions={table.mode === 'rounded' && <StatusTag tone="info">丸めた数字</StatusTag>}
    >
      <ReportTableView table={table} k={k} onRead={onRead} />
      {table.notes.length > 0 && (
        <ul className={styles['notes']}>
          {table.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Sections({ report, onRead }: { readonly report: Report; readonly onRead: OnRead }) {
  const { sections, remarks, k } = report;
  return (
    <Tabs
      label="集計の項目"
      tabs={[
        ...sections.map(({ id, title, tables }) => ({
          id,
          label: title,
          content: (
            <div className={styles['tables']}>
              {tables.map((table) => (
                <div key={table.id} className={cx(!isNarrow(table) && 'whole')}>
                  <TablePanel table={table} k={k} onRead={onRead} />
                </div>
              ))}
            </div>
          ),
        })),
        ...(remarks.trim() === ''
          ? []
          : [
              {
                id: 'remarks',
                label: '連絡事項',
                content: (
                  <Panel title="連絡事項">
                    <p className={styles['remarks']}>{remarks}</p>
                  </Panel>
                ),
              },
            ]),
      ]}
    />
  );
}

interface ReportViewProps {
  readonly report: Report;
  /** On the coordinator's own screen before publishing: what stands behind a figure can be read. */
  readonly showsInside: boolean;
  /** Between the verdict and the tables: what can be done with it. */
  readonly children?: ReactNode;
}

export function ReportView({ report, showsInside, children }: ReportViewProps) {
  const [words, setWords] = useState<CellWords | null>(null);
  return (
    <Stack>
      <Verdict report={report} />
      {children}
      <Sections report={report} onRead={showsInside ? setWords : null} />
      {report.notes.length > 0 && (
        <ul className={styles['notes']} aria-label="この集計について">
          {report.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <Proof verdict={report.verdict} />
      {showsInside && <ReadingBar words={words} />}
    </Stack>
  );
}
