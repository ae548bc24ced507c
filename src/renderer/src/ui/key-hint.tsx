// Shows a keyboard shortcut. Only shows: the shortcut itself is bound elsewhere.
import styles from './key-hint.module.css';

type KeyHintProps = {
  /** For example `Ctrl+K` or `1`. */
  readonly keys: string;
};

export function KeyHint({ keys }: KeyHintProps) {
  return (
    <span className={styles['keys']}>
      {keys.split('+').map((key) => (
        <kbd key={key} className={styles['key']}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
