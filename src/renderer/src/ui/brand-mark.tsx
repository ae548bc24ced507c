// The mark of the app: a house whose window is lit.
import styles from './brand-mark.module.css';

export function BrandMark({ size = 'small' }: { readonly size?: 'small' | 'large' }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={styles[size]}>
      <path
        className={styles['house']}
        d="M16 2.6 2.9 13.2a1.6 1.6 0 0 0 1 2.8H5.5v11A2.5 2.5 0 0 0 8 29.5h16a2.5 2.5 0 0 0 2.5-2.5V16h1.6a1.6 1.6 0 0 0 1-2.8z"
      />
      <path
        className={styles['window']}
        d="M11.5 15.5h9a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1z"
      />
      <path className={styles['bars']} d="M16 15.5v8M10.5 19.5h11" />
    </svg>
  );
}
