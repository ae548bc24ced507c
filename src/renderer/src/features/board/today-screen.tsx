// The first screen of the morning: whom to look in on, what was promised, what meets next. Reads the board; records nothing itself.
import { useNavigate } from '@tanstack/react-router';
import { CalendarCheck2, ClipboardPen, FileInput, MessageSquarePlus, UserPlus, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { useCodes } from '#renderer/lib/codes.tsx';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { Cluster, Panel, PanelGrid, Stack } from '#renderer/ui/card.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import type { DuePerson } from '#shared/contract/board.contract.ts';
import { daysBetween, weekdayOf } from '#shared/model/calendar-date.ts';
import { shortDay } from './board-words.ts';
import { DuePeoplePanel, DueSoonPanel } from './due-people-panel.tsx';
import { OpenStepsPanel } from './open-steps-panel.tsx';
import styles from './today-screen.module.css';

type Board = Output<'board.today'>;

interface TodayScreenProps {
  /** A visit of this person is to be written. */
  readonly onRecordVisit: (person: Pick<DuePerson, 'personId' | 'name'>) => void;
  /** A visit is to be written, of whom is still to be chosen (Ctrl+N). */
  readonly onFindPerson: () => void;
  /** A quiet line about the register itself, if there is something to say. */
  readonly reminder?: ReactNode;
}

function NextMeetingPanel({
  meeting,
  today,
}: {
  readonly meeting: Board['nextMeeting'];
  readonly today: Board['today'];
}) {
  const codes = useCodes();
  if (meeting === null) {
    return (
      <Panel title="次の連絡会">
        <Stack gap="tight">
          <p className={styles['about']}>まだ予定がありません。</p>
          <LinkButton href="/meetings" icon={CalendarCheck2} size="small">
            連絡会を予定する
          </LinkButton>
        </Stack>
      </Panel>
    );
  }
  const days = daysBetween(today, meeting.heldOn);
  return (
    <Panel title="次の連絡会">
      <Stack gap="tight">
        <div>
          <p className={styles['meetingDay']}>
            {shortDay(meeting.heldOn)} {meeting.startsAt}
            <span className={styles['meetingIn']}>{days === 0 ? '今日' : `あと${days}日`}</span>
          </p>
          <p className={styles['about']}>
            {[codes.label('district', meeting.district), meeting.place].filter(Boolean).join('　')}
          </p>
        </div>
        <LinkButton href={`/meetings/${meeting.id}`} icon={CalendarCheck2} size="small">
          資料を準備する
        </LinkButton>
      </Stack>
    </Panel>
  );
}

function MonthPanel({ watched, seenThisMonth, visitsThisMonth }: Board) {
  const share = watched === 0 ? 0 : Math.round((100 * seenThisMonth) / watched);
  return (
    <Panel title="今月の見守り">
      <p className={styles['month']}>
        <span>
          <b>{seenThisMonth}</b>人の安否がわかりました
        </span>
        <span className={styles['about']}>見守り中 {watched}人</span>
      </p>
      <div aria-hidden className={styles['bar']}>
        <div className={styles['barFill']} style={{ width: `${share}%` }} />
      </div>
      <p className={styles['about']}>今月の記録は {visitsThisMonth}回です。</p>
    </Panel>
  );
}

function NobodyYet() {
  return (
    <EmptyState
      icon={Users}
      title="まだどなたも登録されていません"
      action={
        <Cluster>
          <LinkButton href="/import" variant="primary" icon={FileInput}>
            名簿を取り込む
          </LinkButton>
          <LinkButton href="/people/new" icon={UserPlus}>
            新しく登録する
          </LinkButton>
        </Cluster>
      }
    >
      Excelの名簿があれば、CSVで保存して取り込めます。お一人ずつ登録することもできます。
    </EmptyState>
  );
}

function BoardPanels({ board, onRecordVisit }: { readonly board: Board } & Pick<TodayScreenProps, 'onRecordVisit'>) {
  return (
    <PanelGrid layout="main-aside">
      <Stack>
        <DuePeoplePanel
          people={[...board.overdue, ...board.dueToday]}
          overdueCount={board.overdue.length}
          soonCount={board.dueSoon.length}
          today={board.today}
          onRecordVisit={onRecordVisit}
        />
        <DueSoonPanel people={board.dueSoon} onRecordVisit={onRecordVisit} />
      </Stack>
      <Stack>
        <OpenStepsPanel steps={board.openSteps} today={board.today} />
        <NextMeetingPanel meeting={board.nextMeeting} today={board.today} />
        <MonthPanel {...board} />
      </Stack>
    </PanelGrid>
  );
}

export function TodayScreen({ onRecordVisit, onFindPerson, reminder }: TodayScreenProps) {
  const { data: board, error } = useRegisterQuery('board.today', {});
  const formatDate = useFormatDate();
  const navigate = useNavigate();
  if (error) {
    return <Notice tone="error" title={describeFailure(error.failure)} />;
  }
  if (!board) {
    return <Loading />;
  }
  const isEmpty = board.watched === 0 && board.openSteps.length === 0;
  return (
    <>
      <PageHeader
        title={`${formatDate(board.today)}（${weekdayOf(board.today)}）`}
        actions={
          !isEmpty && (
            <>
              <Button variant="primary" icon={ClipboardPen} keyHint="Ctrl+N" onPress={onFindPerson}>
                見守りを記録
              </Button>
              <Button icon={MessageSquarePlus} onPress={() => void navigate({ to: '/consultations/new' })}>
                相談を記録
              </Button>
            </>
          )
        }
      />
      {reminder}
      {isEmpty ? <NobodyYet /> : <BoardPanels board={board} onRecordVisit={onRecordVisit} />}
    </>
  );
}
