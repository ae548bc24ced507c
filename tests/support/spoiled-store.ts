// Stores that are broken on purpose: a trial that finds nothing wrong in them would find nothing anywhere.
import type { Vault } from '#main/platform/vault/vault.ts';
import type { Fault } from './child-work.ts';

/** Spoils an open register until it is locked. */
export function spoilStore(vault: Vault, fault: Fault | null): void {
  if (fault === 'without transactions') {
    const { session } = vault;
    const writer = session.transaction((each) => each);
    Object.assign(session, { transaction: (work: (each: typeof writer) => unknown) => work(writer) });
  } else if (fault === 'without fsync') {
    vault.source.connection.pragma('synchronous=OFF');
  }
}
