// What a handler is handed, by the kind of its operation. A query cannot write because it is given nothing to write with.
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import type { Reader, Writer } from './database/reader-writer.ts';

interface Moment {
  /** Today on this machine's calendar. */
  readonly today: CalendarDate;
  /** This instant, ISO 8601 UTC. */
  readonly now: string;
}

export interface QueryContext extends Moment {
  readonly reader: Reader;
}

export interface CommandContext extends Moment {
  readonly writer: Writer;
  readonly newId: () => string;
  /** Name of the key slot that is unlocked. */
  readonly actor: string;
  /** Adds counts or codes to the audit row of this write. Never personal data. */
  readonly auditDetail: (detail: Readonly<Record<string, string | number>>) => void;
}

export interface TaskContext extends Moment {
  /** Reads from the register. @throws Refusal `locked`. */
  readonly read: <Value>(work: (context: QueryContext) => Value) => Value;
  /** Writes in one transaction with its audit row, as a command does. @throws Refusal `locked`. */
  readonly commit: <Value>(subjectId: string | null, work: (context: CommandContext) => Value) => Value;
  /** Tells the screen how far the task is. `total` 0: not known. */
  readonly progress: (done: number, total: number, step: string) => void;
}

export interface Contexts {
  readonly query: QueryContext;
  readonly command: CommandContext;
  readonly task: TaskContext;
}
