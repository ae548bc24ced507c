// Which forms are on screen, and how to write down at once what is typed in them. Holds no text.
import type { DraftKey } from '#shared/model/draft-key.ts';
import { onRegisterEvent } from './client.ts';

type Flush = () => Promise<boolean>;

const forms = new Map<Flush, DraftKey>();
const listeners = new Set<() => void>();
let keys: readonly DraftKey[] = [];

function tell(): void {
  keys = [...forms.values()];
  for (const listener of listeners) {
    listener();
  }
}

/** For `useSyncExternalStore`. */
export const openForms = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  keys: () => keys,
};

/** Answers how to take the form off again. */
export function openForm(key: DraftKey, flush: Flush): () => void {
  forms.set(flush, key);
  const onClosing = () => void flush();
  window.addEventListener('beforeunload', onClosing);
  const stop = onRegisterEvent((event) => {
    if (event.type === 'auto_lock_warning') {
      void flush();
    }
  });
  tell();
  return () => {
    stop();
    window.removeEventListener('beforeunload', onClosing);
    forms.delete(flush);
    tell();
  };
}

/** Before the register is locked. False when something typed could not be kept. */
export async function keepAllDrafts(): Promise<boolean> {
  const answers = await Promise.all([...forms.keys()].map((flush) => flush()));
  return answers.every(Boolean);
}
