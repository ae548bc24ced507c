// The certificate of an erasure on paper: what went, why, by whom, and until when it is in backups. No name of the erased, no note.
import { dayAndTimeOf } from '#renderer/lib/instant.ts';
import { useFormatDate, useFormatShortDate } from '#renderer/lib/settings.tsx';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Paper, PaperFacts, PaperHead, PaperPart, PaperTable } from '#renderer/ui/paper.tsx';
import { DISPOSAL_CATEGORIES, type DisposalCertificate } from '#shared/contract/retention.contract.ts';
import { BASIS_WORDS } from '#shared/model/retention.ts';
import { usePaperState } from './use-paper-state.ts';

type Row = DisposalCertificate['people'][number];

const HEADERS = { visits: '見守り', consultations: '相談', consents: '同意', contacts: '連絡先', drafts: '書きかけ' };

function Erased({ people }: { readonly people: readonly Row[] }) {
  const formatDate = useFormatShortDate();
  const totals = Object.fromEntries(
    DISPOSAL_CATEGORIES.map((category) => [
      category,
      people.reduce((sum, { counts }) => sum + counts[category], 0).toLocaleString('ja-JP'),
    ]),
  );
  return (
    <PaperTable
      columns={[
        { id: 'number', header: '台帳番号', cell: ({ registerNumber }: Row) => registerNumber, width: 20 },
        { id: 'ended', header: '見守りの終了', cell: ({ watchEndedOn }: Row) => formatDate(watchEndedOn) },
        { id: 'kept', header: '保存期限', cell: ({ keptUntil }: Row) => formatDate(keptUntil) },
        ...DISPOSAL_CATEGORIES.map((category) => ({
          id: category,
          header: HEADERS[category],
          cell: ({ counts }: Row) => counts[category].toLocaleString('ja-JP'),
          isNumber: true,
          width: 19,
        })),
      ]}
      rows={people}
      rowId={({ registerNumber }) => String(registerNumber)}
      totals={{ number: `計 ${people.length}人`, ...totals }}
    />
  );
}

function Sheet({ certificate }: { readonly certificate: DisposalCertificate }) {
  const formatDate = useFormatDate();
  const {
    number,
    registerName,
    disposedAt,
    disposedOn,
    actor,
    basis,
    people,
    backupsGoneBy,
    copiedOn,
    isResidueCleared,
  } = certificate;
  return (
    <Paper handling="restricted">
      <PaperHead title={`廃棄証明書　第${number}号`} side={registerName} />
      <PaperFacts
        facts={[
          { label: '廃棄した日時', value: `${formatDate(disposedOn)} ${dayAndTimeOf(disposedAt).time}` },
          { label: '廃棄のわけ', value: BASIS_WORDS[basis] },
          { label: '廃棄した人', value: actor },
          {
            label: '廃棄の方法',
            value: `台帳の記録を消去し、${isResidueCleared ? '台帳のファイル全体を書き直しました。' : '次に台帳を開いたときに、ファイル全体を書き直します。'}`,
          },
        ]}
      />
      <PaperPart>
        <h2>廃棄した記録（件数）</h2>
        <Erased people={people} />
        <p className="paper-note">お名前と記録の中身は、この証明書にも台帳にも残っていません。</p>
      </PaperPart>
      <PaperPart>
        <h2>控え（バックアップ）</h2>
        <PaperFacts
          facts={[
            {
              label: '内蔵の控え',
              value:
                backupsGoneBy === null
                  ? 'このパソコンに、廃棄の前の控えはありません。'
                  : `このパソコンの、廃棄の前の控えは、おそくとも ${formatDate(backupsGoneBy)} になくなります（週に一度は台帳を使っている場合）。`,
            },
            {
              label: 'USBの控え',
              value:
                copiedOn === null
                  ? 'USBなどに写していません。'
                  : `${formatDate(copiedOn)} までに写したUSBなどの控えには残っています。手で消去し、下に書いてください。`,
            },
          ]}
        />
        <p className="paper-note">廃棄の前の控えに台帳を戻したときは、上の台帳番号の方を、もう一度廃棄してください。</p>
      </PaperPart>
      <PaperPart>
        <h2>手で消したことの確かめ</h2>
        <PaperFacts
          facts={[
            { label: 'USBの消去', value: '　　　　年　　　月　　　日　　　　確かめた人' },
            { label: '紙の裁断', value: '　　　　年　　　月　　　日　　　　確かめた人' },
            { label: '責任者', value: '　　　　年　　　月　　　日　　　　署名' },
          ]}
        />
      </PaperPart>
    </Paper>
  );
}

export function DisposalPaper({ number }: { readonly number: number }) {
  const { data: certificate, isError } = useRegisterQuery('retention.certificate', { number });
  usePaperState(isError ? 'failed' : certificate ? 'ready' : 'setting');
  return certificate ? <Sheet certificate={certificate} /> : null;
}
