// Makes whoever guesses at the screen wait: after five wrong passphrases or codes longer and longer, across restarts too. One try at a
// time. Holds no passphrase; against a copy of the files stands Argon2id alone.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../files/atomic-write.ts';
import { Refusal } from '../refusal.ts';

const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 30 * 60_000;

const stateSchema = z.strictObject({
  format: z.literal(1),
  wrong: z.number().int().min(0).max(1_000_000),
  /** Instant of the last wrong one. */
  lastAt: z.iso.datetime(),
});

type State = z.output<typeof stateSchema>;

/** Milliseconds to wait after so many wrong tries in a row. */
export function waitAfter(wrong: number): number {
  return wrong < FREE_TRIES ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT_MS);
}

export interface WrongTries {
  /** Instant until which nothing is looked at; `null`: now is fine. */
  waitUntil(): string | null;
  /**
   * Runs `attempt` unless one must wait. It counts as wrong before its answer is known, so that ending the app half-way wins nothing.
   * @param attempt answers `null` for a wrong passphrase or code; what it throws counts neither way.
   * @throws Refusal `too_many_tries`.
   */
  guard<Value>(attempt: () => Promise<Value | null>): Promise<Value | null>;
}

function readState(path: string): State | null {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** A full disk must not keep anybody out of the register: the count then holds in memory alone. */
function tryToStore(path: string, state: State | null): void {
  try {
    if (state === null) {
      rmSync(path, { force: true });
    } else {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileAtomically(path, `${JSON.stringify(state)}\n`);
    }
  } catch {
    // Said above.
  }
}

export function createWrongTries(path: string, now: () => string): WrongTries {
  let state = readState(path);
  let queue: Promise<unknown> = Promise.resolve();
  const put = (next: State | null) => {
    state = next;
    tryToStore(path, next);
  };
  const waitUntil = () => {
    const wait = waitAfter(state?.wrong ?? 0);
    if (!state || wait === 0) {
      return null;
    }
    const here = Date.parse(now());
    if (Date.parse(state.lastAt) > here) {
      // The clock was turned back: the wait begins anew, and once only.
      put({ ...state, lastAt: now() });
    }
    const until = Date.parse(state.lastAt) + wait;
    return until > here ? new Date(until).toISOString() : null;
  };
  const run = async <Value>(attempt: () => Promise<Value | null>): Promise<Value | null> => {
    if (waitUntil() !== null) {
      throw new Refusal('too_many_tries');
    }
    const before = state;
    put({ format: 1, wrong: (before?.wrong ?? 0) + 1, lastAt: now() });
    try {
      const value = await attempt();
      if (value !== null) {
        put(null);
      }
      return value;
    } catch (error) {
      put(before);
      throw error;
    }
  };
  return {
    waitUntil,
    guard(attempt) {
      const result = queue.then(() => run(attempt));
      queue = result.catch(() => {});
      return result;
    },
  };
}
