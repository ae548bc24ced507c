// The import of a ledger, step by step: choose, columns, check, enter. Nothing is written before the last step.
import { useEffect, useRef, useState } from 'react';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useTaskProgress } from '#renderer/lib/use-task-progress.ts';
import { classesOf } from '#renderer/ui/class-names.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import { StepList } from '#renderer/ui/step-list.tsx';
import { CheckStep } from './check-step.tsx';
import { ChooseStep } from './choose-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { countDecided } from './decisions.ts';
import { DoneStep } from './done-step.tsx';
import styles from './import.module.css';
import { useImport } from './use-import.ts';

const cx = classesOf(styles);

const STEPS = ['ファイルを選ぶ', '列を確かめる', '中身を確かめる', '取り込む'] as const;
const STEP_OF = { choose: 0, columns: 1, check: 2, done: STEPS.length } as const;

export function ImportScreen() {
  const work = useImport();
  const { stage, mapping, decisions, failure } = work;
  const [isConfirming, setIsConfirming] = useState(false);
  const progress = useTaskProgress('transfer.planImport', work.isPlanning);
  const body = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);

  useEffect(() => {
    if (!isFirst.current) body.current?.focus();
    isFirst.current = stage.at === 'choose' && isFirst.current;
    body.current?.scrollIntoView?.({ block: 'start' });
  }, [stage.at]);

  return (
    <>
      <PageHeader title="名簿の取り込み" subtitle="Excelの名簿を、確かめながら台帳に入れます" />
      <StepList label="取り込みの手順" steps={STEPS} current={isConfirming ? 3 : STEP_OF[stage.at]} />
      <div ref={body} tabIndex={-1} className={cx('body')}>
        {failure && (
          <Notice tone="error" title="できませんでした。台帳には何も書いていません。" isUrgent>
            {describeFailure(failure.failure)}
          </Notice>
        )}
        {work.isPlanning && (
          <Progress
            label="名簿を読み取っています"
            done={progress?.done}
            total={progress?.total}
            stepText={progress?.step}
          />
        )}
        {stage.at === 'choose' && <ChooseStep onChoose={work.choose} />}
        {stage.at === 'columns' && (
          <ColumnsStep
            ledger={stage.ledger}
            mapping={mapping}
            onMap={work.map}
            onNext={() => work.check(stage.ledger)}
            onChooseAgain={work.choose}
          />
        )}
        {stage.at === 'check' && (
          <>
            <CheckStep
              plan={stage.plan}
              decisions={decisions}
              onDecide={work.decide}
              onConfirm={() => setIsConfirming(true)}
              onBack={() => work.backToColumns(stage.ledger)}
            />
            <ConfirmDialog
              isOpen={isConfirming}
              counts={countDecided(stage.plan, decisions)}
              isRunning={work.isApplying}
              onApply={() => work.enter(stage.ledger, () => setIsConfirming(false))}
              onClose={() => setIsConfirming(false)}
            />
          </>
        )}
        {stage.at === 'done' && <DoneStep result={stage.result} onAnother={work.startOver} />}
      </div>
    </>
  );
}
