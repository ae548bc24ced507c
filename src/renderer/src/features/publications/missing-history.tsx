// What helps when publications are missing that this machine remembers: a newer backup, or a decision that they are with nobody.
import { useState } from 'react';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { Cluster } from '#renderer/ui/card.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { MissingHistory } from '#shared/contract/publications.contract.ts';
import { formatMonth } from '#shared/model/era.ts';
import styles from './making.module.css';
import { SettleMissingDialog } from './settle-missing-dialog.tsx';

/** 「2026年7月、2026年8月の集計」 */
const monthWords = ({ months }: MissingHistory): string =>
  months.length === 0
    ? 'これまでに公表した集計'
    : `${months.map((month) => formatMonth(month, 'western')).join('、')}の集計`;

const HAPPENED: Readonly<Record<MissingHistory['kind'], (missing: MissingHistory) => string>> = {
  missing: (missing) =>
    `${monthWords(missing)}は、このパソコンから書き出しましたが、いまの台帳の「公表の記録」にありません。書き出すよりまえの控えに戻したときなどに、こうなります。このまま次の集計を出すと、前の集計との引き算で、少人数の数字が分かるおそれがあります。`,
  unfinished: (missing) =>
    `${monthWords(missing)}は、書き出している途中でアプリが終わりました。書きかけのファイルが、書き出し先に残っているかもしれません。`,
  unreadable: () =>
    'どの集計を書き出したかを、台帳とは別に覚えておくファイルが壊れています。いまの台帳の「公表の記録」に、これまで渡した集計がすべてあるか、アプリには確かめられません。',
};

const SETTLE = 'だれの手元にもないと記録する';

function WayBack({ missing }: { readonly missing: MissingHistory }) {
  if (missing.kind === 'unfinished') {
    return (
      <li className={styles['wayBack']}>
        <strong>書き出し先をつなぐ</strong>
        <span>
          書き出し先（USBなど）をつないで、もう一度「安全を確認する」を押してください。書きかけのファイルを消して、続けられます。
        </span>
      </li>
    );
  }
  return (
    <li className={styles['wayBack']}>
      <LinkButton href="/settings">設定で、新しい控えに戻す</LinkButton>
      <span>その集計を書き出したあとにとった控えがあれば、それに戻すと、続けられます。</span>
    </li>
  );
}

interface MissingWaysProps {
  readonly missing: MissingHistory;
  readonly onSettled: () => void;
}

/** The ways out, each with what it is for. */
export function MissingWays({ missing, onSettled }: MissingWaysProps) {
  const [isSettling, setIsSettling] = useState(false);
  return (
    <>
      <p>{HAPPENED[missing.kind](missing)}</p>
      <ul className={styles['offers']} aria-label="続けられるようにする方法">
        <WayBack missing={missing} />
        <li className={styles['wayBack']}>
          <Button onPress={() => setIsSettling(true)}>{SETTLE}</Button>
          <span>
            だれにも渡していない、または渡したものをすべて取り戻したと確かめたときだけ、理由とともに記録します。記録すると、続けられます。
          </span>
        </li>
      </ul>
      {isSettling && (
        <SettleMissingDialog
          missing={missing}
          what={monthWords(missing)}
          onSettled={onSettled}
          onClose={() => setIsSettling(false)}
        />
      )}
    </>
  );
}

/** On the list of publications: says what is missing, quietly. */
export function MissingNotice({ missing }: { readonly missing: MissingHistory }) {
  const [isSettling, setIsSettling] = useState(false);
  const title =
    missing.months.length === 0
      ? '公表の記録がそろっているか、確かめられません'
      : `${monthWords(missing)}が、この記録にありません`;
  return (
    <Notice tone="warning" title={title}>
      <p>{HAPPENED[missing.kind](missing)}</p>
      <Cluster>
        <LinkButton href="/settings" size="small">
          設定で、新しい控えに戻す
        </LinkButton>
        <Button size="small" onPress={() => setIsSettling(true)}>
          {SETTLE}
        </Button>
      </Cluster>
      {isSettling && (
        <SettleMissingDialog
          missing={missing}
          what={monthWords(missing)}
          onSettled={() => {}}
          onClose={() => setIsSettling(false)}
        />
      )}
    </Notice>
  );
}
