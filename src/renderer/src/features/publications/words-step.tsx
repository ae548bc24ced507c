// The third step: what she wants to say in her own words, and the check of everything. Names in the words are refused; the words stay.
import { describeFailure } from '#renderer/lib/messages.ts';
import { useTaskProgress } from '#renderer/lib/use-task-progress.ts';
import { Stack } from '#renderer/ui/card.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { FormSection } from '#renderer/ui/form-section.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { formatMonth } from '#shared/model/era.ts';
import { sumOf } from './pack.ts';
import type { Making } from './use-making.ts';

interface WordsStepProps {
  readonly making: Making;
  readonly profileTitle: string;
}

function Failure({ making }: { readonly making: Making }) {
  const { failure } = making.preparing;
  if (!failure) {
    return null;
  }
  return <Notice tone={failure.code === 'cancelled' ? 'info' : 'error'} title={describeFailure(failure)} isUrgent />;
}

export function WordsStep({ making, profileTitle }: WordsStepProps) {
  const { wish, put, offers, preparing } = making;
  const progress = useTaskProgress('publications.prepare', preparing.isRunning);
  const { tables } = sumOf(offers, wish.own);
  return (
    <Stack>
      <FormSection
        title="連絡事項（なくてもかまいません）"
        description="数字だけでは伝わらないことを書きます。見守っている方のお名前は書けません。"
      >
        <TextArea
          label="連絡事項"
          isLabelHidden
          rows={5}
          maxLength={4_000}
          value={wish.remarks}
          onChange={(remarks) => put({ remarks })}
          errorMessage={preparing.namesSentence ?? undefined}
          isDisabled={preparing.isRunning}
        />
      </FormSection>
      <FormSection
        title="安全を確認します"
        description="これまでに公表した表のすべてと合わせても、少人数の数字が分からないことを確かめます。まだ何も書き出しません。"
      >
        <FactList
          columns={3}
          facts={[
            { label: '集計の月', value: formatMonth(wish.month) },
            { label: '渡す先', value: profileTitle },
            { label: 'のせる表', value: `${tables}表` },
          ]}
        />
        <Failure making={making} />
        {preparing.isRunning && (
          <Progress
            label="安全を確認しています"
            done={progress?.done}
            total={progress?.total}
            stepText={progress?.step}
            onCancel={preparing.cancel}
          />
        )}
      </FormSection>
    </Stack>
  );
}
