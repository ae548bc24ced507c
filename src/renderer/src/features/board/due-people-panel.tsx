// Whom to look in on today, in the order in which one goes; the next seven days under it.
import { CircleCheckBig, ClipboardPen } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Panel } from '#renderer/ui/card.tsx';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LineList } from '#renderer/ui/line-list.tsx';
import type { DuePerson } from '#shared/contract/board.contract.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { shortDay } from './board-words.ts';
import { DUE_ORDERS, type DueOrder, orderDuePeople } from './due-order.ts';
import { DuePersonRow } from './due-person-row.tsx';
import styles from './today-screen.module.css';

type RecordVisit = (person: DuePerson) => void;

const ORDERS = [
  { code: 'unseen', label: '長く会えていない順' },
  { code: 'round', label: 'まわる順' },
];

/** More than a day's work; the rest is one press away. */
const SHOWN_AT_FIRST = 30;

function MoreButton({ rest, onPress }: { readonly rest: number; readonly onPress: () => void }) {
  return rest > 0 ? (
    <div className={styles['more']}>
      <Button variant="quiet" onPress={onPress}>
        あと{rest}人を表示する
      </Button>
    </div>
  ) : null;
}

interface DuePeoplePanelProps {
  readonly people: readonly DuePerson[];
  readonly overdueCount: number;
  readonly soonCount: number;
  readonly today: CalendarDate;
  readonly onRecordVisit: RecordVisit;
}

export function DuePeoplePanel({ people, overdueCount, soonCount, today, onRecordVisit }: DuePeoplePanelProps) {
  const [order, setOrder] = useState<DueOrder>('unseen');
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const ordered = orderDuePeople(people, order);
  return (
    <Panel
      title={`今日うかがう方${people.length > 0 ? `　${people.length}人` : ''}`}
      description={overdueCount > 0 && `うち ${overdueCount}人は予定日をすぎています`}
      padding="flush"
      actions={
        people.length > 1 && (
          <ChoiceButtons
            label="ならび順"
            isLabelHidden
            options={ORDERS}
            value={order}
            onChange={(code) => setOrder(DUE_ORDERS.find((each) => each === code) ?? 'unseen')}
          />
        )
      }
    >
      {people.length === 0 ? (
        <EmptyState icon={CircleCheckBig} title="今日うかがう方はいません">
          {soonCount > 0
            ? `これから7日のあいだに ${soonCount}人の予定があります。`
            : '見守りの頻度を台帳に入れておくと、予定日にここへ出ます。'}
        </EmptyState>
      ) : (
        <ul aria-label="今日うかがう方">
          {ordered.slice(0, shown).map((person) => (
            <DuePersonRow key={person.personId} person={person} today={today} onRecord={() => onRecordVisit(person)} />
          ))}
        </ul>
      )}
      <MoreButton rest={people.length - shown} onPress={() => setShown(shown + 100)} />
    </Panel>
  );
}

export function DueSoonPanel({
  people,
  onRecordVisit,
}: {
  readonly people: readonly DuePerson[];
  readonly onRecordVisit: RecordVisit;
}) {
  const [shown, setShown] = useState(8);
  if (people.length === 0) {
    return null;
  }
  return (
    <Panel title={`これから7日のあいだ　${people.length}人`} padding="flush">
      <LineList
        label="これから7日のあいだの方"
        lines={people.slice(0, shown).map((person) => ({
          id: person.personId,
          title: `${person.name}さん`,
          note: person.place,
          tag: <span className={styles['soonDay']}>{shortDay(person.dueOn)}</span>,
          href: `/people/${person.personId}`,
          actions: (
            <Button
              size="small"
              variant="quiet"
              icon={ClipboardPen}
              onPress={() => onRecordVisit(person)}
              aria-label={`${person.name}さんの見守りを記録する`}
            >
              記録する
            </Button>
          ),
        }))}
      />
      <MoreButton rest={people.length - shown} onPress={() => setShown(people.length)} />
    </Panel>
  );
}
