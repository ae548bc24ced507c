// The columns of the register table: what can be shown, sorted and filtered.
import type { CodeTables } from '#renderer/lib/codes.tsx';
import { StatusTag } from '#renderer/ui/badge.tsx';
import type { DataColumn } from '#renderer/ui/data-table-column.ts';
import type { PersonRow } from '#shared/contract/person-shape.ts';
import { ageOn, type CalendarDate } from '#shared/model/calendar-date.ts';
import type { CodeList } from '#shared/model/code-lists.ts';
import { dueState } from '#shared/model/due-date.ts';
import styles from './people-screen.module.css';

/** A row with what the search said about it. */
export interface ListedPerson extends PersonRow {
  /** Found by another writing of the name. */
  readonly isVariantHit: boolean;
}

interface ColumnParts {
  readonly codes: CodeTables;
  readonly formatDate: (date: CalendarDate | null) => string;
  readonly today: CalendarDate;
}

/** 建物・棟・室 in one text. */
export function dwellingOf(person: Pick<PersonRow, 'building' | 'wing' | 'room'>): string {
  return [person.building, person.wing, person.room].filter((part) => part !== '').join(' ');
}

function DueCell({ person, parts }: { readonly person: ListedPerson; readonly parts: ColumnParts }) {
  if (person.watchEndedOn !== null) {
    return <StatusTag>終了</StatusTag>;
  }
  if (person.nextDueOn === null) {
    return null;
  }
  const text = parts.formatDate(person.nextDueOn);
  switch (dueState(person.nextDueOn, parts.today)) {
    case 'overdue':
      return <StatusTag tone="alert">{text}</StatusTag>;
    case 'due_today':
      return <StatusTag tone="warn">今日</StatusTag>;
    default:
      return text;
  }
}

function codeColumn(
  parts: ColumnParts,
  id:
    | 'sex'
    | 'district'
    | 'household'
    | 'careLevel'
    | 'dementiaLevel'
    | 'consentStatus'
    | 'watchType'
    | 'frequency'
    | 'residence',
  header: string,
  look: { readonly width: number; readonly defaultVisible?: boolean },
): DataColumn<ListedPerson> {
  const list: CodeList = id;
  const labels = parts.codes.all(list).map(({ label }) => label);
  const labelOf = (person: ListedPerson) => parts.codes.label(list, person[id]);
  return {
    id,
    header,
    cell: labelOf,
    sortValue: (person) => {
      const position = labels.indexOf(labelOf(person));
      return position < 0 ? null : position;
    },
    filter: 'choice',
    filterValue: (person) => labelOf(person) || '（なし）',
    filterOrder: labels,
    ...look,
  };
}

function textColumn(
  id: string,
  header: string,
  textOf: (person: ListedPerson) => string,
  look: { readonly width: number; readonly defaultVisible?: boolean; readonly filter?: 'text' | 'choice' },
): DataColumn<ListedPerson> {
  return {
    id,
    header,
    cell: textOf,
    sortValue: (person) => textOf(person) || null,
    filterValue: (person) => textOf(person) || '（なし）',
    ...look,
  };
}

export function personColumns(parts: ColumnParts): readonly DataColumn<ListedPerson>[] {
  return [
    textColumn('registerNumber', '番号', (person) => String(person.registerNumber), {
      width: 5,
      defaultVisible: false,
    }),
    {
      id: 'name',
      header: '氏名',
      cell: (person) => (
        <>
          {person.name} {person.isVariantHit && <StatusTag tone="info">表記ちがい</StatusTag>}
        </>
      ),
      sortValue: (person) => person.kanaKey,
      isRowHeader: true,
      width: 10.5,
    },
    textColumn('kana', 'フリガナ', (person) => person.kana, { width: 12, defaultVisible: false }),
    {
      id: 'age',
      header: '年齢',
      cell: (person) => (person.birthOn === null ? '' : `${ageOn(person.birthOn, parts.today)}歳`),
      sortValue: (person) => (person.birthOn === null ? null : ageOn(person.birthOn, parts.today)),
      width: 5,
      align: 'end',
    },
    codeColumn(parts, 'sex', '性別', { width: 5.5, defaultVisible: false }),
    codeColumn(parts, 'district', '地域', { width: 6.5 }),
    textColumn('neighbourhood', '町会', (person) => person.neighbourhood, {
      width: 9,
      defaultVisible: false,
      filter: 'choice',
    }),
    {
      id: 'place',
      header: '住所・棟階',
      cell: (person) => [person.address, dwellingOf(person)].filter((part) => part !== '').join(' '),
      sortValue: (person) => person.roundKey,
    },
    {
      ...textColumn('phone', '電話', (person) => person.phone || person.mobile, { width: 10.5 }),
      cell: (person) => <span className={styles['number']}>{person.phone || person.mobile}</span>,
    },
    codeColumn(parts, 'household', '世帯', { width: 8, defaultVisible: false }),
    codeColumn(parts, 'careLevel', '介護度', { width: 7, defaultVisible: false }),
    codeColumn(parts, 'dementiaLevel', '認知症自立度', { width: 9, defaultVisible: false }),
    codeColumn(parts, 'consentStatus', '同意', { width: 7.5, defaultVisible: false }),
    codeColumn(parts, 'watchType', '見守りの種類', { width: 10, defaultVisible: false }),
    codeColumn(parts, 'frequency', '頻度', { width: 8.5 }),
    textColumn('volunteer', '見守り員', (person) => person.volunteerName ?? '', {
      width: 8,
      defaultVisible: false,
      filter: 'choice',
    }),
    textColumn('commissioner', '民生委員', (person) => person.commissionerName ?? '', {
      width: 8,
      defaultVisible: false,
      filter: 'choice',
    }),
    codeColumn(parts, 'residence', '在籍', { width: 7, defaultVisible: false }),
    {
      id: 'lastSeenOn',
      header: '最後に会えた日',
      cell: (person) => parts.formatDate(person.lastSeenOn),
      sortValue: (person) => person.lastSeenOn,
      width: 11,
      defaultVisible: false,
    },
    {
      id: 'nextDueOn',
      header: '次回予定',
      cell: (person) => <DueCell person={person} parts={parts} />,
      sortValue: (person) => person.nextDueOn,
      width: 9,
    },
  ];
}
