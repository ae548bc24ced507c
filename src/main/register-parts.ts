// What a register is built from: places, clock, chance, and what the operating system does for it. Types alone.
import type { RegisterEvent } from '#shared/contract/events.ts';
import type { Clock } from './platform/clock.ts';
import type { FileChooser } from './platform/files/file-chooser.ts';
import type { PaperPrinter } from './platform/files/paper-printer.ts';
import type { NewId } from './platform/ids.ts';
import type { Log } from './platform/log.ts';
import type { KeyDerivationCost } from './platform/vault/key-slots.ts';
import type { Place } from './platform/vault/usual-places.ts';

export interface RegisterParts {
  /** Folder that holds the register's files. */
  readonly folder: string;
  /** Folder for its backups; not inside the register's own. */
  readonly backupFolder: string;
  /** Folder of the small file that remembers where the register is; not inside the register's own. */
  readonly configFolder: string;
  /** Where to look for a register or a backup when none is where it should be. */
  readonly places: () => readonly Place[];
  readonly clock: Clock;
  readonly newId: NewId;
  readonly cost: KeyDerivationCost;
  readonly chooser: FileChooser;
  readonly printer: PaperPrinter;
  readonly log: Log;
  readonly emit: (event: RegisterEvent) => void;
  readonly appVersion: string;
  /** How long making a publication safe may take, and where the file of its thread is; the library's own words when none are said. */
  readonly protectOptions?: { readonly timeoutMs?: number; readonly workerFile?: URL };
}
