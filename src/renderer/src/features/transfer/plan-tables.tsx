// The lists of a plan: values to look at, people to be entered, rows that are not. All of them hold thousands of rows.
import { useMemo } from 'react';
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import type { DataColumn } from '#renderer/ui/data-table-column.ts';
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx';
import type { PlanIssue, PlanRow, RowDecision } from '#shared/contract/transfer.contract.ts';
import { describeIssue, quote, REMARK_WORDS, reasonWords } from './plan-words.ts';

type IssueLine = { readonly id: string; readonly row: number; readonly name: string; readonly issue: PlanIssue };

/** Every noticed value of the rows as a line of its own; what is rare comes first, what a hundred rows share comes last. */
export function issueLines(rows: readonly PlanRow[], isWanted: (issue: PlanIssue) => boolean): readonly IssueLine[] {
  const lines = rows.flatMap(({ row, name, issues }) =>
    issues.flatMap((issue, index) => (isWanted(issue) ? [{ id: `${row}-${index}`, row, name, issue }] : [])),
  );
  const ofReason = Map.groupBy(lines, ({ issue }) => issue.reason);
  const timesOf = ({ issue }: IssueLine) => ofReason.get(issue.reason)?.length ?? 0;
  return lines.toSorted((a, b) => timesOf(a) - timesOf(b) || a.row - b.row);
}

const ISSUE_COLUMNS: readonly DataColumn<IssueLine>[] = [
  { id: 'row', header: '行', cell: ({ row }) => row, sortValue: ({ row }) => row, width: 4.5, align: 'end' },
  {
    id: 'name',
    header: '氏名',
    cell: ({ name }) => name || '（氏名なし）',
    sortValue: ({ name }) => name,
    isRowHeader: true,
    width: 9,
  },
  {
    id: 'heading',
    header: '項目',
    cell: ({ issue }) => issue.heading,
    sortValue: ({ issue }) => issue.heading,
    filter: 'choice',
    filterValue: ({ issue }) => issue.heading,
    width: 8,
  },
  { id: 'original', header: '名簿の文字', cell: ({ issue }) => quote(issue.original), width: 12 },
  { id: 'words', header: 'どうなるか', cell: ({ issue }) => describeIssue(issue) },
  {
    id: 'reason',
    header: 'わけ',
    cell: ({ issue }) => reasonWords(issue.reason),
    filter: 'choice',
    filterValue: ({ issue }) => reasonWords(issue.reason),
    defaultVisible: false,
    width: 20,
  },
];

export function IssueTable({ label, lines }: { readonly label: string; readonly lines: readonly IssueLine[] }) {
  return (
    <DataTable
      label={label}
      rows={lines}
      columns={ISSUE_COLUMNS}
      rowId={({ id }) => id}
      countText={(shown, all) => `${all}件中 ${shown}件を表示`}
      emptyState="ありません。"
    />
  );
}

type PeopleTableProps = {
  readonly label: string;
  readonly rows: readonly PlanRow[];
  /** Heading of the column of places; rows that are nobody show their beginning there. */
  readonly placeHeader?: string;
  readonly decisionOf?: (row: PlanRow) => RowDecision;
  readonly onDecide?: (row: number, decision: RowDecision) => void;
};

function peopleColumns({
  placeHeader = '住所',
  decisionOf,
  onDecide,
}: PeopleTableProps): readonly DataColumn<PlanRow>[] {
  const columns: DataColumn<PlanRow>[] = [
    { id: 'row', header: '行', cell: ({ row }) => row, sortValue: ({ row }) => row, width: 4.5, align: 'end' },
    {
      id: 'name',
      header: '氏名',
      cell: ({ name }) => name || '（氏名なし）',
      sortValue: ({ kana, name }) => kana || name,
      isRowHeader: true,
      width: 9,
    },
    { id: 'kana', header: 'フリガナ', cell: ({ kana }) => kana, width: 10 },
    { id: 'place', header: placeHeader, cell: ({ place }) => place, sortValue: ({ place }) => place, width: 16 },
    {
      id: 'remark',
      header: '気づいたこと',
      cell: ({ remark, issues }) =>
        REMARK_WORDS[remark] ||
        issues
          .filter(({ kind }) => kind !== 'changed')
          .map(({ heading, original }) => `${heading}${quote(original)}`)
          .join('、'),
    },
  ];
  if (decisionOf && onDecide) {
    columns.push({
      id: 'decision',
      header: '入れるか',
      cell: (row) => (
        <CheckboxField
          label={
            <>
              入れる
              <VisuallyHidden>
                （{row.row}行目の{row.name}さん）
              </VisuallyHidden>
            </>
          }
          isSelected={decisionOf(row) !== 'skip'}
          onChange={(isSelected) => onDecide(row.row, isSelected ? 'add' : 'skip')}
        />
      ),
      width: 8,
    });
  }
  return columns;
}

export function PeopleTable(props: PeopleTableProps) {
  const { label, rows, placeHeader = '住所', decisionOf, onDecide } = props;
  const columns = useMemo(
    () =>
      peopleColumns({ label: '', rows: [], placeHeader, ...(decisionOf && onDecide ? { decisionOf, onDecide } : {}) }),
    [placeHeader, decisionOf, onDecide],
  );
  return (
    <DataTable
      label={label}
      rows={rows}
      columns={columns}
      rowId={({ row }) => String(row)}
      countText={(shown, all) => `${all}件中 ${shown}件を表示`}
      emptyState="ありません。"
    />
  );
}
