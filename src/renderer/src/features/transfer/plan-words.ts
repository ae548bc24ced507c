// The Japanese words of an import plan. A reason or verdict without words does not compile.
import type {
  IssueReason,
  Ledger,
  PlanIssue,
  RowDecision,
  RowRemark,
  RowVerdict,
} from '#shared/contract/transfer.contract.ts';

export const ENCODING_WORDS: Readonly<Record<Ledger['encoding'], string>> = {
  cp932: 'Excelの標準のCSV（Shift_JIS）',
  'utf-8-bom': 'CSV UTF-8（Excelで保存したもの）',
  'utf-8': 'CSV UTF-8',
  'utf-16le': 'Unicodeテキスト（Excelで保存したもの）',
};

export const VERDICT_WORDS: Readonly<Record<RowVerdict, string>> = {
  new: '新しい方',
  duplicate: '同じ方かもしれない',
  unchanged: 'すでにある',
  refused: '入れられない',
  not_a_person: '人の行ではない',
};

export const DECISION_WORDS: Readonly<Record<RowDecision, string>> = {
  merge: 'まとめる',
  add: '別の人として入れる',
  skip: '入れない',
};

export const REMARK_WORDS: Readonly<Record<RowRemark, string>> = {
  none: '',
  blank: '空の行',
  total: '合計などの行',
  repeated_heading: '見出しの行',
  no_name: '氏名がないため、入れられません。Excelで氏名を書いて保存すると入れられます。',
  too_long: '文字が多すぎるため、入れられません。Excelで短くして保存すると入れられます。',
  ended: '台帳では、見守りを終了した方です。',
};

/** What happened to the value, as a whole sentence. */
const REASON_WORDS: Readonly<Record<IssueReason, string>> = {
  date_notation: '日付の書き方をそろえました。',
  digits_folded: '数字と区切りの書き方をそろえました。',
  kana_widened: '半角のカナを全角にしました。',
  leading_zero_restored: 'Excelで消えた先頭の0を補いました。',
  area_code_added: '市外局番の06を補いました。',
  address_tidied: '住所の書き方をそろえました。',
  building_split: '建物と部屋を分けました。',
  ditto_resolved: '上の行と同じという意味なので、上の行の言葉を入れます。',
  code_label_matched: '同じ意味の選択肢に合わせました。',
  honorific_dropped: '「さん」「委員」などを取り、お名前だけにしました。',
  post_vacant: '担当なしとして扱います。',
  looks_like_formula: '計算式のように見えますが、計算せず文字のまま備考に入れます。',
  ditto_contradicts_neighbours: '上の行と同じとすると、ほかの行と合いません。',
  ditto_without_source: '上の行と同じとありますが、上の行に何もありません。',
  no_such_code: '選択肢にない言葉です。',
  no_such_day: '暦にない日付です。',
  outside_era: 'その年号にない日付です。',
  date_in_future: 'まだ来ていない日付です。',
  date_too_old: '古すぎる日付です。',
  date_unknown: '日付がわからないと書かれています。',
  date_unreadable: '日付として読み取れません（年・月・日がそろっていないなど）。',
  year_missing: '年が書かれていません。',
  year_assumed: '年が書かれていないので、今日までで一番近い年と読みました。',
  date_before_birth: '生年月日より前の日付です。',
  date_without_status: '同意したかどうかが書かれていません。',
  age_differs: '生年月日と年齢が合いません。',
  age_unreadable: '年齢として読み取れません。',
  phone_unreadable: '電話番号として読み取れません（けたが合わないなど）。',
  postal_code_unreadable: '郵便番号として読み取れません（7けたではありません）。',
  contact_unreadable: '緊急連絡先として読み取れません。',
  second_value: '同じ項目がもう一つあり、一つしか入れられません。',
  unreadable_character: '読めない文字（�）があります。もとの名簿を確かめてください。',
  more_cells_than_columns: '見出しより右にある文字です。備考に入れます。',
  too_long: '文字が多すぎます。',
  name_missing: '氏名がありません。',
};

/** For these the reader of the value says more exactly what is wrong, and its sentence asks for nothing to be typed. */
const DETAILED: ReadonlySet<IssueReason> = new Set([
  'ditto_contradicts_neighbours',
  'no_such_day',
  'outside_era',
  'age_differs',
]);

const KIND_WORDS: Readonly<Record<PlanIssue['kind'], (taken: string) => string>> = {
  changed: (taken) => (taken === '' ? '' : `「${taken}」と入れます。`),
  doubtful: (taken) => (taken === '' ? 'お確かめください。' : `「${taken}」と入れます。お確かめください。`),
  kept_as_note: () => '名簿の文字のまま備考に残します。',
  refused: () => '',
};

const LONGEST_QUOTE = 60;

export function quote(text: string): string {
  const line = text.replace(/\s*[\r\n]+\s*/gu, ' ⏎ ').trim();
  return `「${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line}」`;
}

/** Why the value is listed, in short. */
export const reasonWords = (reason: IssueReason): string => REASON_WORDS[reason];

/** What was found and what becomes of it: 「明治は45年7月30日までです。…備考に残します。」 */
export function describeIssue({ kind, reason, taken, detail }: PlanIssue): string {
  const why = DETAILED.has(reason) && detail !== '' ? detail : REASON_WORDS[reason];
  return `${why}${KIND_WORDS[kind](taken)}`;
}
