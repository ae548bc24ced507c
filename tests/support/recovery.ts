// What the tests of a register that is damaged or gone share: one with a backup, shut, what is said of it, and the next start.
import { registerWithBackup } from './backups.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from './test-register.ts';

/** Both people of `registerWithBackup`, in the order of `namesIn`. */
export const BOTH = ['架空 前', '架空 後'].sort();

export async function lockedRegisterWithBackup(): Promise<TestRegister> {
  const register = await registerWithBackup();
  register.vault.lock();
  return register;
}

export const statusOf = (register: TestRegister) => register.ok('recovery.status', {});
export const conditionOf = async (register: TestRegister) => (await statusOf(register)).condition;
export const tryToUnlock = ({ router }: TestRegister) => router.call('vault.unlock', { passphrase: TEST_PASSPHRASE });

/** The next start on the same folders. */
export const startAgain = ({ folder, backupFolder, configFolder }: TestRegister) =>
  openTestRegister({ folder, backupFolder, configFolder });
