// What was promised: next steps to do, and answers of agencies to wait for. Done with one press, undone with another.
import { Link } from '@tanstack/react-router';
import { Check, Handshake } from 'lucide-react';
import { useRef, useState } from 'react';
import { call, OperationError } from '#renderer/lib/client.ts';
import { type CodeTables, useCodes } from '#renderer/lib/codes.tsx';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { StatusTag, type Tone } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panel } from '#renderer/ui/card.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { OpenStep } from '#shared/contract/board.contract.ts';
import { addDays, type CalendarDate } from '#shared/model/calendar-date.ts';
import { shortDay, stepDay } from './board-words.ts';
import styles from './today-screen.module.css';

/** An answer that is waited for longer than this wants a call. */
const PATIENCE_DAYS = 7;

/** The list moves up under the pointer; the second press of a double click must not reach the next promise. */
const REST_MS = 700;

/** What fits beside the day's list; the rest is one press away. */
const SHOWN_AT_FIRST = 6;

interface Pledge {
  readonly id: string;
  readonly consultationId: OpenStep['consultationId'];
  readonly kind: 'step' | 'answer';
  readonly words: string;
  readonly about: string;
  readonly day: string | null;
  readonly tone: Tone;
}

function toneOfStep({ nextStepOn }: OpenStep, today: CalendarDate): Tone {
  if (nextStepOn === null || nextStepOn > today) {
    return 'neutral';
  }
  return nextStepOn < today ? 'alert' : 'warn';
}

/** One line for what is to be done and one for the answer that is awaited, the first kind before the second. */
function pledgesOf(steps: readonly OpenStep[], codes: CodeTables, today: CalendarDate): readonly Pledge[] {
  const aboutOf = (step: OpenStep) =>
    [
      step.personName === null ? '台帳の外' : `${step.personName}さん`,
      codes.label('consultationContent', step.content),
    ].join('・');
  const toDo = steps
    .filter(({ nextStep }) => nextStep !== '')
    .map((step) => ({
      id: `step-${step.consultationId}`,
      consultationId: step.consultationId,
      kind: 'step' as const,
      words: step.nextStep,
      about: aboutOf(step),
      day: step.nextStepOn && stepDay(step.nextStepOn, today),
      tone: toneOfStep(step, today),
    }));
  const awaited = steps
    .filter(({ isAwaitingAcknowledgement }) => isAwaitingAcknowledgement)
    .map((step) => {
      const since = step.referredOn ?? step.consultedOn;
      return {
        id: `answer-${step.consultationId}`,
        consultationId: step.consultationId,
        kind: 'answer' as const,
        words: `${codes.label('referral', step.referredTo)}の返事を待っています`,
        about: aboutOf(step),
        day: `${shortDay(since)}から`,
        tone: addDays(since, PATIENCE_DAYS) < today ? ('warn' as const) : ('neutral' as const),
      };
    });
  return [...toDo, ...awaited];
}

function complain(error: unknown): void {
  if (!(error instanceof OperationError)) {
    throw error;
  }
  toast(describeFailure(error.failure), { tone: 'warning' });
}

function useFulfil(today: CalendarDate) {
  const markNextStep = useRegisterCommand('consultations.markNextStep');
  const markAcknowledged = useRegisterCommand('consultations.markAcknowledged');
  const isResting = useRef(false);
  return async ({ consultationId, kind, words, about }: Pledge): Promise<void> => {
    if (isResting.current) {
      return;
    }
    isResting.current = true;
    setTimeout(() => {
      isResting.current = false;
    }, REST_MS);
    try {
      if (kind === 'step') {
        await markNextStep.mutateAsync({ consultationId, doneOn: today });
        const undo = () => void call('consultations.markNextStep', { consultationId, doneOn: null }).catch(complain);
        toast(`${about}「${words}」を済んだことにしました。`, { undo });
      } else {
        await markAcknowledged.mutateAsync({ consultationId, acknowledgedOn: today });
        const undo = () =>
          void call('consultations.markAcknowledged', { consultationId, acknowledgedOn: null }).catch(complain);
        toast(`${about}：返事があったことを記録しました。`, { undo });
      }
    } catch (error) {
      complain(error);
    }
  };
}

export function OpenStepsPanel({
  steps,
  today,
}: {
  readonly steps: readonly OpenStep[];
  readonly today: CalendarDate;
}) {
  const codes = useCodes();
  const fulfil = useFulfil(today);
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const pledges = pledgesOf(steps, codes, today);
  return (
    <Panel title={`約束していること${pledges.length > 0 ? `　${pledges.length}件` : ''}`} padding="flush">
      {pledges.length === 0 ? (
        <EmptyState icon={Handshake} title="約束していることはありません">
          相談に「次にすること」を書くと、ここに出ます。
        </EmptyState>
      ) : (
        <ul aria-label="約束していること">
          {pledges.slice(0, shown).map((each) => (
            <li key={each.id} className={styles['promise']}>
              <div className={styles['promiseWords']}>
                {each.day && (
                  <p>
                    <StatusTag tone={each.tone}>{each.day}</StatusTag>
                  </p>
                )}
                <Link
                  to="/consultations/$consultationId"
                  params={{ consultationId: each.consultationId }}
                  className={styles['promiseLink']}
                >
                  {each.words}
                </Link>
                <p className={styles['about']}>{each.about}</p>
              </div>
              <Button
                size="small"
                icon={Check}
                onPress={() => void fulfil(each)}
                aria-label={`「${each.words}」を${each.kind === 'step' ? '済んだことにする' : '返事ありにする'}`}
              >
                {each.kind === 'step' ? '済んだ' : '返事あり'}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {pledges.length > shown && (
        <div className={styles['more']}>
          <Button variant="quiet" onPress={() => setShown(pledges.length)}>
            あと{pledges.length - shown}件を表示する
          </Button>
        </div>
      )}
    </Panel>
  );
}
