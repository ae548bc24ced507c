// One person of today's list: how long not seen, who, where, how to reach, and the one deed.
import { Link } from '@tanstack/react-router';
import { Building2, ClipboardPen, Phone } from 'lucide-react';
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
  const { name, kana, place, phone, missedVisits, concernOn, dueOn, hasAutoLock, volunteerName } = person;
  return (
    <li className={`${styles['row']} ${concernOn === null ? '' : styles['concern']}`}>
      <p className={styles['since']}>
        <SinceSeen person={person} today={today} />
      </p>
      <div className={styles['who']}>
        <p className={styles['names']}>
          <Link to="/people/$personId" params={{ personId: person.personId }} className={styles['name']}>
            {name}さん
          </Link>
          <span className={styles['kana']}>{kana}</span>
          {concernOn !== null && <StatusTag tone="alert">異変あり {shortDay(concernOn)}</StatusTag>}
          {missedVisits >= 2 && concernOn === null && <StatusTag tone="warn">{missedVisits}回会えず</StatusTag>}
        </p>
        <p className={styles['place']}>{place || codes.label('district', person.district)}</p>
        <p className={styles['reason']}>
          <span>
            {[dueWords(dueOn, today), volunteerName && `${volunteerName}さん担当`].filter(Boolean).join('・')}
          </span>
          {hasAutoLock && (
            <span className={styles['fact']}>
              <Building2 aria-hidden className={styles['icon']} />
              オートロック
            </span>
          )}
        </p>
      </div>
      <div className={styles['deed']}>
        <Button
          size="small"
          isFullWidth
          icon={ClipboardPen}
          onPress={onRecord}
          aria-label={`${name}さんの見守りを記録する`}
        >
          記録する
        </Button>
        {phone && (
          <span className={styles['fact']}>
            <Phone aria-label="電話" className={styles['icon']} />
            {phone}
          </span>
        )}
      </div>
    </li>
  );
}
