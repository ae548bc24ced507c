// What the tests of the backups share: where they are, and a register with people in it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildPerson } from './builders.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from './test-register.ts';

export const backupFiles = (folder: string): readonly string[] =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));

/** The newest backup's path. */
export function newestBackup(register: TestRegister): string {
  const path = backupFiles(register.backupFolder).at(-1);
  if (path === undefined) {
    throw new Error('there is no backup');
  }
  return path;
}

export const enter = (register: TestRegister, name: string) =>
  register.ok('people.register', { person: buildPerson({ name }), consent: null });

export const namesIn = async (register: TestRegister) =>
  (await register.ok('people.list', {})).map(({ name }) => name).sort();

/** Names after unlocking; leaves it locked. */
export async function namesAfterUnlock(register: TestRegister, passphrase = TEST_PASSPHRASE) {
  await register.ok('vault.unlock', { passphrase });
  const names = await namesIn(register);
  register.vault.lock();
  return names;
}

/** Chooses a file in the dialog and answers its token. */
export async function chooseBackup(register: TestRegister, path: string) {
  register.dialogAnswers.push(path);
  const chosen = await register.ok('backups.chooseFile', {});
  if (chosen === null) {
    throw new Error('the dialog was closed');
  }
  return chosen.backup.file;
}

/** A register with one person, one backup of it, and one person more that the backup does not know. Unlocked. */
export async function registerWithBackup(): Promise<TestRegister> {
  const register = await openTestRegister();
  await enter(register, '架空 前');
  await register.ok('backups.make', {});
  await enter(register, '架空 後');
  return register;
}
