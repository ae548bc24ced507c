// The month that is to be closed: what will be counted, what to look through, and the one question before it is closed for ever.
import { CalendarCheck } from 'lucide-react';
import { useState } from 'react';
import { OperationError } from '#renderer/lib/client.ts';
import { describeFailure } from '#renderer/lib/messages.ts';
import { monthWords } from '#renderer/lib/month-words.ts';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { Dialog, DialogCancel } from '#renderer/ui/dialog.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Stat, StatRow } from '#renderer/ui/stat.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { addMonthsToMonth, type CalendarMonth } from '#shared/model/calendar-date.ts';
import { ClosingChecklist } from './closing-checklist.tsx';
import styles from './closings.module.css';

interface QuestionProps {
  readonly month: CalendarMonth;
  readonly onClose: () => void;
}

function ClosingQuestion({ month, onClose }: QuestionProps) {
  const close = useRegisterCommand('closings.close');
  const [problem, setProblem] = useState<string | null>(null);
  const words = monthWords(month);
  const confirm = async () => {
    try {
      await close.mutateAsync({ month });
      onClose();
      toast(`${words}をしめました。月次集計で、渡す集計をつくれます。`);
    } catch (error) {
      if (!(error instanceof OperationError)) {
        throw error;
      }
      setProblem(describeFailure(error.failure));
    }
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`${words}をしめますか`}
      role="alertdialog"
      footer={
        <>
          <Button
            variant="primary"
            icon={CalendarCheck}
            isPending={close.isPending}
            pendingText="しめています"
            onPress={() => void confirm()}
          >
            {words}をしめる
          </Button>
          <DialogCancel>まだしめない</DialogCancel>
        </>
      }
    >
      <Stack gap="tight">
        {problem && <Notice tone="error" title={problem} isUrgent />}
        <p>
          <strong>しめた月は、開き直せません。</strong>
        </p>
        <p>
          これから記録する{words}までの分は、次にしめる月（{monthWords(addMonthsToMonth(month, 1))}
          など）の集計に入ります。記録はいつでも直せますが、しめた月の集計は変わりません。
        </p>
        <p>渡した数字があとから変わると、引き算で、どなたのことか分かってしまうことがあるためです。</p>
      </Stack>
    </Dialog>
  );
}

export function NextMonth({ month }: { readonly month: CalendarMonth }) {
  const [isAsking, setIsAsking] = useState(false);
  const { data: checklist } = useRegisterQuery('closings.checklist', { month });
  const words = monthWords(month);
  if (!checklist) {
    return <Loading />;
  }
  const { visits, consultations, persons, lateEntries } = checklist;
  return (
    <Panel
      title={`${words}をしめる`}
      description="下の点を見て、記録もれがあれば先に入れてください。残っていても、しめられます。"
    >
      <Stack>
        <StatRow>
          <Stat label="見守り" value={visits.toLocaleString('ja-JP')} unit="件" />
          <Stat label="相談" value={consultations.toLocaleString('ja-JP')} unit="件" />
          <Stat label="月末の対象の方" value={persons.toLocaleString('ja-JP')} unit="人" />
        </StatRow>
        {lateEntries > 0 && (
          <p className={styles['late']}>
            このうち{lateEntries}件は、前の月までの日付の記録です。前の月をしめたあとに入ったので、{words}に数えます。
          </p>
        )}
        <ClosingChecklist checklist={checklist} />
        <div>
          <Button variant="primary" size="large" icon={CalendarCheck} onPress={() => setIsAsking(true)}>
            {words}をしめる
          </Button>
        </div>
      </Stack>
      {isAsking && <ClosingQuestion month={month} onClose={() => setIsAsking(false)} />}
    </Panel>
  );
}
