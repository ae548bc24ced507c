// The one publication that is being made safe, or is safe and waits to be given out. In memory alone; gone with the lock.
import type { PublicationRecord, TidyFiles } from '#main/disclosure-control/publication-model.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { ProfileId, Report } from '#shared/contract/report-shape.ts';
import type { CalendarMonth } from '#shared/model/calendar-date.ts';

export interface Prepared {
  readonly id: string;
  readonly month: CalendarMonth;
  readonly profile: ProfileId;
  /** With what is known only inside: the screen's. */
  readonly report: Report;
  readonly record: PublicationRecord;
  readonly files: TidyFiles;
}

export interface Preparation {
  /** Drops what was there, stops what is under way, and begins anew. */
  begin(): AbortSignal;
  /** Keeps an outcome, unless another one was begun meanwhile. */
  keep(prepared: Prepared, signal: AbortSignal): boolean;
  /** @throws Refusal `not_found` */
  get(preparedId: string): Prepared;
  cancel(): void;
  /** On lock, and when it was given out. */
  forget(): void;
}

export function createPreparation(): Preparation {
  let underWay: AbortController | null = null;
  let prepared: Prepared | null = null;
  const cancel = (): void => {
    underWay?.abort();
    underWay = null;
  };
  const forget = (): void => {
    cancel();
    prepared = null;
  };
  return {
    cancel,
    forget,
    begin() {
      forget();
      underWay = new AbortController();
      return underWay.signal;
    },
    keep(outcome, signal) {
      if (signal.aborted) return false;
      prepared = outcome;
      underWay = null;
      return true;
    },
    get(preparedId) {
      if (prepared?.id !== preparedId) throw new Refusal('not_found');
      return prepared;
    },
  };
}
