// Holds the short messages on screen. Knows nothing of how they look.

export type ToastTone = 'success' | 'info' | 'warning';

export type ToastMessage = {
  readonly id: number;
  readonly message: string;
  readonly tone: ToastTone;
  readonly undo: (() => void) | null;
};

let messages: readonly ToastMessage[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function replace(next: readonly ToastMessage[]): void {
  messages = next;
  for (const listener of listeners) listener();
}

/** At most this many at once; the oldest goes first. */
const MAX_SHOWN = 3;

export const toastStore = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: (): readonly ToastMessage[] => messages,
  add: (message: string, tone: ToastTone, undo: (() => void) | null): number => {
    const id = nextId;
    nextId += 1;
    replace([...messages, { id, message, tone, undo }].slice(-MAX_SHOWN));
    return id;
  },
  remove: (id: number): void => replace(messages.filter((each) => each.id !== id)),
  clear: (): void => replace([]),
} as const;
