// All 連絡会: the next ones first, then those that were held. From here a new one is planned.
import { Link, useNavigate } from '@tanstack/react-router';
import { CalendarPlus, ChevronRight, MapPin, MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { useSettings } from '#renderer/lib/settings.tsx';
import { today } from '#renderer/lib/today.ts';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { StatusTag } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { Meeting } from '#shared/contract/meetings.contract.ts';
import { daysBetween } from '#shared/model/calendar-date.ts';
import { MeetingDialog } from './meeting-dialog.tsx';
import { newDraft } from './meeting-draft.ts';
import { useMeetingWords } from './meeting-words.ts';
import styles from './meetings-screen.module.css';

function daysUntil(meeting: Meeting): string | null {
  const days = daysBetween(today(), meeting.heldOn);
  if (days < 0) {
    return null;
  }
  return days === 0 ? '今日' : `あと${days}日`;
}

function MeetingRow({ meeting }: { readonly meeting: Meeting }) {
  const { nameOf, dayOf, hoursOf } = useMeetingWords();
  const until = daysUntil(meeting);
  return (
    <li className={styles['row']}>
      <Link to="/meetings/$meetingId" params={{ meetingId: meeting.id }} className={styles['link'] ?? ''}>
        <span className={styles['day']}>
          {dayOf(meeting)}
          <span className={styles['hours']}>{hoursOf(meeting)}</span>
        </span>
        <span className={styles['words']}>
          <span className={styles['name']}>{nameOf(meeting)}</span>
          <span className={styles['place']}>
            <MapPin aria-hidden className={styles['placeIcon']} />
            {meeting.place}
          </span>
        </span>
        <span className={styles['tags']}>
          {until && <StatusTag tone={until === '今日' ? 'warn' : 'info'}>{until}</StatusTag>}
          <span className={styles['copies']}>
            {meeting.copiesIssued > 0 ? `資料 ${meeting.copiesIssued}部` : '資料はまだ'}
          </span>
          <ChevronRight aria-hidden className={styles['arrow']} />
        </span>
      </Link>
    </li>
  );
}

function MeetingList({ title, meetings }: { readonly title: string; readonly meetings: readonly Meeting[] }) {
  return (
    <Panel title={title} padding="flush">
      <ul>
        {meetings.map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} />
        ))}
      </ul>
    </Panel>
  );
}

function PlanDialog({ meetings, onClose }: { readonly meetings: readonly Meeting[]; readonly onClose: () => void }) {
  const navigate = useNavigate();
  const { districts } = useSettings();
  const plan = useRegisterCommand('meetings.plan');
  const latest = [...meetings].sort((a, b) => (a.heldOn < b.heldOn ? 1 : -1))[0] ?? null;
  const [initial] = useState(() => newDraft(latest ? latest.district : (districts[0] ?? null), latest));
  return (
    <MeetingDialog
      title="連絡会を計画する"
      submitLabel="計画して、議題をつくる"
      hint="議題は、前回の宿題・見守りの数字・季節のことから下書きします。あとで自由に直せます。"
      initial={initial}
      onSave={async (meeting) => {
        const { meetingId } = await plan.mutateAsync({ meeting });
        onClose();
        toast('連絡会を計画し、議題を下書きしました。');
        void navigate({ to: '/meetings/$meetingId', params: { meetingId } });
      }}
      onClose={onClose}
    />
  );
}

function NoMeetings({ planButton }: { readonly planButton: React.ReactNode }) {
  return (
    <Panel>
      <EmptyState icon={MessagesSquare} title="連絡会の予定はまだありません" action={planButton}>
        日付と場所を入れると、議題の下書きと、配る資料をつくれます。
      </EmptyState>
    </Panel>
  );
}

export function MeetingsScreen() {
  const { data: meetings, isError } = useRegisterQuery('meetings.list', {});
  const [isPlanning, setIsPlanning] = useState(false);
  if (isError) {
    return <Notice tone="error" title="連絡会を読み込めませんでした。画面を開き直してください。" isUrgent />;
  }
  if (!meetings) {
    return <Loading />;
  }
  const ahead = meetings.filter(({ heldOn }) => heldOn >= today());
  const past = meetings.filter(({ heldOn }) => heldOn < today());
  const planButton = (
    <Button variant="primary" icon={CalendarPlus} onPress={() => setIsPlanning(true)}>
      連絡会を計画する
    </Button>
  );
  return (
    <Stack>
      <PageHeader title="連絡会" actions={meetings.length > 0 && planButton} />
      {meetings.length === 0 && <NoMeetings planButton={planButton} />}
      {ahead.length > 0 && <MeetingList title="これから" meetings={ahead} />}
      {past.length > 0 && <MeetingList title="これまで" meetings={past} />}
      {isPlanning && <PlanDialog meetings={meetings} onClose={() => setIsPlanning(false)} />}
    </Stack>
  );
}
