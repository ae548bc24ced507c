// Who holds a key to the register, read from its slots, for papers and screens. The one place that knows the kinds of slots; no key passes here.
import type { KeyHolder } from '#shared/contract/loss.contract.ts';
import type { SlotFile } from './key-slots.ts';

const KIB_PER_MIB = 1024;

/** In the order in which the slots were made. */
export function keyHoldersOf({ slots }: SlotFile): readonly KeyHolder[] {
  return slots.map(({ coordinator, kind, createdAt, kdf }) => ({
    name: coordinator,
    kind,
    since: createdAt,
    derivation: {
      memoryMib: Math.round(kdf.memoryKib / KIB_PER_MIB),
      iterations: kdf.iterations,
      parallelism: kdf.parallelism,
    },
  }));
}
