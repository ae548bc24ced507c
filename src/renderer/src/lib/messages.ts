// The Japanese words for every refusal. A code without words does not compile.
import type { ErrorCode, Failure, FieldProblem } from '#shared/contract/errors.ts';

const ERROR_MESSAGES: Readonly<Record<ErrorCode, string>> = {
  forbidden_sender: 'この画面からは操作できません。アプリを開き直してください。',
  unknown_operation: 'アプリの部品が合っていません。アプリを開き直してください。',
  invalid_input: '入力に直すところがあります。赤い印の欄を見てください。入力した内容はそのまま残っています。',
  locked: '台帳はロックされています。合言葉を入れて開いてください。',
  unexpected:
    '思わぬ不具合で、できませんでした。台帳は元のままです。もう一度試しても同じときは、番号を添えて担当へ知らせてください。',
  register_missing: 'このパソコンにはまだ台帳がありません。',
  register_exists: 'このパソコンにはすでに台帳があります。新しく作ると古い台帳が見えなくなるため、作りませんでした。',
  wrong_passphrase: '合言葉が違います。台帳は無事です。大文字・小文字と Caps Lock を確かめて、もう一度入れてください。',
  weak_passphrase: '合言葉は12文字以上にしてください。言葉をいくつか並べると覚えやすく、破られにくくなります。',
  reauthentication_needed:
    'この操作の前に、もう一度合言葉を入れてください。まだ何もしていません。入力した内容はそのまま残っています。',
  register_damaged:
    '合言葉は合っていますが、台帳のファイルを読めません。何も消さずに、控え（バックアップ）から戻してください。',
  key_slots_damaged:
    '鍵のファイル（keyslots.json）を読めません。台帳のファイルには触れていません。控えから戻してください。',
  older_key_slots:
    '鍵のファイルが、前に使った時より古いものに置きかわっています。前の合言葉では開けません。台帳は無事です。控えから戻すか、担当へ知らせてください。',
  too_many_tries:
    '違う合言葉やコードが続いたため、しばらく入力を止めています。台帳は無事です。時間をおいて、もう一度入れてください。',
  wrong_recovery_code:
    '回復用コードは正しく読み取れましたが、この台帳のコードではありません。新しく作り直す前の、古い紙かもしれません。台帳は無事です。',
  recovery_code_mistyped: '回復用コードに、書き写しの間違いがあります。紙のコードと1組ずつ見くらべて、直してください。',
  recovery_code_missing: 'この台帳には、まだ回復用コードがありません。',
  recovery_code_not_drawn: '用意した回復用コードは、ロックされたため消しました。はじめから作り直してください。',
  recovery_code_not_confirmed:
    '入れた文字が、紙のコードと合いません。まだ有効になっていません。紙を見て、もう一度入れてください。',
  own_slot: 'ご自分を外すことはできません。ほかの担当者に外してもらってください。',
  newer_schema:
    'この台帳は、より新しい版のアプリで使われています。アプリを新しくしてから開いてください。台帳には触れていません。',
  not_found: 'その記録は見つかりませんでした。ほかの画面で消されたか、直された可能性があります。',
  already_ended: 'この方の見守りは、すでに終了しています。',
  not_ended: 'この方の見守りは、続いています。',
  unknown_code: '選んだ項目が一覧にありません。選び直してください。',
  date_in_future: '先の日付は入れられません。日付を確かめてください。',
  date_before_birth: '生年月日より前の日付です。どちらかを確かめてください。',
  date_out_of_order: '日付の前後が合いません。日付を確かめてください。',
  in_use: '同じ名前がすでにあります。',
  record_held:
    '保存を延ばしている方がいるため、廃棄しませんでした。延長をやめてから、もう一度お試しください。何も変わっていません。',
  term_not_over: '保存年限の中の方がいるため、廃棄しませんでした。何も変わっていません。',
  preview_outdated:
    '確かめている間に台帳が変わったため、廃棄しませんでした。何も変わっていません。もう一度、中身を確かめてください。',
  cancelled: '取りやめました。何も変わっていません。',
  file_unreadable:
    'ファイルを読めませんでした。ほかのソフト（Excelなど）で開いていたら閉じて、もう一度選んでください。',
  file_too_large: 'ファイルが大きすぎます（20MB・2万行・200列まで）。分けて保存してから選んでください。',
  file_not_a_ledger:
    '名簿として読める表（氏名の見出しと、その下の行）が見つかりません。Excelのまま、PDFのままでは読めません。名簿をExcelで「CSV」として保存したファイルを選んでください。',
  file_token_expired: 'ファイルを選んでから時間がたったか、ロックされたため、もう一度選んでください。',
  file_not_written:
    'ファイルを保存できませんでした。保存先を確かめてください。同じ名前のファイルを開いていたら閉じてください。台帳は元のままです。',
  disk_full:
    'パソコンの空きが足りず、保存できませんでした。台帳は元のままで、入力した内容も残っています。空きを作ってから、もう一度押してください。',
  paper_failed: '紙面を作れませんでした。もう一度お試しください。台帳は元のままです。',
  not_a_backup: '見守り台帳の控えのファイルではありません。名前の終わりが「.mimamori」のファイルを選んでください。',
  backup_damaged:
    'この控えは壊れているため、使いませんでした。いまの台帳には触れていません。ほかの日の控えを選んでください。',
  plan_outdated: '台帳がその間に変わったため、取り込みの確認をやり直してください。まだ何も取り込んでいません。',
  busy: 'ほかの作業の途中です。終わってから、もう一度押してください。',
  name_on_paper:
    '議題に、台帳の方のお名前が入っています。資料にはお名前をのせられません。お名前を消して保存してから、もう一度つくってください。',
  names_in_reason:
    '台帳の方のお名前と思われる言葉が入っています。だれのことか分からない集計の記録には、お名前を書けません。お名前を消して、もう一度押してください。何も変わっていません。',
  month_not_closed: 'この月は、まだしめていません。先に「月のしめ」をしてください。何も変わっていません。',
  no_tables: '選んだ表の中に、この月では出せないものがあります。表を選び直してください。何も出していません。',
  publication_outdated:
    '安全を確かめたあとに、公表の記録が変わりました。何も出していません。もう一度「安全を確認する」からやり直してください。',
  release_unfinished:
    '公表の記録には入れましたが、書き出し先のフォルダに名前をつけられませんでした。書き出し先（USBなど）をつないだまま、次に「安全を確認する」を押すと、仕上げます。',
  k_out_of_range: 'この渡し先では、その人数は選べません。人数を確かめてください。何も変わっていません。',
  month_not_over: 'この月はまだ終わっていません。月が変わってから、もう一度押してください。何も変わっていません。',
  not_next_month:
    '月のしめは、古い月から1か月ずつ、1回だけです。この月はもうしめてあるか、順番が来ていません。何も変わっていません。',
  no_package:
    'このフォルダには、地域から受け取った集計（cells.csv と facts.json）が見つかりません。地域ごとの集計が入ったフォルダを選んでください。',
  too_many_folders:
    'このフォルダの中には、フォルダや集計が多すぎて、すべては調べられませんでした。何も開いていません。集計の入ったフォルダだけを選んでください。',
  ward_not_safe:
    'まだ書き出せません。「安全を確かめる」を押して、問題がないと分かってから書き出してください。何も書き出していません。',
};

const FIELD_MESSAGES: Readonly<Record<FieldProblem, string>> = {
  required: '入力してください。',
  too_long: '長すぎます。短くしてください。',
  too_short: '短すぎます。',
  unreadable: '読み取れませんでした。書き方を確かめてください。',
  not_in_list: '一覧から選んでください。',
  in_future: '先の日付です。',
  before_birth: '生年月日より前の日付です。',
  out_of_order: 'ほかの日付と前後が合いません。',
  not_a_number: '数字を入れてください。',
  names_somebody: '台帳の方のお名前と思われる言葉が入っています。お名前を消してください。',
};

/** How much room there must be, in whole megabytes. */
const neededWords = ({ neededBytes }: Failure): string =>
  neededBytes === undefined ? '' : `（この作業には、${Math.ceil(neededBytes / 1024 ** 2)}MBの空きが要ります）`;

/** What happened, that nothing was lost, and what to do. */
export function describeFailure(failure: Failure): string {
  const message = `${ERROR_MESSAGES[failure.code]}${neededWords(failure)}`;
  return failure.incident ? `${message}（番号 ${failure.incident}）` : message;
}

/** Words for each refused field, by its dotted path. */
export function describeFields(failure: Failure): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(failure.fields ?? {}).map(([path, problem]) => [path, FIELD_MESSAGES[problem]]),
  );
}
