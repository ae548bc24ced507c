// A summary is made step by step: month and recipient, tables, words, and what came of the check. Nothing leaves before the last step.
import { useNavigate } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, ShieldCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { LeaveGuard } from '#renderer/lib/leave-guard.tsx';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FormActions } from '#renderer/ui/form-actions.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import type { CalendarMonth } from '#shared/model/calendar-date.ts';
import { CheckedReport } from './checked-report.tsx';
import styles from './making.module.css';
import { MakingSteps } from './making-steps.tsx';
import { sumOf } from './pack.ts';
import { RefusalPanel } from './refusal-panel.tsx';
import { TablesStep } from './tables-step.tsx';
import { TargetStep } from './target-step.tsx';
import { useKeptRemarks } from './use-kept-remarks.ts';
import { type Making, STEPS, type Step, useMaking } from './use-making.ts';
import { WordsStep } from './words-step.tsx';

type Overview = Output<'publications.overview'>;
type Publishing = ReturnType<typeof useRegisterCommand<'publications.publish'>>;

function ResultStep({ making, publishing }: { readonly making: Making; readonly publishing: Publishing }) {
  const { answer } = making.preparing;
  if (!answer) {
    return <Notice title="選び直したので、もう一度「安全を確認する」を押してください。" />;
  }
  return answer.state === 'safe' ? (
    <CheckedReport safe={answer} publishing={publishing} />
  ) : (
    <RefusalPanel
      refusal={answer.refusal}
      onTake={making.takeOffer}
      onBack={() => making.goTo('tables')}
      onSettled={() => making.goTo('words')}
    />
  );
}

function sumWords(making: Making): string {
  const { tables, much } = sumOf(making.offers, making.wish.own);
  return much === 0 ? `選んだ表：${tables}` : `選んだ表：${tables}（うち、＊が3割以上の表：${much}）`;
}

const before = (step: Step): Step => STEPS[STEPS.indexOf(step) - 1] ?? 'target';
const after = (step: Step): Step => STEPS[STEPS.indexOf(step) + 1] ?? 'result';

function Actions({ making }: { readonly making: Making }) {
  const { step, goTo, tables } = making;
  const isEmpty = step !== 'target' && tables.length === 0;
  return (
    <FormActions status={isEmpty ? '表を1つ以上選んでください。' : step === 'target' ? undefined : sumWords(making)}>
      {step === 'words' ? (
        <Button variant="primary" icon={ShieldCheck} isDisabled={isEmpty} onPress={() => void making.check()}>
          安全を確認する
        </Button>
      ) : (
        <Button variant="primary" icon={ChevronRight} isDisabled={isEmpty} onPress={() => goTo(after(step))}>
          次へ
        </Button>
      )}
      {step !== 'target' && (
        <Button icon={ChevronLeft} onPress={() => goTo(before(step))}>
          もどる
        </Button>
      )}
    </FormActions>
  );
}

/** Each step begins at its top, for the eyes and for a screen reader. */
function useStepFocus(step: Step) {
  const screen = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step is what the focus follows.
  useEffect(() => {
    if (!isFirst.current) {
      body.current?.focus({ preventScroll: true });
      screen.current?.scrollIntoView?.({ block: 'start' });
    }
    isFirst.current = false;
  }, [step]);
  return { screen, body };
}

function MakingOf({ overview, month }: { readonly overview: Overview; readonly month: CalendarMonth }) {
  const navigate = useNavigate();
  const making = useMaking({ month, profile: 'council', own: {}, remarks: '' });
  const publishing = useRegisterCommand('publications.publish');
  const { step, goTo, wish } = making;
  const { screen, body } = useStepFocus(step);
  const words = useKeptRemarks(making, publishing.isSuccess);
  const profileTitle = overview.profiles.find(({ id }) => id === wish.profile)?.title ?? '';
  return (
    <div ref={screen} className={styles['screen']}>
      <PageHeader title="集計をつくる" back={{ label: '月次集計', onPress: () => void navigate({ to: '/reports' }) }} />
      <MakingSteps current={step} onGo={goTo} isLocked={making.preparing.isRunning || publishing.isPending} />
      <div ref={body} tabIndex={-1} className={styles['body']}>
        {step !== 'result' && words.notice}
        {step === 'target' && <TargetStep overview={overview} making={making} />}
        {step === 'tables' && <TablesStep making={making} />}
        {step === 'words' && <WordsStep making={making} profileTitle={profileTitle} />}
        {step === 'result' && <ResultStep making={making} publishing={publishing} />}
        {step !== 'result' && !making.preparing.isRunning && <Actions making={making} />}
      </div>
      <LeaveGuard isDirty={() => words.isDirty} keep={words.keep} onLeave={words.discard} />
    </div>
  );
}

/** `month`: the one that is wanted; without it, or when it is not closed, the last that is. */
export function MakingScreen({ month }: { readonly month: CalendarMonth | null }) {
  const { data: overview, error } = useRegisterQuery('publications.overview', {});
  if (error) {
    return <Notice tone="error" title={describeFailure(error.failure)} isUrgent />;
  }
  if (!overview) {
    return <Loading />;
  }
  const first = overview.closedMonths.find((closed) => closed === month) ?? overview.closedMonths[0];
  if (first === undefined) {
    return <Notice tone="warning" title="まだしめた月がありません。先に月をしめてください。" />;
  }
  return <MakingOf key={first} overview={overview} month={first} />;
}
