// How much of a table would be ＊: in words, and as a small bar beside them. The bar alone says nothing.
import { classesOf } from '#renderer/ui/class-names.ts';
import { isMuch, percentOf, shareWords } from './pack.ts';
import styles from './share-bar.module.css';

const cx = classesOf(styles);

export function ShareBar({ share }: { readonly share: number | null }) {
  return (
    <span className={cx('share', isMuch(share) && 'much')}>
      <span className={cx('words')}>{shareWords(share)}</span>
      {share !== null && (
        <span aria-hidden className={cx('track')}>
          <span className={cx('fill')} style={{ width: `${percentOf(share)}%` }} />
        </span>
      )}
    </span>
  );
}
