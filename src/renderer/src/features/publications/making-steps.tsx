// Where one is on the way to a summary. Steps that were taken can be gone back to.
import { StepList } from '#renderer/ui/step-list.tsx';
import { STEPS, type Step } from './use-making.ts';

const LABELS: Readonly<Record<Step, string>> = {
  target: '月と渡す先',
  tables: 'のせる表',
  words: '連絡事項と確認',
  result: '確かめて書き出す',
};

interface MakingStepsProps {
  readonly current: Step;
  readonly onGo: (step: Step) => void;
  readonly isLocked: boolean;
}

export function MakingSteps({ current, onGo, isLocked }: MakingStepsProps) {
  const go = (index: number) => {
    const step = STEPS[index];
    if (step) onGo(step);
  };
  return (
    <StepList
      label="集計をつくる手順"
      steps={STEPS.map((step) => LABELS[step])}
      current={STEPS.indexOf(current)}
      onGo={isLocked ? undefined : go}
    />
  );
}
