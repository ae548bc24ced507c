// Step 1: choose the file. Says which files fit, and that choosing writes nothing.
import { FileSpreadsheet } from 'lucide-react';
import { Button } from '#renderer/ui/button.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { classesOf } from '#renderer/ui/class-names.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import styles from './import.module.css';

const cx = classesOf(styles);

export function ChooseStep({ onChoose }: { readonly onChoose: () => void }) {
  return (
    <Stack>
      <Panel title="Excelの名簿を取り込みます">
        <Stack>
          <ol className={cx('howTo')}>
            <li>Excelで名簿を開き、「名前を付けて保存」で種類を「CSV（コンマ区切り）」にして保存します。</li>
            <li>下のボタンで、そのファイルを選びます。</li>
            <li>列と中身を確かめてから、台帳に入れます。</li>
          </ol>
          <div>
            <Button variant="primary" size="large" icon={FileSpreadsheet} onPress={onChoose} autoFocus>
              ファイルを選ぶ
            </Button>
          </div>
        </Stack>
      </Panel>
      <Notice title="選んだだけでは、台帳には何も書きません。">
        最後に「取り込む」を押すまで、何度でもやり直せます。もとのExcelのファイルも変わりません。
        列の名前や並びは自由です。入れる項目のない列は、備考に残します。
      </Notice>
    </Stack>
  );
}
