// 廃棄の一覧: whose term is over, who is kept longer and why, who comes next, what was erased. Erases nothing: that is the review.
import { useNavigate } from '@tanstack/react-router';
import { ClipboardCheck, Leaf } from 'lucide-react';
import { useState } from 'react';
import { useCodes } from '#renderer/lib/codes.tsx';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Cluster, Panel, Stack } from '#renderer/ui/card.tsx';
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LineList } from '#renderer/ui/line-list.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { EndedPerson } from '#shared/contract/retention.contract.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { HOLD_WORDS } from '#shared/model/retention.ts';
import { CertificatesPanel } from './certificates-panel.tsx';
import styles from './retention.module.css';

/** As many as one review takes. */
const MOST_AT_ONCE = 100;

function DuePanel({ people }: { readonly people: readonly EndedPerson[] }) {
  const navigate = useNavigate();
  const codes = useCodes();
  const formatDate = useFormatDate();
  const [chosen, setChosen] = useState<readonly PersonId[]>([]);
  const present = people.map(({ personId }) => personId).filter((id) => chosen.includes(id));
  const toggle = (id: PersonId, isChosen: boolean) =>
    setChosen(isChosen ? [...present, id] : present.filter((each) => each !== id));
  if (people.length === 0) {
    return (
      <Panel title="保存年限がすぎた方">
        <EmptyState icon={Leaf} title="いまは、廃棄の時期の方はいません">
          年限がすぎた方がいると、「今日」の画面でもお知らせします。
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel
      title={`保存年限がすぎた方（${people.length}人）`}
      description="廃棄する方に印をつけてください。次の画面で中身を確かめてから廃棄します。まだ何も消えません。"
    >
      <Stack>
        <CheckboxField
          label="全員に印をつける"
          isSelected={present.length === people.length}
          isIndeterminate={present.length > 0 && present.length < people.length}
          onChange={(all) => setChosen(all ? people.slice(0, MOST_AT_ONCE).map(({ personId }) => personId) : [])}
        />
        <ul className={styles['list']} aria-label="保存年限がすぎた方">
          {people.map((person) => (
            <li key={person.personId}>
              <CheckboxField
                label={`${person.name}さん（台帳番号 ${person.registerNumber}）`}
                description={`${formatDate(person.watchEndedOn)} に見守りを終了（${codes.label('endReason', person.endReason)}）　保存期限 ${formatDate(person.keptUntil)}`}
                isSelected={present.includes(person.personId)}
                onChange={(isChosen) => toggle(person.personId, isChosen)}
              />
            </li>
          ))}
        </ul>
        <div>
          <Button
            variant="primary"
            icon={ClipboardCheck}
            isDisabled={present.length === 0}
            onPress={() => navigate({ to: '/disposal/review', search: { people: [...present] } })}
          >
            {present.length === 0 ? '印をつけた方の中身を確かめる' : `印をつけた${present.length}人の中身を確かめる`}
          </Button>
        </div>
      </Stack>
    </Panel>
  );
}

function HeldPanel({ people }: { readonly people: readonly EndedPerson[] }) {
  const formatDate = useFormatDate();
  const release = useRegisterCommand('retention.release');
  if (people.length === 0) {
    return null;
  }
  return (
    <Panel title={`保存を延ばしている方（${people.length}人）`} description="延長をやめるまで、廃棄できません。">
      <LineList
        label="保存を延ばしている方"
        lines={people.map(({ personId, name, hold, keptUntil, isOver }) => ({
          id: personId,
          title: `${name}さん`,
          href: `/people/${personId}`,
          note: hold
            ? `${HOLD_WORDS[hold.reason]}${hold.note && `：${hold.note}`}　（${formatDate(hold.heldOn)} ${hold.heldBy}）　保存期限 ${formatDate(keptUntil)}${isOver ? '（すぎています）' : ''}`
            : '',
          actions: (
            <Button
              size="small"
              onPress={() =>
                release.mutate({ personId }, { onSuccess: () => toast(`${name}さんの保存の延長をやめました。`) })
              }
              aria-label={`${name}さんの延長をやめる`}
            >
              延長をやめる
            </Button>
          ),
        }))}
      />
    </Panel>
  );
}

/** Who is still within the term, in one line. */
function LaterLine({ people }: { readonly people: readonly EndedPerson[] }) {
  const formatDate = useFormatDate();
  const [first] = people;
  return first ? (
    <p className={styles['quiet']}>
      このほかに、まだ保存年限の中の方が{people.length}人います。いちばん早い方の保存期限は{' '}
      {formatDate(first.keptUntil)}{' '}
      です。年限の前にご本人が請求されたときは、その方のページの「記録を廃棄する」から行います。
    </p>
  ) : null;
}

export function DisposalScreen() {
  const navigate = useNavigate();
  const { data } = useRegisterQuery('retention.list', {});
  if (!data) {
    return <Loading />;
  }
  const held = data.people.filter(({ hold }) => hold !== null);
  const free = data.people.filter(({ hold }) => hold === null);
  return (
    <Stack>
      <PageHeader
        title="廃棄の一覧"
        subtitle={`見守りを終えてから${data.years}年がすぎた方の記録です。年数は「設定」で変えられます。`}
        back={{ label: '設定', onPress: () => void navigate({ to: '/settings' }) }}
      />
      <DuePanel people={free.filter(({ isOver }) => isOver)} />
      <Cluster>
        <LaterLine people={free.filter(({ isOver }) => !isOver)} />
      </Cluster>
      <HeldPanel people={held} />
      <CertificatesPanel />
    </Stack>
  );
}
