// The backups on the settings page: when the last one was made, one now, one to a USB stick, and the way back.

import { FolderOutput, History, Save } from 'lucide-react';
import { momentWords } from '#renderer/lib/instant.ts';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { useTaskProgress } from '#renderer/lib/use-task-progress.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Cluster, Panel, Stack } from '#renderer/ui/card.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { replacedWords } from './backup-words.ts';

function Deeds({ onRestore }: { readonly onRestore: () => void }) {
  const make = useRegisterCommand('backups.make');
  const copy = useRegisterCommand('backups.copyTo');
  const making = useTaskProgress('backups.make', make.isPending);
  const copying = useTaskProgress('backups.copyTo', copy.isPending);
  const step = making?.step ?? copying?.step;
  const error = make.error ?? copy.error;
  return (
    <Stack gap="tight">
      {error && <Notice tone="error" title={describeFailure(error.failure)} isUrgent />}
      {step && <Progress label="控え" stepText={step} />}
      <Cluster>
        <Button
          icon={FolderOutput}
          isPending={copy.isPending}
          pendingText="写しています"
          onPress={() =>
            copy.mutate(
              {},
              {
                onSuccess: (written) =>
                  written &&
                  toast(`「${written.fileName}」を写し、読み返して確かめました。USBは取り外してから抜いてください。`),
              },
            )
          }
        >
          USBなどに写す
        </Button>
        <Button
          icon={Save}
          isPending={make.isPending}
          pendingText="控えをとっています"
          onPress={() =>
            make.mutate(
              {},
              {
                onSuccess: ({ isNew }) =>
                  toast(
                    isNew ? '控えをとり、確かめました。' : '前の控えから変わっていないので、そのままで大丈夫です。',
                  ),
              },
            )
          }
        >
          いま控えをとる
        </Button>
        <Button icon={History} onPress={onRestore}>
          控えに戻す
        </Button>
      </Cluster>
    </Stack>
  );
}

export function BackupsPanel({ onRestore }: { readonly onRestore: () => void }) {
  const { data: status } = useRegisterQuery('backups.status', {});
  const formatDate = useFormatDate();
  return (
    <Panel
      title="控え（バックアップ）"
      description="ロックしたときと終えるときに、控えを自動でとって確かめます。控えも暗号化されていて、合言葉がなければ読めません。"
    >
      <Stack>
        {status?.hasFailed && (
          <Notice tone="warning" title="前回、控えをとれませんでした">
            台帳は無事です。パソコンの空きを確かめてから、「いま控えをとる」を押してください。
          </Notice>
        )}
        {status && (
          <FactList
            columns={1}
            facts={[
              {
                label: 'このパソコンの控え',
                value:
                  status.lastMadeAt === null
                    ? 'まだありません'
                    : `最後は ${momentWords(status.lastMadeAt)}（全部で${status.count}個）`,
              },
              ...(status.replaced ? [{ label: '控えに戻す前の台帳', value: replacedWords(status.replaced) }] : []),
              {
                label: 'USBなどに写した日',
                value: status.copiedOn === null ? 'まだ写していません' : formatDate(status.copiedOn),
              },
            ]}
          />
        )}
        {status?.isCopyDue && (
          <p>
            パソコンが壊れたりなくなったりしたときのために、週に一度はUSBなどに写し、鍵のかかる場所にしまってください。
          </p>
        )}
        <Deeds onRestore={onRestore} />
      </Stack>
    </Panel>
  );
}
