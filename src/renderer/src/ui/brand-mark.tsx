// The mark of the app: a house whose window is lit.
import styles from './brand-mark.module.css';

export function BrandMark({ size = 'small' }: { readonly size?: 'small' | 'large' }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={styles[size]}>
      <path
        className={styles['house']}
        d="M14.7 2.3a2 2 0 0 1 2.6 0l12.4 10.6c1.1 1 .5 2.9-1 2.9h-1.2V26a3.2 3.2 0 0 1-3.2 3.2H7.7A3.2 3.2 0 0 1 4.5 26V15.800H3.300c-1.500 0-2.100-1.900-1-2.900z"
      />
      <rect className={styles['window']} x="9" y="13.500" width="14" height="11" rx="1.500" />
      <path className={styles['bars']} d="M16 13.500v11M9 19h14" />
    </svg>
  );
}
