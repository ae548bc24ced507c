// Every form of the app. Never submits while a conversion is open, never twice at once, and shows what went wrong.
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { isPlainEnter, useFormComposition } from './composition.ts';
import { ERROR_SUMMARY_ATTRIBUTE } from './error-summary.tsx';
import styles from './form.module.css';

type FormProps = {
  /** Resolves to false (or rejects) when nothing was saved; then the error summary gets the focus. */
  readonly onSubmit: () => undefined | boolean | Promise<undefined | boolean> | Promise<void>;
  readonly children: ReactNode;
  readonly 'aria-label'?: string;
  readonly id?: string;
  /** Enter in a one-line box submits unless this is set; Ctrl+Enter always does. */
  readonly keepsEnter?: boolean;
};

function focusErrorSummary(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>(`[${ERROR_SUMMARY_ATTRIBUTE}]`)?.focus();
}

export function Form({ onSubmit, children, keepsEnter = false, ...rest }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const isRunning = useRef(false);
  const [isPending, setIsPending] = useState(false);
  const { handlers, isSubmitFromComposition } = useFormComposition();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (isSubmitFromComposition() || isRunning.current) return;
    isRunning.current = true;
    setIsPending(true);
    let isSaved = false;
    try {
      isSaved = (await onSubmit()) !== false;
    } finally {
      isRunning.current = false;
      setIsPending(false);
      if (!isSaved) requestAnimationFrame(() => focusErrorSummary(form.current));
    }
  };

  // On the way down: some controls keep the key to themselves, and a focused button would take it for its own press.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    handlers.onKeyDownCapture(event);
    if (!isPlainEnter(event) || !event.ctrlKey) return;
    event.preventDefault();
    event.stopPropagation();
    form.current?.requestSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainEnter(event) || event.ctrlKey) return;
    if (keepsEnter && event.target instanceof HTMLInputElement) event.preventDefault();
  };

  return (
    <form
      {...rest}
      {...handlers}
      ref={form}
      onSubmit={submit}
      onKeyDownCapture={onKeyDownCapture}
      onKeyDown={onKeyDown}
      aria-busy={isPending}
      noValidate
      autoComplete="off"
      className={styles['form']}
    >
      {children}
    </form>
  );
}
