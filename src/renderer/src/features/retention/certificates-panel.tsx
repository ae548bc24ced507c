// 廃棄記録簿: what was erased, by whom, and what of it is still in backups. Holds no name.
import { FileDown } from 'lucide-react';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { WrittenPaper } from '#renderer/lib/written-files.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { LineList } from '#renderer/ui/line-list.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { DisposalCertificate } from '#shared/contract/retention.contract.ts';
import { BASIS_WORDS } from '#shared/model/retention.ts';
import { certificateName } from './retention-words.ts';

export function MadeCertificate({ printing }: { readonly printing: ReturnType<typeof useCertificatePrinting> }) {
  const failure = printing.error?.failure;
  const { data: made } = printing;
  if (failure) {
    return <Notice tone={failure.code === 'cancelled' ? 'info' : 'error'} title={describeFailure(failure)} isUrgent />;
  }
  return made ? <WrittenPaper title={`「${made.fileName}」ができました。`} file={made.file} /> : null;
}

export const useCertificatePrinting = () => useRegisterCommand('retention.printCertificate');

export function CertificatesPanel() {
  const formatDate = useFormatDate();
  const { data: certificates = [] } = useRegisterQuery('retention.certificates', {}, { isAlwaysFresh: true });
  const printing = useCertificatePrinting();
  if (certificates.length === 0) {
    return null;
  }
  const backupWords = ({ backupsLeft, backupsGoneBy }: DisposalCertificate) =>
    backupsLeft === 0
      ? 'このパソコンの控えには、もう残っていません。'
      : `前の控え${backupsLeft}個に残っています（おそくとも${formatDate(backupsGoneBy)}まで）。`;
  return (
    <Panel title="廃棄の記録簿" description="廃棄した方のお名前は残りません。台帳番号と件数だけを残しています。">
      <Stack>
        <MadeCertificate printing={printing} />
        <LineList
          label="廃棄の記録簿"
          lines={certificates.map((certificate) => ({
            id: String(certificate.number),
            title: `${certificateName(certificate)}　${formatDate(certificate.disposedOn)}　${certificate.people.length}人`,
            note: `${BASIS_WORDS[certificate.basis]}・${certificate.actor}　${backupWords(certificate)}`,
            actions: (
              <Button
                size="small"
                icon={FileDown}
                onPress={() => printing.mutate({ number: certificate.number })}
                isPending={printing.isPending && printing.variables?.number === certificate.number}
                pendingText="つくっています"
                aria-label={`証明書をPDFにする（第${certificate.number}号）`}
              >
                証明書をPDFにする
              </Button>
            ),
          }))}
        />
      </Stack>
    </Panel>
  );
}
