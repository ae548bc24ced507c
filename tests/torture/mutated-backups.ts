// Backups that were damaged or forged, gone back to as the screen does: none crashes, none takes the register's place, and the register
// beside them stays as it was, to the byte.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databasePath, slotsPath } from '#tests/support/raw-register.ts';
import { TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';
import { type BackupUnderTest, openBackupUnderTest } from './bit-rot.ts';
import { mutationsOf } from './mutations.ts';

export interface MutatedBackups {
  readonly backups: number;
  readonly refused: number;
  readonly crashes: number;
  /** The files of the register are not what they were. */
  readonly partial: number;
}

/** Goes back to the file; answers the code of the refusal, or `restored`. */
type Restore = (register: TestRegister, path: string) => Promise<string>;

const throughTheRouter: Restore = async (register, path) => {
  register.dialogAnswers.push(path);
  const chosen = await register.router.call('backups.chooseFile', {});
  if (!chosen.ok) {
    return chosen.error.code;
  }
  const { backup } = chosen.value as { backup: { file: string } };
  const answer = await register.router.call('backups.restore', { file: backup.file, passphrase: TEST_PASSPHRASE });
  return answer.ok ? 'restored' : answer.error.code;
};

/** The control: takes the database out of a backup as it stands, as a careless program would. */
export const restoreCarelessly =
  ({ headBytes }: Pick<BackupUnderTest, 'headBytes'>): Restore =>
  async ({ folder }, path) => {
    const bytes = readFileSync(path);
    writeFileSync(databasePath(folder), bytes.subarray(headBytes, bytes.byteLength - 32));
    return bytes.readUInt32BE(10) === headBytes - 54 ? 'backup_damaged' : 'unexpected';
  };

/** Names and contents of all that is in the register's folder. */
function stateOf(folder: string): string {
  const names = readdirSync(folder).sort().join(' ');
  const contents = [databasePath(folder), slotsPath(folder)].map((path) => readFileSync(path).toString('base64'));
  return [names, ...contents].join('\n');
}

/** Half of the damage is in the head, where most of the reading is. */
export async function restoreMutatedBackups(
  backups: number,
  restoreOf: (backup: BackupUnderTest) => Restore = () => throughTheRouter,
): Promise<MutatedBackups> {
  const backup = await openBackupUnderTest();
  const { register, whole, headBytes } = backup;
  const restore = restoreOf(backup);
  register.vault.lock();
  const before = stateOf(register.folder);
  const original = readFileSync(databasePath(register.folder));
  const sum = { backups, refused: 0, crashes: 0, partial: 0 };
  const [head, body] = [whole.subarray(0, headBytes), whole.subarray(headBytes)];
  const path = join(register.outbox, 'mutated.mimamori');
  const half = Math.ceil(backups / 2);
  const forged = function* () {
    for (const bytes of mutationsOf(head, half)) {
      yield Buffer.concat([bytes, body]);
    }
    yield* mutationsOf(whole, backups - half);
  };
  for (const bytes of forged()) {
    writeFileSync(path, bytes);
    const code = await restore(register, path).catch(() => 'unexpected');
    sum.crashes += code === 'unexpected' ? 1 : 0;
    sum.refused += code === 'unexpected' || code === 'restored' ? 0 : 1;
    if (stateOf(register.folder) !== before) {
      sum.partial += 1;
      writeFileSync(databasePath(register.folder), original);
    }
  }
  backup.close();
  return sum;
}
