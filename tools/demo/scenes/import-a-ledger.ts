// The import of a ledger as Excel saves it, with what real ledgers have: odd dates, lost zeros, twins, a total row. Invented people.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { Stage } from '../stage.ts';

/** Who is in it: not to be found afterwards anywhere but in the register. */
export const LEDGER_NAMES = ['架空 いち子', '架空 二郎', '架空 三江', '髙橋 見本', '高橋 見本'];

const LEDGER = `№,地域,氏名,ふりがな,性別,生年月日,住所,建物・部屋,電話,世帯,介護度,同意,同意日,頻度,最終訪問,備考
1,堀江,架空 いち子,かくう いちこ,女,S12.3.4,南堀江1-6-5,見本ハイツ802,0000-1111,独居,要介護1,○,R5.6.1,月1,10/5,犬がいます
2,堀江,架空 二郎,かくう じろう,男,昭和64年2月1日,北堀江２丁目９－１８,,06(0000)2222,夫婦,支1,同意,,週1,R8.9.30,=SUM(A1:A9)
3,〃,架空 三江,かくう みつえ,女,19400601,北堀江1-2-3,見本ハイツ101,,8050,,×,,３ヶ月,,
4,日吉,髙橋 見本,たかはし みほん,男,2050/1/1,千代崎3-13-25,,90-0000-3333,同居,要介護２,未回答,,年1,,耳が遠い
,日吉,高橋 見本,たかはし みほん,男,2050/1/1,千代崎3-13-25,,90-0000-3333,同居,要介護２,未回答,,年1,,重複?
,,,,,,,,,,,,,,,
合計,5,,,,,,,,,,,,,,
`;

export async function importALedger({ app, page, goTo, picture, scratch }: Stage): Promise<void> {
  const file = join(scratch, 'ledger.csv');
  writeFileSync(file, iconv.encode(LEDGER.replaceAll('\n', '\r\n'), 'cp932'));
  try {
    await goTo('取り込み');
    await picture('import-choose');
    await app.answerDialogs({ paths: [file] });
    await page.getByRole('button', { name: 'ファイルを選ぶ' }).click();
    await page.getByRole('table').first().waitFor();
    await picture('import-columns');
    await page.getByRole('button', { name: '次へ（中身を確かめる）' }).click();
    await page.getByText('新しい方').first().waitFor();
    await picture('import-check');
    await page.getByRole('button', { name: '次へ（取り込む）' }).click();
    await page.getByRole('button', { name: '取り込む', exact: true }).click();
    await page.getByRole('button', { name: '別の名簿を取り込む' }).waitFor();
    await picture('import-done');
  } finally {
    rmSync(file, { force: true });
  }
}
