// What the recovery screen says for each state of the register: what happened, and what is safe. Plain words, no blame.
import type { Condition, RecoveryStatus } from '#shared/contract/recovery.contract.ts';

export type Trouble = Exclude<Condition, 'fine'>;

interface Words {
  readonly title: string;
  readonly happened: string;
  readonly safe: string;
}

const WORDS: Readonly<Record<Trouble, Words>> = {
  damaged: {
    title: '台帳のファイルが壊れています',
    happened: '合言葉は合っています。台帳のファイルの中に、読めないところが見つかりました。',
    safe: 'アプリは何も消していません。壊れたファイルも、このあと残したままにします。',
  },
  slots_damaged: {
    title: '鍵のファイルが読めません',
    happened:
      '台帳を開くための鍵のファイル（keyslots.json）が、壊れているか、なくなっています。合言葉がまちがっているのではありません。',
    safe: '台帳のファイルには触れていません。控えには鍵も入っているので、控えからは開けます。',
  },
  slots_older: {
    title: '鍵のファイルが、前のものに替わっています',
    happened:
      '台帳を開くための鍵のファイル（keyslots.json）が、台帳より古いものです。前の合言葉で開けてしまわないように、開くのを止めました。',
    safe: '台帳のファイルには触れていません。控えには、その時の鍵も入っているので、控えからは開けます。',
  },
  file_gone: {
    title: '台帳のファイルがありません',
    happened: '鍵のファイルはありますが、台帳のファイル（register.db）がなくなっているか、空になっています。',
    safe: 'アプリは何も消していません。空の台帳で始めることもしていません。',
  },
  newer_schema: {
    title: 'アプリを新しくすると開けます',
    happened: 'この台帳は、いまのアプリより新しい版で使われています。',
    safe: '台帳は無事です。何も変えていません。',
  },
  vanished: {
    title: '以前の台帳が見つかりません',
    happened: 'このパソコンでは台帳を使っていましたが、台帳のフォルダが、いまはありません。',
    safe: 'アプリは何も消していません。空の台帳で始めることもしていません。',
  },
  found_elsewhere: {
    title: '以前の台帳が見つかりました',
    happened: 'このアプリの中にはまだ台帳がありませんが、このパソコンに、前に使っていた台帳か控えがあります。',
    safe: '見つかったファイルには触れていません。',
  },
};

export function wordsOf(condition: Trouble, { isFoundAtWork }: RecoveryStatus): Words {
  const words = WORDS[condition];
  return condition === 'damaged' && isFoundAtWork
    ? {
        ...words,
        happened:
          'お使いの途中で、台帳のファイルに読めないところが見つかったため、台帳を閉じました。保存の前だった内容は、戻したあとに入れ直してください。',
      }
    : words;
}
