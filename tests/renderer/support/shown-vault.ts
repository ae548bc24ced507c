// The vault's answers for renderer tests: an invented register with two coordinators.
import type { OperationOf } from '#shared/contract/index.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import { slotIdSchema } from '#shared/model/ids.ts';

export type VaultStatus = OutputOf<OperationOf<'vault.status'>>;

const slotOf = (number: number) => slotIdSchema.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

export const HANAKO = { slot: slotOf(1), name: '見本 花子' };
export const TARO = { slot: slotOf(2), name: '見本 太郎' };

export const statusWith = (changes: Partial<VaultStatus> = {}): VaultStatus => ({
  state: 'locked',
  coordinators: [HANAKO],
  unlockedBy: null,
  lastSlot: null,
  recoveryCodeSince: '2026-10-15T03:00:00.000Z',
  waitUntil: null,
  autoLockMinutes: 10,
  appVersion: '0.1.0',
  ...changes,
});
