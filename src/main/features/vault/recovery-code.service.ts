// The printed recovery code from the drawing to the day it holds. Until it is confirmed it is in main's memory alone, and goes with the lock.
import type { TaskContext } from '#main/platform/contexts.ts';
import type { PaperPrinter } from '#main/platform/files/paper-printer.ts';
import type { NewId } from '#main/platform/ids.ts';
import { Refusal } from '#main/platform/refusal.ts';
import { drawCode, drawTwoGroups } from '#main/platform/vault/code-drawing.ts';
import { exchangeSlots, withKeys } from '#main/platform/vault/key-changes.ts';
import { type KeySlot, sealForCode } from '#main/platform/vault/key-slots.ts';
import { coordinatorSlots } from '#main/platform/vault/slot-file.ts';
import type { Vault } from '#main/platform/vault/vault.ts';
import type { SlotId } from '#shared/model/ids.ts';
import { foldRecoveryText, writeRecoveryCode } from '#shared/model/recovery-code.ts';

const PAPER = '/print/recovery-code';

interface DrawnCode {
  readonly code: Buffer;
  /** Sealed when it was drawn, because only then the own passphrase was there. */
  readonly slot: KeySlot;
  readonly asked: readonly [number, number];
  readonly drawnAt: string;
}

interface RecoveryParts {
  readonly vault: Vault;
  readonly printer: PaperPrinter;
  readonly newId: NewId;
}

const describe = ({ code, asked, drawnAt }: DrawnCode) => ({
  groups: [...writeRecoveryCode(code)],
  asked: [...asked],
  drawnAt,
});

/** @throws Refusal `recovery_code_not_confirmed`, naming the groups that are not those of the code. */
function assertRetyped({ code, asked }: DrawnCode, typed: readonly string[]): void {
  const groups = writeRecoveryCode(code);
  const wrong = asked.flatMap((group, at) => (foldRecoveryText(typed[at] ?? '') === groups[group] ? [] : [at]));
  if (wrong.length > 0) {
    throw new Refusal(
      'recovery_code_not_confirmed',
      Object.fromEntries(wrong.map((at) => [`groups.${at}`, 'unreadable' as const])),
    );
  }
}

export function createRecoveryCode({ vault, printer, newId }: RecoveryParts) {
  let drawn: DrawnCode | null = null;
  const forget = () => {
    drawn?.code.fill(0);
    drawn = null;
  };
  /** @throws Refusal `recovery_code_not_drawn`. */
  const held = (): DrawnCode => {
    if (!drawn) {
      throw new Refusal('recovery_code_not_drawn');
    }
    return drawn;
  };
  return {
    /** On lock, and when the key was changed: the drawn slot holds the former one. */
    forget,
    pending: () => (drawn ? describe(drawn) : null),
    /** @throws Refusal `wrong_passphrase`, `too_many_tries`, `locked`. */
    async draw(ownPassphrase: string, { now }: TaskContext) {
      forget();
      const code = drawCode();
      const owner = { id: newId() as SlotId, createdAt: now };
      const slot = await withKeys(vault, ownPassphrase, ({ file, keys }) =>
        sealForCode(file.registerId, owner, code, keys),
      );
      drawn = { code, slot, asked: drawTwoGroups(), drawnAt: now };
      return describe(drawn);
    },
    /** Through the printer's dialog alone: a file beside the register would open it for whoever finds both. @throws Refusal `paper_failed`. */
    async print({ commit }: TaskContext): Promise<{ isPrinted: boolean }> {
      held();
      const isPrinted = await printer.print(PAPER).catch(() => {
        throw new Refusal('paper_failed');
      });
      if (isPrinted) {
        commit(null, () => {});
      }
      return { isPrinted };
    },
    /** @throws Refusal `recovery_code_not_drawn`, `recovery_code_not_confirmed`. */
    async confirm(typed: readonly string[], { commit }: TaskContext): Promise<void> {
      const confirmed = held();
      assertRetyped(confirmed, typed);
      await exchangeSlots(
        vault,
        (file) => {
          if (drawn !== confirmed) {
            throw new Refusal('recovery_code_not_drawn');
          }
          return [...coordinatorSlots(file), confirmed.slot];
        },
        (change) => commit(null, change),
      );
      forget();
    },
  };
}

export type RecoveryCode = ReturnType<typeof createRecoveryCode>;
