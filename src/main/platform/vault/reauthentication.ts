// Remembers for which operation the passphrase was just given again. Belongs to one unlock: a lock forgets it. Holds no passphrase.

/** So long a passphrase that was given again allows its operation. */
const GRANT_MS = 2 * 60_000;

export interface Reauthentication {
  /** The passphrase was right: the operation may be done once. */
  grant(session: object, operation: string, now: string): void;
  /**
   * Takes the grant for an operation that begins now, so that no second one begins with it.
   * @returns gives it back, for an operation that was refused or closed half-way; `null` when there is no grant.
   */
  take(session: object, operation: string, now: string): (() => void) | null;
}

export function createReauthentication(): Reauthentication {
  /** When each was given, by session and operation. */
  const grants = new WeakMap<object, Map<string, number>>();
  return {
    grant(session, operation, now) {
      const ofSession = grants.get(session) ?? new Map<string, number>();
      grants.set(session, ofSession.set(operation, Date.parse(now)));
    },
    take(session, operation, now) {
      const ofSession = grants.get(session);
      const givenAt = ofSession?.get(operation);
      if (!ofSession || givenAt === undefined) {
        return null;
      }
      ofSession.delete(operation);
      const age = Date.parse(now) - givenAt;
      // A clock that was put back does not make a grant live longer.
      if (!(age >= 0 && age <= GRANT_MS)) {
        return null;
      }
      return () => {
        if (!ofSession.has(operation)) {
          ofSession.set(operation, givenAt);
        }
      };
    },
  };
}
