// What stands behind the figure that is pointed at, always at the same place. On the screen alone: no file and no paper has it.
import { EyeOff } from 'lucide-react';
import { StatusTag } from '#renderer/ui/badge.tsx';
import type { CellWords } from './cell-words.ts';
import styles from './report-view.module.css';

export function ReadingBar({ words }: { readonly words: CellWords | null }) {
  return (
    <section aria-label="数字の中身" className={styles['reading']} data-print="hide">
      <StatusTag tone="warn" icon={EyeOff}>
        画面だけの内容・書き出されません
      </StatusTag>
      <p role="status" className={styles['readingWords']}>
        {words ? (
          <>
            <span>{words.place}</span>
            <strong className={styles['readingFigure']}>{words.figure}</strong>
            <span>{words.why}</span>
          </>
        ) : (
          <span className={styles['readingHint']}>
            表の数字にマウスを重ねるか、Tabキーと矢印キーで選ぶと、もとの件数と＊の理由がここに出ます。
          </span>
        )}
      </p>
    </section>
  );
}
