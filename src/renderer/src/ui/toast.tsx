// Short messages that something was done, with 元に戻す. Stays 8 seconds, and as long as it is pointed at or focused.
import { CircleCheck, Info, TriangleAlert, Undo2, X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { classesOf } from './class-names.ts';
import styles from './toast.module.css';
import { type ToastMessage, type ToastTone, toastStore } from './toast-store.ts';

const cx = classesOf(styles);

/** Long enough to read twice and reach 元に戻す. */
const SHOWN_FOR_MS = 8000;

const ICONS = { success: CircleCheck, info: Info, warning: TriangleAlert } as const;

type ToastOptions = { readonly undo?: (() => void) | undefined; readonly tone?: ToastTone | undefined };

/** Shows a message, for example `toast('訪問を記録しました', {undo})`. Never for errors that need an answer. */
export function toast(message: string, { undo, tone = 'success' }: ToastOptions = {}): void {
  toastStore.add(message, tone, undo ?? null);
}

function Toast({ toast: { id, message, tone, undo } }: { readonly toast: ToastMessage }) {
  const [isHeld, setIsHeld] = useState(false);
  const Icon = ICONS[tone];

  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => toastStore.remove(id), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [id, isHeld]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it from going away.
    <div
      className={cx('toast', tone)}
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <Icon aria-hidden className={cx('icon')} />
      <p className={cx('message')}>{message}</p>
      {undo && (
        <button
          type="button"
          className={cx('undo')}
          onClick={() => {
            undo();
            toastStore.remove(id);
          }}
        >
          <Undo2 aria-hidden className={cx('undoIcon')} />
          元に戻す
        </button>
      )}
      <button type="button" aria-label="お知らせを閉じる" className={cx('close')} onClick={() => toastStore.remove(id)}>
        <X aria-hidden className={cx('undoIcon')} />
      </button>
    </div>
  );
}

/** Stands once in the app (UiProvider puts it there). */
export function ToastRegion() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.read, toastStore.read);
  return (
    <section
      aria-label="お知らせ"
      aria-live="polite"
      aria-relevant="additions"
      className={cx('region')}
      data-print="hide"
    >
      {toasts.map((each) => (
        <Toast key={each.id} toast={each} />
      ))}
    </section>
  );
}
