// Who has a key to the register: since when, who is logged in; add, rename, take out.
import { KeyRound, Pencil, UserMinus, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { dayAndTimeOf } from '#renderer/lib/instant.ts';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { StatusTag } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { LineList } from '#renderer/ui/line-list.tsx';
import { ChangePassphraseDialog } from './change-passphrase-dialog.tsx';
import { AddCoordinatorDialog, RenameCoordinatorDialog } from './coordinator-dialogs.tsx';
import { RemoveCoordinatorDialog } from './remove-coordinator-dialog.tsx';

type Coordinator = Output<'vault.coordinators'>['coordinators'][number];
type Opened =
  | { readonly deed: 'add' }
  | { readonly deed: 'rename' | 'remove'; readonly who: Coordinator }
  | { readonly deed: 'passphrase' };

function Deeds({ who, open }: { readonly who: Coordinator; readonly open: (opened: Opened) => void }) {
  return (
    <>
      {who.isSelf && (
        <Button size="small" icon={KeyRound} onPress={() => open({ deed: 'passphrase' })}>
          合言葉を変える
        </Button>
      )}
      <Button
        size="small"
        icon={Pencil}
        aria-label={`${who.name}さんのお名前を直す`}
        onPress={() => open({ deed: 'rename', who })}
      >
        お名前を直す
      </Button>
      {!who.isSelf && (
        <Button
          size="small"
          icon={UserMinus}
          aria-label={`${who.name}さんを外す`}
          onPress={() => open({ deed: 'remove', who })}
        >
          外す
        </Button>
      )}
    </>
  );
}

export function CoordinatorsPanel() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { data } = useRegisterQuery('vault.coordinators', {});
  const formatDate = useFormatDate();
  const close = () => setOpened(null);
  return (
    <Panel
      title="担当者"
      description="それぞれが自分の合言葉で台帳を開きます。だれが書いたか・見たかは、お名前で操作の記録に残ります。"
    >
      <Stack>
        <LineList
          label="担当者"
          lines={(data?.coordinators ?? []).map((who) => ({
            id: who.slot,
            title: `${who.name}さん`,
            note: `${formatDate(dayAndTimeOf(who.since).day)}から`,
            ...(who.isSelf ? { tag: <StatusTag tone="good">いま開いている方</StatusTag> } : {}),
            actions: <Deeds who={who} open={setOpened} />,
          }))}
        />
        <div>
          <Button icon={UserPlus} onPress={() => setOpened({ deed: 'add' })}>
            担当者を足す
          </Button>
        </div>
      </Stack>
      {opened?.deed === 'add' && <AddCoordinatorDialog onClose={close} />}
      {opened?.deed === 'rename' && (
        <RenameCoordinatorDialog slot={opened.who.slot} name={opened.who.name} onClose={close} />
      )}
      {opened?.deed === 'remove' && (
        <RemoveCoordinatorDialog slot={opened.who.slot} name={opened.who.name} onClose={close} />
      )}
      <ChangePassphraseDialog isOpen={opened?.deed === 'passphrase'} onClose={close} />
    </Panel>
  );
}
