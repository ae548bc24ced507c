// The third step: what she wants to say in her own words, and the check of everything. Names in the words are refused; the words stay.
import { describeFailure } from '#renderer/lib/messages.ts';
import { useTaskProgress } from '#renderer/lib/use-task-progress.ts';
import { Panel, Stack } from '#renderer/ui/card.tsx';
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

/** In place of what was filled in, so that it cannot change meanwhile; all of it is there again afterwards. */
function Checking({ making }: { readonly making: Making }) {
  const { isRunning, cancel } = making.preparing;
  const progress = useTaskProgress('publications.prepare', isRunning);
  return (
    <Panel title="安全を確認しています" description="数十秒かかることがあります。まだ何も書き出していません。">
      <Progress
        label="安全の確認"
        done={progress?.done}
        total={progress?.total}
        stepText={progress?.step}
        onCancel={cancel}
      />
    </Panel>
  );
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
  const { tables } = sumOf(offers, wish.own);
  if (preparing.isRunning) {
    return <Checking making={making} />;
  }
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
        />
      </FormSection>
      <FormSection
        title="安全を確認します"
        description="これまでに公表した表のすべてと合わせても、少人数の数字が分からないことを確かめます。まだ何も書き出しません。"
      >
        <FactList
          columns={1}
          facts={[
            { label: '集計の月', value: formatMonth(wish.month) },
            { label: '渡す先', value: profileTitle },
            { label: 'のせる表', value: `${tables}表` },
          ]}
        />
        <Failure making={making} />
      </FormSection>
    </Stack>
  );
}
