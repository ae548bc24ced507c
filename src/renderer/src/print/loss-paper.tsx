// 紛失時説明書 on one A4 page: how the register is protected, who can open it, what it holds, and what this page cannot say.

import type { Output } from '#renderer/lib/client.ts';
import { dayAndTimeOf, momentWords } from '#renderer/lib/instant.ts';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Paper, PaperFacts, PaperHead } from '#renderer/ui/paper.tsx';
import { formatDate } from '#shared/model/era.ts';
import { usePaperState } from './use-paper-state.ts';
import './loss-paper.css';

type Report = Output<'loss.report'>;
type Holder = Report['keyHolders'][number];

const momentOr = (at: string | null, otherwise: string) => (at === null || at === '' ? otherwise : momentWords(at));
const deed = (done: Report['lastOpened'], otherwise: string) =>
  done === null ? otherwise : `${momentWords(done.at)}（${done.actor}さん）`;

const HELD_WORDS: Readonly<Record<Report['held'][number]['kind'], readonly [what: string, unit: string]>> = {
  identity: ['氏名・フリガナ・性別・生年月日', '人'],
  home: ['住所・電話番号・世帯・入り方', '人'],
  care: ['要介護度・認知症などの日常生活自立度', '人'],
  handbook: ['障がい者手帳の種類と級', '人'],
  consents: ['同意の状態', '件'],
  contacts: ['緊急連絡先の氏名・続柄・電話番号', '件'],
  visits: ['見守りの記録（日付・様子・メモ）', '件'],
  consultations: ['相談の記録（聞かれたこと・答えたこと）', '件'],
  supporters: ['見守り員・民生委員の氏名・電話番号', '人'],
  meetings: ['連絡会の予定・出席者・議題', '件'],
};

/** One line for those whose keys cost the same. */
function derivationWords(holders: readonly Holder[]): string {
  const words = holders.flatMap(({ derivation }) =>
    derivation === null
      ? []
      : [`メモリ${derivation.memoryMib}MiB・${derivation.iterations}回・並列${derivation.parallelism}`],
  );
  return [...new Set(words)].join('／');
}

function Protection({ report }: { readonly report: Report }) {
  const { keyHolders, autoLockMinutes } = report;
  return (
    <>
      <h2>1　どう守られていたか</h2>
      <PaperFacts
        facts={[
          {
            label: '台帳の暗号',
            value:
              'AES-256（CBC）とHMAC-SHA-512。ファイル全体を暗号化（SQLCipher 4形式）。控えのファイルも同じ暗号のままです。',
          },
          {
            label: '鍵の作り方',
            value: `台帳の鍵は256ビットの乱数です。合言葉からArgon2id（${derivationWords(keyHolders)}）で鍵の組（ECDH P-256）を作り、それで開くようにAES-256-GCMで封じて保存します。用途ごとの鍵はHKDF-SHA-256で分けます。`,
          },
          {
            label: '鍵の置き場所',
            value:
              '合言葉と、包まれていない鍵は、パソコンにも控えにも保存しません。開いている間だけ、メモリにあります。',
          },
          {
            label: '自動ロック',
            value: `${autoLockMinutes}分間使わないとき、画面のロック、スリープで閉じます。閉じるとき、鍵は上書きします（メモリ全体を消すものではありません）。`,
          },
        ]}
      />
    </>
  );
}

function Holders({ report }: { readonly report: Report }) {
  const { keyHolders, lastOpened, restored, backups } = report;
  return (
    <>
      <h2>2　誰が開けるか、いつ開いたか</h2>
      <PaperFacts
        facts={[
          {
            label: '開ける人',
            value: `${keyHolders
              .map(({ name, kind, since }) =>
                kind === 'recovery'
                  ? `回復用コードの紙（${formatDate(dayAndTimeOf(since).day, 'era')}から）`
                  : `${name}さんの合言葉（${formatDate(dayAndTimeOf(since).day, 'era')}から）`,
              )
              .join('、')}`,
          },
          ...(restored === null
            ? [{ label: '最後に開いた', value: deed(lastOpened, '記録なし') }]
            : [
                {
                  label: '最後に開いた',
                  value: `${deed(restored.lastOpened, '記録なし')}　※控え（${momentOr(restored.madeAt, '日時不明')}）までの記録で、その後は分かりません。`,
                },
                {
                  label: '控えから復元',
                  value: `${momentWords(restored.at)}。いまの台帳は${deed(lastOpened, '－')}に開きました。`,
                },
              ]),
          {
            label: '控え',
            value: `この台帳のあるパソコンの中：${momentOr(backups.lastMadeAt, 'まだなし')}（${backups.count}個）。USBなどへ写した日時：${momentOr(backups.lastCopiedAt, 'まだなし')}`,
          },
        ]}
      />
    </>
  );
}

function Held({ report }: { readonly report: Report }) {
  const { people, held } = report;
  return (
    <>
      <h2>
        3　何が入っているか　登録 {people.registered}人（うち見守り中 {people.watched}人）
      </h2>
      <ul className="loss-held">
        {held.map(({ kind, count }) => {
          const [what, unit] = HELD_WORDS[kind];
          return (
            <li key={kind}>
              <span>{what}</span>
              <span className="paper-number">
                {count.toLocaleString('ja-JP')}
                {unit}
              </span>
            </li>
          );
        })}
      </ul>
      <p className="paper-note">要介護度・手帳・相談の内容などは、要配慮個人情報に当たるものを含みます。</p>
    </>
  );
}

function Law() {
  return (
    <>
      <h2>4　法令が求めていること（判断は個人情報の担当の方がします）</h2>
      <p className="loss-text">
        漏えい等の報告の対象（個人情報保護法施行規則第7条、行政機関等は第43条）からは「高度な暗号化その他の個人の権利利益を保護するために必要な措置」を講じたものが除かれます。個人情報保護委員会のQ＆Aによれば、(1)その時点の技術水準で第三者が読むことが困難な暗号化（電子政府推奨暗号リストやISO/IEC
        18033等にある技術の、適切な実装）と、(2)読めるようにする手段の適切な管理（鍵の分離と漏えい防止、遠隔での消去、第三者が鍵を使えない設計のいずれか）が必要です。
      </p>
      <p className="loss-text">
        AES・CBC・GCM・HMAC・SHA-2・ECDHは電子政府推奨暗号リストにあります。Argon2id（RFC 9106）とHKDF（RFC
        5869）は同リストにありません。このアプリの実装は第三者の評価を受けていません。遠隔で消す機能はありません。
      </p>
    </>
  );
}

const UNKNOWN = [
  'なくした日時・場所・状況',
  'なくした時、台帳は閉じていたか（開いていれば、読まれたおそれがあります）',
  '合言葉や回復用コードの紙が、パソコンと一緒になくなっていないか',
  '印刷した紙や、書き出したファイル、USBの控えが一緒になくなっていないか',
  '届け出（警察・区役所・社協）の日時と相手',
] as const;

function Unknown() {
  return (
    <>
      <h2>5　この紙では分からないこと（手で書いてください）</h2>
      {UNKNOWN.map((words) => (
        <p key={words} className="loss-blank">
          {words}：
        </p>
      ))}
    </>
  );
}

export function LossPaper() {
  const { data: report, isError } = useRegisterQuery('loss.report', {});
  usePaperState(isError ? 'failed' : report ? 'ready' : 'setting');
  if (!report) return null;
  return (
    <div className="loss-paper">
      <Paper handling="restricted">
        <PaperHead
          title="紛失時説明書"
          side={
            <>
              <div>{report.registerName}</div>
              <div>{momentWords(report.readAt)} 現在</div>
            </>
          }
        />
        <p className="loss-text">
          この紙は、「見守り台帳」アプリ（版 {report.appVersion}）が、台帳の記録から作りました。
          <br />
          台帳の識別番号：{report.registerId}
        </p>
        <Protection report={report} />
        <Holders report={report} />
        <Held report={report} />
        <Law />
        <Unknown />
      </Paper>
    </div>
  );
}
