// Keeps the end of the audit trail in a small file beside the register, so that an older register put in its place is noticed at
// unlock. Holds a number and a hash, nothing of anybody. Never refuses anything: it warns.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Reader } from '../database/reader-writer.ts';
import { writeFileAtomically } from '../files/atomic-write.ts';
import type { Log } from '../log.ts';
import { type AuditHead, auditHashAt, auditHeadOf } from './trail-reading.queries.ts';

const NAME = 'audit-head.json';

/** A save must not wait for two more fsyncs: the file follows within this time, and at once on lock. */
const DELAY_MS = 2000;

const headSchema = z.strictObject({
  format: z.literal(1),
  sequence: z.number().int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
});

/**
 * What the register is against what was last known of it. `older`: rows that once were are not there; `different`: other rows
 * are in their place; `unknown`: the file is gone or is not what was written.
 */
export type TrailStanding = 'same' | 'older' | 'different' | 'unknown';

export interface TrailFinding {
  readonly standing: TrailStanding;
  /** Rows that are not there, for `older`. */
  readonly missing: number;
}

export interface AuditHeadKeeper {
  /** What was found at the last unlock. */
  readonly finding: TrailFinding;
  /** A register was restored on purpose: the next one that is opened is right, however old. */
  acceptAny(): void;
  /** Compares an opened register with what is known, before anything is written to it. */
  compare(reader: Reader): void;
  /** Something was committed: the file will follow. */
  follow(): void;
  /** On lock: writes where the trail ends, if anything was committed; else what is known stays, and warns again. */
  settle(reader: Reader): void;
}

/** A register that was made this moment has its first row and no file yet. */
const isNew = (known: AuditHead | null, reader: Reader) => known === null && auditHeadOf(reader).sequence <= 1;

const SAME: TrailFinding = { standing: 'same', missing: 0 };

function readHead(path: string): AuditHead | null {
  try {
    return headSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

function findingOf(known: AuditHead | null, reader: Reader): TrailFinding {
  const head = auditHeadOf(reader);
  if (!known) {
    return { standing: 'unknown', missing: 0 };
  }
  if (head.sequence < known.sequence) {
    return { standing: 'older', missing: known.sequence - head.sequence };
  }
  const isSame = known.sequence === 0 || auditHashAt(reader, known.sequence) === known.hash;
  return isSame ? SAME : { standing: 'different', missing: 0 };
}

/** @param reader the open register's, or `null` while it is locked. */
export function createAuditHeadKeeper(folder: string, reader: () => Reader | null, log: Log): AuditHeadKeeper {
  const path = join(folder, NAME);
  let finding = SAME;
  let isBehind = false;
  let timer: NodeJS.Timeout | null = null;
  const stop = () => {
    if (timer) {
      clearTimeout(timer);
      timer = null;
    }
  };
  const tryToWrite = ({ sequence, hash }: AuditHead) => {
    try {
      writeFileAtomically(path, `${JSON.stringify({ format: 1, sequence, hash })}\n`);
    } catch (error) {
      // An old head still warns of any register that is older than it.
      log.incident('audit-head', error);
    }
  };
  const write = (from: Reader) => {
    stop();
    isBehind = false;
    tryToWrite(auditHeadOf(from));
  };
  return {
    get finding() {
      return finding;
    },
    acceptAny() {
      stop();
      isBehind = false;
      tryToWrite({ sequence: 0, hash: '0'.repeat(64) });
    },
    compare(from) {
      const known = readHead(path);
      if (isNew(known, from)) {
        finding = SAME;
        write(from);
      } else {
        finding = findingOf(known, from);
      }
    },
    follow() {
      isBehind = true;
      if (timer) {
        return;
      }
      timer = setTimeout(() => {
        timer = null;
        const open = reader();
        if (open) {
          write(open);
        }
      }, DELAY_MS);
      timer.unref();
    },
    settle(from) {
      if (isBehind) {
        write(from);
      }
    },
  };
}
