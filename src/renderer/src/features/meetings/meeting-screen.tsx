// One 連絡会: its day and place, its agenda, its packet. What is typed stays until it is saved or thrown away on purpose.
import { useNavigate } from '@tanstack/react-router';
import { Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { LeaveGuard } from '#renderer/lib/leave-guard.tsx';
import { describeFailure } from '#renderer/lib/messages.ts';
import { today } from '#renderer/lib/today.ts';
import { useKeptDraft } from '#renderer/lib/use-kept-draft.tsx';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { Meeting } from '#shared/contract/meetings.contract.ts';
import { agendaDraftKey } from '#shared/model/draft-key.ts';
import type { MeetingId } from '#shared/model/ids.ts';
import { applyRefills, isSameAgenda, toAgenda, toDraft, undoRefills } from './agenda-draft.ts';
import { AgendaEditor } from './agenda-editor.tsx';
import { MeetingDialog } from './meeting-dialog.tsx';
import { draftOf } from './meeting-draft.ts';
import styles from './meeting-screen.module.css';
import { useMeetingWords } from './meeting-words.ts';
import { PacketPanel } from './packet-panel.tsx';
import { RefillDialog } from './refill-dialog.tsx';

type OpenDialog = 'revise' | 'cancel' | 'refill' | null;

interface CancelDialogProps {
  readonly meeting: Meeting;
  readonly onCancelled: () => Promise<void>;
  readonly onClose: () => void;
}

function CancelDialog({ meeting, onCancelled, onClose }: CancelDialogProps) {
  const navigate = useNavigate();
  const { nameOf } = useMeetingWords();
  const cancel = useRegisterCommand('meetings.cancel');
  const confirm = async () => {
    await cancel.mutateAsync({ meetingId: meeting.id });
    await onCancelled();
    toast(`${nameOf(meeting)}を取りやめました。`);
    void navigate({ to: '/meetings', ignoreBlocker: true });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="この連絡会を取りやめる"
      role="alertdialog"
      size="small"
      footer={
        <>
          <Button variant="danger" isPending={cancel.isPending} onPress={() => void confirm().catch(() => {})}>
            取りやめる
          </Button>
          <Button onPress={onClose} autoFocus>
            やめておく
          </Button>
        </>
      }
    >
      <p>書いた議題も一覧から消え、元に戻せません。</p>
      {meeting.copiesIssued > 0 && <p>つくった資料（{meeting.copiesIssued}部）の番号の記録は残ります。</p>}
      {cancel.error && <Notice tone="error" title={describeFailure(cancel.error.failure)} isUrgent />}
    </Dialog>
  );
}

function ReviseDialog({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) {
  const revise = useRegisterCommand('meetings.revise');
  const [initial] = useState(() => draftOf(meeting));
  return (
    <MeetingDialog
      title="日時・場所を直す"
      submitLabel="保存する"
      initial={initial}
      onSave={async (changed) => {
        await revise.mutateAsync({ meetingId: meeting.id, meeting: changed });
        onClose();
        toast('日時・場所を直しました。議題はそのままです。');
      }}
      onClose={onClose}
    />
  );
}

function Facts({ meeting, onRevise }: { readonly meeting: Meeting; readonly onRevise: () => void }) {
  const { dayOf, hoursOf } = useMeetingWords();
  return (
    <Panel title="日時・場所">
      <Stack>
        <FactList
          columns={1}
          facts={[
            { label: '日時', value: `${dayOf(meeting)} ${hoursOf(meeting)}` },
            { label: '場所', value: meeting.place },
            { label: '出席（予定）', value: meeting.attendees },
            { label: 'つくった資料', value: meeting.copiesIssued === 0 ? 'まだ' : `${meeting.copiesIssued}部` },
          ]}
        />
        <Button icon={Pencil} onPress={onRevise}>
          日時・場所を直す
        </Button>
      </Stack>
    </Panel>
  );
}

/** The agenda in hand, kept as a draft until it is saved; what is saved of it, and where it names somebody. */
function useAgenda(meeting: Meeting) {
  const [items, setItems] = useState(() => toDraft(meeting.agenda));
  const saving = useRegisterCommand('meetings.saveAgenda');
  const { data: found } = useRegisterQuery('meetings.findNames', { meetingId: meeting.id });
  const isDirty = !isSameAgenda(items, meeting.agenda);
  const { notice, discard } = useKeptDraft({
    key: agendaDraftKey(meeting.id),
    value: toAgenda(items),
    isDirty,
    base: meeting.agenda,
    onRestore: (kept) => setItems(toDraft(kept)),
    onRestart: () => setItems(toDraft(meeting.agenda)),
  });
  return {
    items,
    setItems,
    isDirty,
    notice,
    discard,
    isSaving: saving.isPending,
    failure: saving.error ? describeFailure(saving.error.failure) : null,
    namesAt: (place: number) => (found ?? []).filter(({ position }) => position === place).map(({ name }) => name),
    save: async () => {
      try {
        await saving.mutateAsync({ meetingId: meeting.id, agenda: toAgenda(items) });
        await discard();
        toast('議題を保存しました。');
        return true;
      } catch {
        return false;
      }
    },
  };
}

function useWayBack() {
  const navigate = useNavigate();
  return { label: '連絡会の一覧', onPress: () => void navigate({ to: '/meetings' }) };
}

interface Copies {
  /** How many numbered papers are still out. */
  readonly out: number;
  readonly list: ReactNode;
}

function OpenMeeting({ meeting, copies }: { readonly meeting: Meeting; readonly copies: Copies }) {
  const back = useWayBack();
  const { nameOf, dayOf, hoursOf } = useMeetingWords();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [tab, setTab] = useState('agenda');
  const { items, setItems, isDirty, notice, discard, isSaving, failure, namesAt, save } = useAgenda(meeting);
  const close = () => setDialog(null);
  return (
    <Stack>
      <PageHeader
        title={nameOf(meeting)}
        subtitle={`${dayOf(meeting)} ${hoursOf(meeting)}　${meeting.place}`}
        back={back}
        actions={
          <Button icon={Trash2} variant="quiet" onPress={() => setDialog('cancel')}>
            取りやめる
          </Button>
        }
      />
      {notice}
      {copies.out > 0 && meeting.heldOn <= today() && tab !== 'copies' && (
        <Notice
          tone="warning"
          title={`渡した資料のうち、${copies.out}部がまだ戻っていません。`}
          action={<Button onPress={() => setTab('copies')}>資料の回収を見る</Button>}
        />
      )}
      <Tabs
        label="連絡会の準備"
        selected={tab}
        onSelect={setTab}
        tabs={[
          {
            id: 'agenda',
            label: isDirty ? '議題を書く（保存前）' : '議題を書く',
            content: (
              <div className={styles['layout']}>
                <AgendaEditor
                  items={items}
                  onChange={setItems}
                  isDirty={isDirty}
                  isSaving={isSaving}
                  namesAt={namesAt}
                  failure={failure}
                  onSave={save}
                  onRefill={() => setDialog('refill')}
                />
                <aside aria-label="日時・場所" className={styles['aside']}>
                  <Facts meeting={meeting} onRevise={() => setDialog('revise')} />
                </aside>
              </div>
            ),
          },
          { id: 'packet', label: '資料を見る・つくる', content: <PacketPanel meeting={meeting} isDirty={isDirty} /> },
          { id: 'copies', label: '資料の回収', ...(copies.out > 0 ? { count: copies.out } : {}), content: copies.list },
        ]}
      />
      <LeaveGuard isDirty={() => isDirty} onLeave={discard} />
      {dialog === 'revise' && <ReviseDialog meeting={meeting} onClose={close} />}
      {dialog === 'cancel' && <CancelDialog meeting={meeting} onCancelled={discard} onClose={close} />}
      {dialog === 'refill' && (
        <RefillDialog
          meetingId={meeting.id}
          items={items}
          onTake={(refills) => {
            setItems((all) => applyRefills(all, refills));
            close();
            toast(`議題を${refills.length}件入れかえました。`, {
              undo: () => setItems((all) => undoRefills(all, refills)),
            });
          }}
          onClose={close}
        />
      )}
    </Stack>
  );
}

interface MeetingScreenProps {
  readonly meetingId: MeetingId;
  readonly copies: Copies;
}

export function MeetingScreen({ meetingId, copies }: MeetingScreenProps) {
  const back = useWayBack();
  const { data: meeting, error } = useRegisterQuery('meetings.get', { meetingId });
  if (error) {
    return (
      <Stack>
        <PageHeader title="連絡会" back={back} />
        <Notice tone="error" title={describeFailure(error.failure)} isUrgent />
      </Stack>
    );
  }
  return meeting ? <OpenMeeting key={meeting.id} meeting={meeting} copies={copies} /> : <Loading />;
}
