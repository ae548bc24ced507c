// Remembers which runs of writes the audit trail already tells of, so that a text kept every two seconds is one row and not hundreds.
// Forgets everything with the session; never spares the row of a write that is not part of a run.

/** One row covers the writes of its run for so long. */
const RUN_MS = 10 * 60_000;

export interface AuditRuns {
  /** A row of this run, not older than ten minutes, stands in the trail of this session. */
  covers(session: object, run: string, now: string): boolean;
  /** The row was committed. */
  begin(session: object, run: string, now: string): void;
  /** Another write of the feature was committed: what comes after it is told anew. */
  end(session: object, feature: string): void;
}

export function createAuditRuns(): AuditRuns {
  const begun = new WeakMap<object, Map<string, number>>();
  return {
    covers(session, run, now) {
      const since = begun.get(session)?.get(run);
      const age = since === undefined ? Number.NaN : Date.parse(now) - since;
      return age >= 0 && age < RUN_MS;
    },
    begin(session, run, now) {
      const runs = begun.get(session) ?? new Map<string, number>();
      begun.set(session, runs.set(run, Date.parse(now)));
    },
    end(session, feature) {
      const runs = begun.get(session);
      for (const run of runs?.keys() ?? []) {
        if (run.startsWith(`${feature}.`)) {
          runs?.delete(run);
        }
      }
    },
  };
}
