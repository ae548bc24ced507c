// The A4 sheet with the recovery code, as the printing window loads it: the code, what to do with it, where to keep it. Only while one is pending.
import type { Output } from '#renderer/lib/client.ts';
import { dayAndTimeOf } from '#renderer/lib/instant.ts';
import { useFormatDate, useSettings } from '#renderer/lib/settings.tsx';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Paper, PaperFacts, PaperHead, PaperPart } from '#renderer/ui/paper.tsx';
import { QrCode } from '#renderer/ui/qr-code.tsx';
import { usePaperState } from './use-paper-state.ts';
import './recovery-code-paper.css';

type Pending = NonNullable<Output<'vault.pendingRecoveryCode'>>;

function Code({ groups }: { readonly groups: readonly string[] }) {
  return (
    <div className="recovery-code">
      <ol className="recovery-groups">
        {groups.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a group is known by.
          <li key={at}>
            <span className="recovery-number">{at + 1}組目</span>
            <span className="recovery-letters">{group}</span>
          </li>
        ))}
      </ol>
      <QrCode text={groups.join('-')} label="回復用コードのQRコード" className="recovery-qr" />
    </div>
  );
}

const BY_HAND = ['保管場所', '保管者', '受領日', '次に確かめる日'] as const;

function HandWritten() {
  return (
    <table className="recovery-hand">
      <tbody>
        {BY_HAND.map((label) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SheetProps {
  readonly pending: Pending;
  readonly registerName: string;
  readonly maker: string;
}

function Sheet({ pending, registerName, maker }: SheetProps) {
  const formatDate = useFormatDate();
  return (
    <Paper handling="restricted">
      <PaperHead title="回復用コード" side="鍵のかかる場所にしまう紙" />
      <PaperFacts
        facts={[
          { label: '台帳', value: registerName },
          { label: '作った日', value: formatDate(dayAndTimeOf(pending.drawnAt).day) },
          { label: '作った人', value: maker },
        ]}
      />
      <Code groups={pending.groups} />
      <p className="paper-note">
        使う文字は数字と英字の大文字です。まぎらわしい I・L・O・U は使いません。QRコードの中身は、左の28文字と同じです。
      </p>
      <PaperPart>
        <h2>合言葉を忘れたとき</h2>
        <ol>
          <li>見守り台帳を開き、「合言葉を忘れたとき」を押します。</li>
          <li>上の28文字を、1組目から順に入れます。小文字でも、間をあけなくてもかまいません。</li>
          <li>お名前を選び、新しい合言葉を決めます。台帳が開きます。</li>
          <li>この紙を元の場所にもどします。このコードは、次もそのまま使えます。</li>
        </ol>
        <p className="recovery-else">
          パソコンがこわれたときは、別のパソコンに控え（バックアップ）を用意し、「控えから戻す」で「合言葉のかわりに回復用コードを使う」を選びます。
        </p>
      </PaperPart>
      <PaperPart>
        <h2>しまう場所</h2>
        <ul>
          <li>事務所の金庫など、鍵のかかる場所にしまってください。この紙を持つ人は、台帳を開けます。</li>
          <li>見守り台帳のパソコンや、控えのUSBと一緒に置かないでください。写真やコピーをとらないでください。</li>
          <li>
            なくしたとき、ほかの人に見られたときは、すぐに「設定」の「鍵と担当者」で作り直してください。この紙は使えなくなります。
          </li>
        </ul>
      </PaperPart>
      <PaperPart>
        <h2>手で書く欄</h2>
        <HandWritten />
      </PaperPart>
    </Paper>
  );
}

export function RecoveryCodePaper() {
  const { data: pending, isError } = useRegisterQuery('vault.pendingRecoveryCode', {});
  const { data: status } = useRegisterQuery('vault.status', {});
  const { registerName } = useSettings();
  usePaperState(isError || pending === null ? 'failed' : pending && status ? 'ready' : 'setting');
  return pending && status ? (
    <Sheet pending={pending} registerName={registerName} maker={status.unlockedBy ?? ''} />
  ) : null;
}
