// What erasing does not reach by itself: backups of before, copies on USB sticks, papers. Says until when, and what she must do.
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { Panel } from '#renderer/ui/card.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import type { ErasurePreview } from '#shared/contract/retention.contract.ts';

export function BackupsNote({ backups }: { readonly backups: ErasurePreview['backups'] }) {
  const formatDate = useFormatDate();
  const { count, goneBy, copiedOn, keptAside } = backups;
  return (
    <Panel title="控えと紙に残るもの" description="廃棄しても、前にとった控えには残ります。控えも暗号化されています。">
      <FactList
        columns={1}
        facts={[
          {
            label: 'このパソコンの控え',
            value:
              goneBy === null
                ? 'ありません。'
                : `${count}個。新しい控えと入れかわり、おそくとも ${formatDate(goneBy)} にはなくなります（週に一度は台帳を使っている場合）。`,
          },
          {
            label: 'USBなどに写した控え',
            value:
              copiedOn === null
                ? '写していません。'
                : `最後に写したのは ${formatDate(copiedOn)} です。USBの控えは、ひとりでには消えません。廃棄のあとに写し直し、古いファイルを消してください。`,
          },
          ...(keptAside > 0
            ? [
                {
                  label: '控えに戻す前の台帳',
                  value: `${keptAside}個が、台帳のフォルダの「before-restore」に残っています。いらなければ、フォルダごと消してください。`,
                },
              ]
            : []),
          { label: '印刷した紙・書き出したファイル', value: 'この方が出ているものは、手で裁断・消去してください。' },
        ]}
      />
    </Panel>
  );
}
