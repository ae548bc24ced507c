// The look at what goes before anything goes, and the erasure itself: counts, names in other records, backups, and a number typed by hand.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Cluster, Panel, Stack } from '#renderer/ui/card.tsx';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import { LineList } from '#renderer/ui/line-list.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { toastStore } from '#renderer/ui/toast-store.ts';
import type { ErasurePreview } from '#shared/contract/retention.contract.ts';
import type { PersonId } from '#shared/model/ids.ts';
import type { DisposalBasis } from '#shared/model/retention.ts';
import { BASIS_WORDS } from '#shared/model/retention.ts';
import { BackupsNote } from './backups-note.tsx';
import { ErasureDone } from './erasure-done.tsx';
import { choiceOf, type MentionChoices, MentionPanels, wordsOf } from './mention-choices.tsx';
import { countWords, readCount } from './retention-words.ts';

function PeoplePanel({ preview }: { readonly preview: ErasurePreview }) {
  const formatDate = useFormatDate();
  return (
    <Panel title="廃棄する方" description="この方々の記録は、すべてなくなります。元に戻せません。">
      <LineList
        label="廃棄する方"
        lines={preview.people.map(({ personId, name, registerNumber, watchEndedOn, keptUntil, isOver, counts }) => ({
          id: personId,
          title: `${name}さん（台帳番号 ${registerNumber}）`,
          note: `${countWords(counts)}　見守りの終了 ${formatDate(watchEndedOn)}　保存期限 ${formatDate(keptUntil)}${isOver ? '' : '（まだすぎていません）'}`,
        }))}
      />
    </Panel>
  );
}

const EARLY_BASES: readonly DisposalBasis[] = ['request', 'mistake'];

function useErasure(preview: ErasurePreview | undefined) {
  const queryClient = useQueryClient();
  const erase = useRegisterCommand('retention.erase');
  const run = (basis: DisposalBasis, confirmedCount: number, choices: MentionChoices) =>
    preview &&
    erase.mutate(
      {
        personIds: preview.people.map(({ personId }) => personId),
        basis,
        confirmedCount,
        digest: preview.digest,
        mentions: preview.mentions.map((mention) => ({ id: mention.id, words: wordsOf(choiceOf(choices, mention)) })),
      },
      {
        onSuccess: () => {
          // What other screens and messages showed of them would stay for minutes.
          queryClient.removeQueries({ type: 'inactive' });
          toastStore.clear();
        },
      },
    );
  return { erase, run };
}

function ConfirmPanel({
  preview,
  erasure,
  choices,
}: {
  readonly preview: ErasurePreview;
  readonly erasure: ReturnType<typeof useErasure>;
  readonly choices: MentionChoices;
}) {
  const navigate = useNavigate();
  const isAllOver = preview.people.every(({ isOver }) => isOver);
  const [early, setEarly] = useState<DisposalBasis | null>(null);
  const [typed, setTyped] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const people = preview.people.length;
  const basis = isAllOver ? 'term' : early;
  const isCountRight = readCount(typed) === people;
  const press = () => {
    setIsAsked(true);
    if (basis !== null && isCountRight) {
      erasure.run(basis, people, choices);
    }
  };
  return (
    <Panel title="確かめて、廃棄する">
      <Stack>
        {erasure.erase.error && <Notice tone="error" title={describeFailure(erasure.erase.error.failure)} isUrgent />}
        {!isAllOver && (
          <ChoiceButtons
            label="保存年限の前に廃棄するわけ"
            options={EARLY_BASES.map((code) => ({ code, label: BASIS_WORDS[code] }))}
            value={early}
            onChange={(code) => setEarly(code as DisposalBasis)}
            isRequired
            errorMessage={isAsked && basis === null ? 'わけを選んでください。' : undefined}
          />
        )}
        <TextField
          label="廃棄する人数"
          description={`確かめのため、廃棄する方の人数（${people}）を数字で入れてください。`}
          value={typed}
          onChange={setTyped}
          inputMode="numeric"
          widthInCharacters={6}
          maxLength={6}
          isRequired
          errorMessage={isAsked && !isCountRight ? `「${people}」と入れてください。` : undefined}
        />
        <Cluster>
          <Button
            variant="danger"
            icon={Trash2}
            onPress={press}
            isPending={erasure.erase.isPending}
            pendingText="廃棄しています"
          >
            {people}人の記録を廃棄する
          </Button>
          <Button onPress={() => void navigate({ to: '/disposal' })}>廃棄せずにもどる</Button>
        </Cluster>
      </Stack>
    </Panel>
  );
}

export function ErasureReview({ personIds }: { readonly personIds: readonly PersonId[] }) {
  const navigate = useNavigate();
  const [choices, setChoices] = useState<MentionChoices>({});
  const [isDone, setIsDone] = useState(false);
  const { data: preview, error } = useRegisterQuery(
    'retention.preview',
    { personIds: [...personIds] },
    { enabled: !isDone, isAlwaysFresh: true },
  );
  const erasure = useErasure(preview);
  const done = erasure.erase.data;
  if (done && !isDone) {
    setIsDone(true);
  }
  const back = { label: '廃棄の一覧', onPress: () => void navigate({ to: '/disposal' }) };
  if (done) {
    return <ErasureDone done={done} people={personIds.length} back={back} />;
  }
  // What is being erased is gone for this query a moment before the answer is here.
  if (error && !erasure.erase.isPending) {
    return (
      <>
        <PageHeader title="廃棄する前に" back={back} />
        <Notice tone="error" title={describeFailure(error.failure)} />
      </>
    );
  }
  if (!preview) {
    return <Loading />;
  }
  const held = preview.people.filter(({ hold }) => hold !== null);
  return (
    <Stack>
      <PageHeader title="廃棄する前に" subtitle="まだ何も消えていません。上から順に確かめてください。" back={back} />
      {held.length > 0 && (
        <Notice tone="warning" title={`${held.map(({ name }) => `${name}さん`).join('、')}は、保存を延ばしています。`}>
          延長をやめるまで、廃棄できません。
        </Notice>
      )}
      <PeoplePanel preview={preview} />
      <MentionPanels mentions={preview.mentions} choices={choices} onChange={setChoices} />
      <BackupsNote backups={preview.backups} />
      <ConfirmPanel preview={preview} erasure={erasure} choices={choices} />
    </Stack>
  );
}
