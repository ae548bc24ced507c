// One person of today's list: how long not seen, who, where, how to reach, and the one deed.
import { Building2, ClipboardPen, Phone } from 'lucide-react';
import { Link } from 'react-aria-components';
import { useCodes } from '#renderer/lib/codes.tsx';
import { StatusTag } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import type { DuePerson } from '#shared/contract/board.contract.ts';
import { type CalendarDate, daysBetween } from '#shared/model/calendar-date.ts';
import { dueWords, shortDay } from './board-words.ts';
import styles from './due-person-row.module.css';

interface DuePersonRowProps {
  readonly person: DuePerson;
  readonly today: CalendarDate;
  readonly onRecord: () => void;
}

function SinceSeen({ person: { lastSeenOn }, today }: Pick<DuePersonRowProps, 'person' | 'today'>) {
  if (lastSeenOn === null) {
    return <span className={styles['never']}>まだ会えていません</span>;
  }
  return (
    <>
      <span className={styles['figure']}>
        {daysBetween(lastSeenOn, today)}
        <span className={styles['unit']}>日</span>
      </span>
      <span className={styles['caption']}>会えていません</span>
    </>
  );
}

export function DuePersonRow({ person, today, onRecord }: DuePersonRowProps) {
  const codes = useCodes();
  const { name, kana, place, phone, missedVisits, concernOn, dueOn, hasAutoLock, frequency } = person;
  return (
    <li className={`${styles['row']} ${concernOn === null ? '' : styles['concern']}`}>
      <p className={styles['since']}>
        <SinceSeen person={person} today={today} />
      </p>
      <div className={styles['who']}>
        <p className={styles['names']}>
          <Link href={`/people/${person.personId}`} className={styles['name'] ?? ''}>
            {name}さん
          </Link>
          <span className={styles['kana']}>{kana}</span>
        </p>
        <p className={styles['facts']}>
          <span>{place || codes.label('district', person.district)}</span>
          {hasAutoLock && (
            <span className={styles['fact']}>
              <Building2 aria-hidden className={styles['icon']} />
              オートロック
            </span>
          )}
          {phone && (
            <span className={styles['fact']}>
              <Phone aria-label="電話" className={styles['icon']} />
              {phone}
            </span>
          )}
        </p>
        <p className={styles['tags']}>
          {concernOn !== null && <StatusTag tone="alert">異変あり {shortDay(concernOn)}</StatusTag>}
          {missedVisits >= 2 && concernOn === null && <StatusTag tone="warn">続けて{missedVisits}回 会えず</StatusTag>}
          <span>
            {[
              dueWords(dueOn, today),
              codes.label('frequency', frequency),
              person.volunteerName && `${person.volunteerName}さん担当`,
            ]
              .filter(Boolean)
              .join('・')}
          </span>
        </p>
      </div>
      <Button size="small" icon={ClipboardPen} onPress={onRecord} aria-label={`${name}さんの見守りを記録`}>
        記録する
      </Button>
    </li>
  );
}
