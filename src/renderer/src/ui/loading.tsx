// Something is being fetched. Appears only after a moment, so that quick answers don't flicker.
import { LoaderCircle } from 'lucide-react';
import styles from './loading.module.css';

export function Loading({ label = '読み込んでいます' }: { readonly label?: string }) {
  return (
    <p role="status" className={styles['loading']}>
      <LoaderCircle aria-hidden className={styles['icon']} />
      {label}
    </p>
  );
}
