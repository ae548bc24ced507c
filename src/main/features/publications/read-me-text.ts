// The note beside the files: what each is, what ＊ means, and how a stranger checks them. Plain Japanese; no figure but those of the cover.
import type { Report } from '#shared/contract/report-shape.ts';
import { formatDate } from '#shared/model/era.ts';
import { type StatedRules, sentencesOfRules, titleOf } from './report-words.ts';

const LINE_END = '\r\n';
const BOM = '\ufeff';

export interface NamedFiles {
  readonly workbook: string;
  readonly csv: string;
  readonly pdf: string;
  readonly cells: string;
  readonly facts: string;
  readonly labels: string;
}

function linesOf(report: Report, rules: StatedRules, names: NamedFiles): readonly string[] {
  const { registerName, profileTitle, verdict, notes } = report;
  return [
    titleOf(report),
    `${registerName}　${profileTitle}　${formatDate(verdict.madeOn, 'both')}作成`,
    '',
    '■ 入っているもの',
    `・${names.pdf}　　印刷して読むためのもの（A4）です。`,
    `・${names.workbook}　　Excelで開く表です。はじめに表紙、そのあとに表が1枚ずつあります。`,
    `・${names.csv}　　同じ表を1つの文字のファイルにしたものです。`,
    `・${names.cells}　${names.facts}　　だれでも安全を確かめられるように付けている、計算用のファイルです。`,
    `・${names.labels}　　社会福祉協議会で地域の表を1つに合わせるときに使う、地域と表の名前と、同じ台帳の集計をまとめるための番号です。`,
    '数字は、どのファイルでも同じです。一人ひとりの記録や氏名は入っていません。',
    '',
    '■ ＊と数字の守り方',
    ...sentencesOfRules(report, rules).map((sentence) => `・${sentence}`),
    ...notes.map((note) => `・${note}`),
    '＊の数字をお尋ねいただいても、お答えできません。',
    '',
    '■ 確かめた結果',
    verdict.sentence,
    '',
    '■ 第三者が確かめる方法',
    `${names.cells} には、すべての表の数字が1行に1つずつあります（文字コードはUTF-8）。`,
    `${names.facts} には、そこから分かることが「下限 lo から上限 hi まで」の形で、1件ずつあります。`,
    'これまでに公表したすべての集計のこの2つのファイルをそろえると、＊の数字がどこまで分かってしまうかを計算できます。',
    `公表の番号　${verdict.publication}`,
    `規則のしるし（SHA-256）　${verdict.parametersHash}`,
    `証明のしるし（SHA-256）　${verdict.certificateHash}`,
    '証明そのものは本当の数字を含むため、見守り台帳の中にだけあります。',
  ];
}

/** UTF-8 with BOM and CRLF, so that every editor on Windows shows it. */
export const writeReadMe = (report: Report, rules: StatedRules, names: NamedFiles): string =>
  BOM + linesOf(report, rules, names).join(LINE_END) + LINE_END;
