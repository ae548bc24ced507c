// The columns of the audit trail: when, who, what, whose. A name that is gone is said to be gone, never guessed.
import type { ReactNode } from 'react';
import type { DataColumn } from '#renderer/ui/data-table-column.ts';
import type { TrailRow } from '#shared/contract/audit.contract.ts';
import { DEED_KIND_WORDS, deedOf, wordsOfDeed, wordsOfDetail } from '#shared/contract/deeds.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { localDayOf, localTimeOf } from '#shared/model/instant.ts';
import styles from './audit-screen.module.css';

const GONE = '消された方';

function kindOf({ operation }: TrailRow): string {
  const deed = deedOf(operation);
  return deed ? DEED_KIND_WORDS[deed.kind] : '';
}

function subjectOf({ subject }: TrailRow): ReactNode {
  if (subject === null) {
    return <span className={styles['nobody']}>−</span>;
  }
  if (subject.name !== null) {
    return `${subject.name}さん`;
  }
  const words = subject.registerNumber === null ? GONE : `廃棄した${subject.registerNumber}番の方`;
  return <span className={styles['nobody']}>{words}</span>;
}

/** @param formatDate in as few letters as a column allows. */
export function trailColumns(formatDate: (date: CalendarDate) => string): readonly DataColumn<TrailRow>[] {
  return [
    {
      id: 'at',
      header: 'いつ',
      cell: ({ at }) => `${formatDate(localDayOf(at))} ${localTimeOf(at)}`,
      isRowHeader: true,
      width: 12,
    },
    { id: 'actor', header: '誰が', cell: ({ actor }) => actor, width: 9 },
    { id: 'kind', header: '種類', cell: kindOf, width: 9 },
    { id: 'deed', header: '何をしたか', cell: ({ operation }) => wordsOfDeed(operation), width: 15 },
    { id: 'subject', header: 'どなたの', cell: subjectOf, width: 11 },
    { id: 'detail', header: 'くわしく', cell: ({ detail }) => wordsOfDetail(detail) },
  ];
}
