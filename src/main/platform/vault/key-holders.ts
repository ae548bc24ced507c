// Who holds a key to the register, read from its slots, for papers and screens. The one place that turns slots into words; no key passes here.
import type { KeyHolder } from '#shared/contract/loss.contract.ts';
import type { SlotFile } from './slot-file.ts';

const KIB_PER_MIB = 1024;

/** In the order in which the slots were made. */
export function keyHoldersOf({ slots }: SlotFile): readonly KeyHolder[] {
  return slots.map((slot) => {
    if (slot.kind === 'recovery') {
      return { name: '回復用コード', kind: slot.kind, since: slot.createdAt, derivation: null };
    }
    const { coordinator, kind, createdAt, kdf } = slot;
    const { memoryKib, iterations, parallelism } = kdf;
    const derivation = { memoryMib: Math.round(memoryKib / KIB_PER_MIB), iterations, parallelism };
    return { name: coordinator, kind, since: createdAt, derivation };
  });
}
