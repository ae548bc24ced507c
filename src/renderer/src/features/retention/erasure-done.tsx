// After the erasure: that it is done, the certificate, and what is still to be done by hand.
import { FileDown } from 'lucide-react';
import type { Output } from '#renderer/lib/client.ts';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { Cluster, Panel, Stack } from '#renderer/ui/card.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { MadeCertificate, useCertificatePrinting } from './certificates-panel.tsx';
import styles from './retention.module.css';

interface ErasureDoneProps {
  readonly done: Output<'retention.erase'>;
  readonly people: number;
  readonly back: { readonly label: string; readonly onPress: () => void };
}

export function ErasureDone({ done, people, back }: ErasureDoneProps) {
  const formatDate = useFormatDate();
  const printing = useCertificatePrinting();
  const { certificateNumber, backupsGoneBy, isResidueCleared } = done;
  return (
    <Stack>
      <PageHeader title="廃棄しました" back={back} />
      <Notice
        tone="success"
        title={`${people}人の記録を廃棄し、廃棄の記録簿に書きました（第${certificateNumber}号）。`}
        isUrgent
      >
        {backupsGoneBy !== null &&
          `前の控えからも、おそくとも ${formatDate(backupsGoneBy)} にはなくなります（週に一度は台帳を使っている場合）。`}
      </Notice>
      {!isResidueCleared && (
        <Notice tone="warning" title="ファイルの書き直しが、まだ終わっていません">
          パソコンの空きが足りないようです。記録は廃棄されています。空きを作ってから台帳を開き直すと、残りを自動で行います。
        </Notice>
      )}
      <Panel title="このあとすること">
        <Stack>
          <ol className={styles['steps']}>
            <li>廃棄証明書を印刷して、保管してください。</li>
            <li>USBなどに控えを写し直し、古い控えのファイルを消してください。</li>
            <li>この方が出ている紙や書き出したファイルを、裁断・消去してください。</li>
          </ol>
          <MadeCertificate printing={printing} />
          <Cluster>
            <Button
              variant="primary"
              icon={FileDown}
              onPress={() => printing.mutate({ number: certificateNumber })}
              isPending={printing.isPending}
              pendingText="つくっています"
            >
              廃棄証明書をPDFにする
            </Button>
            <LinkButton href="/settings">設定で控えを写す</LinkButton>
          </Cluster>
        </Stack>
      </Panel>
    </Stack>
  );
}
