// Carries what is typed in one form into the register every two seconds, and out of it again. Never writes what has not changed.
import type { DraftKey } from '#shared/model/draft-key.ts';
import { call } from './client.ts';

/** The most that a sudden end may cost. */
const EVERY_MS = 2000;

export interface DraftKeeper {
  /** What is kept already. */
  begin(body: string): void;
  /** What is on screen now; `null`: nothing that would be lost. */
  note(body: string | null): void;
  /** Writes at once what is not kept yet. False when it could not be kept. */
  flush(): Promise<boolean>;
}

export function createDraftKeeper(key: DraftKey): DraftKeeper {
  let kept: string | null = null;
  let wanted: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = async (): Promise<boolean> => {
    clearTimeout(timer);
    timer = undefined;
    if (wanted === kept) {
      return true;
    }
    const before = kept;
    const body = wanted;
    kept = body;
    try {
      await (body === null ? call('drafts.discard', { key }) : call('drafts.keep', { key, body }));
      return true;
    } catch {
      kept = kept === body ? before : kept;
      return false;
    }
  };

  return {
    flush,
    begin(body) {
      kept = body;
      wanted = body;
    },
    note(body) {
      wanted = body;
      if (wanted !== kept) {
        timer ??= setTimeout(() => void flush(), EVERY_MS);
      }
    },
  };
}
