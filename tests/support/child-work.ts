// What a child process of the tests is asked to do: the border between `register-child.ts` and whoever starts it.
import type { SlotId } from '#shared/model/ids.ts';

/** How a store is spoiled on purpose, to show that the trial would notice. */
export type Fault =
  /** Says that a save is done before it is. */
  | 'acknowledged too early'
  /** Every statement is a transaction of its own. */
  | 'without transactions'
  /** SQLite does not wait for the disk. */
  | 'without fsync';

interface OnRegister {
  /** The register's folder; backups go beside it. */
  readonly folder: string;
  readonly passphrase: string;
}

export type ChildWork =
  /** Unlocks and saves from number `from` on, `count` times or until it is killed. Says `opening`, `unlocked`, `saved <n>` ..., `end`. */
  | (OnRegister & {
      readonly kind: 'save';
      readonly from: number;
      readonly count: number | null;
      readonly fault: Fault | null;
    })
  /** Says `begin`, `written <n>` after every 25 people, `closing` while the last are written, `end`. */
  | (OnRegister & { readonly kind: 'import'; readonly file: string })
  /** Goes back to the backup `file`. Says `begin` when files begin to move, `end`. */
  | (OnRegister & { readonly kind: 'restore'; readonly file: string })
  /** Makes a summary of the month safe and gives it out into `target`, until it kills itself at `dieAt`: a step, or `entered`. Says `end`. */
  | (OnRegister & {
      readonly kind: 'publish';
      readonly configFolder: string;
      readonly target: string;
      readonly month: string;
      readonly dieAt: string;
    })
  /** Removes the coordinator of `slot`. Says `begin` once the passphrase is known to be right, `end`. */
  | (OnRegister & { readonly kind: 'remove'; readonly slot: SlotId })
  /** Migrates with one migration more than the app has, `sql`. Says `begin` when it is time for the backup before it, `end`. */
  | (OnRegister & { readonly kind: 'migrate'; readonly sql: string; readonly fault: Fault | null });
