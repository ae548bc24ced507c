// Carries the question who is there from a call that main refused to the one dialog that asks it, and its answer back. Sees no passphrase.
import { useSyncExternalStore } from 'react';
import type { OperationName } from '#shared/contract/index.ts';

export interface ReauthenticationRequest {
  readonly operation: OperationName;
  /** Ends the question: the operation is repeated, or given up. */
  readonly settle: (isConfirmed: boolean) => void;
}

let waiting: readonly ReauthenticationRequest[] = [];
const listeners = new Set<() => void>();

function replace(next: readonly ReauthenticationRequest[]): void {
  waiting = next;
  for (const listener of listeners) {
    listener();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      for (const { settle } of waiting) {
        settle(false);
      }
    }
  };
}

/** False when the question was closed, or when no dialog is there to ask it. */
export function confirmWhoIsThere(operation: OperationName): Promise<boolean> {
  if (listeners.size === 0) {
    return Promise.resolve(false);
  }
  return new Promise((resolve) => {
    const request: ReauthenticationRequest = {
      operation,
      settle: (isConfirmed) => {
        replace(waiting.filter((other) => other !== request));
        resolve(isConfirmed);
      },
    };
    replace([...waiting, request]);
  });
}

/** The question that waits longest; null when there is none. */
export function useReauthenticationRequest(): ReauthenticationRequest | null {
  return useSyncExternalStore(subscribe, () => waiting[0] ?? null);
}
