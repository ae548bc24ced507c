// The moments at which a backup must stand before something happens: an import, a migration. And a backup from a newer version.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackups } from '#main/platform/backup/backups.ts';
import { readContainer } from '#main/platform/backup/container.ts';
import { migrations } from '#main/platform/database/migrations.ts';
import { schemaVersionOf } from '#main/platform/database/migrator.ts';
import { createLog } from '#main/platform/log.ts';
import type { SnapshotSource } from '#main/platform/vault/keyring.ts';
import { createRegisterFiles } from '#main/platform/vault/register-files.ts';
import { Vault } from '#main/platform/vault/vault.ts';
import { chooseBackup, enter, namesAfterUnlock, newestBackup } from '#tests/support/backups.ts';
import { apply, LEDGERS, openLedgerAt, plan } from '#tests/support/ledger-import.ts';
import { openRaw } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const NEXT = { version: 2, name: 'trial', sql: 'CREATE TABLE trial (id TEXT) STRICT;', deletesFrom: [] };
const NOW = '2026-10-16T03:00:00.000Z';

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister();
  await enter(register, '架空 前');
});
afterEach(() => register.close());

const newest = async () => (await register.ok('backups.list', {})).backups[0];

/** The same register in the hands of the next version of the app. */
function nextVersion(beforeMigration: (source: SnapshotSource) => void): Vault {
  return new Vault({
    files: createRegisterFiles(register.folder),
    cost: { memoryKib: 65_536, iterations: 1, parallelism: 1 },
    migrations: [...migrations, NEXT],
    now: () => NOW,
    newId: () => crypto.randomUUID(),
    tries: { waitUntil: () => null, guard: (attempt) => attempt() },
    furnish: () => {},
    onLocking: () => {},
    onChange: () => {},
    beforeClose: (source) => backups().tryToKeep(source, 'on_close'),
    beforeMigration,
  });
}

const backups = () =>
  createBackups({
    folder: register.backupFolder,
    now: () => NOW,
    appVersion: '9.9.9',
    log: createLog(
      () => {},
      () => NOW,
    ),
  });

async function schemaVersion(): Promise<number> {
  const connection = await openRaw(register.folder);
  try {
    return schemaVersionOf(connection);
  } finally {
    connection.close();
  }
}

describe('a backup', () => {
  it('stands before an import, with those who were in the register until then', async () => {
    const ledger = await openLedgerAt(register, join(LEDGERS, 'excel-cp932.csv'));
    await plan(register, ledger);
    expect(await newest()).toBeUndefined();
    await apply(register, ledger);
    expect(await newest()).toMatchObject({ reason: 'before_import', counts: { people: 1 } });
  });

  it('stands before a migration, and an older version refuses to go back to one that was made after it', async () => {
    register.vault.lock();
    rmSync(register.backupFolder, { recursive: true });
    const vault = nextVersion((source) => backups().keep(source, 'before_migration'));
    await vault.unlock(TEST_PASSPHRASE);
    expect(schemaVersionOf(vault.source.connection)).toBe(2);
    expect(readContainer(newestBackup(register)).header).toMatchObject({
      reason: 'before_migration',
      schemaVersion: 1,
    });
    rmSync(register.backupFolder, { recursive: true });
    const { container } = backups().keep(vault.source, 'by_hand');
    vault.lock();
    expect(container.header).toMatchObject({ schemaVersion: 2, people: 1 });

    const older = await openTestRegister({ isEmpty: true });
    const file = await chooseBackup(older, container.path);
    expect(await older.refused('backups.restore', { file, passphrase: TEST_PASSPHRASE })).toBe('newer_schema');
    expect((await older.ok('vault.status', {})).state).toBe('missing');
    older.close();
  });

  it('that cannot be made stops the migration, and the register stays as it was', async () => {
    register.vault.lock();
    const vault = nextVersion(() => {
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    });
    await expect(vault.unlock(TEST_PASSPHRASE)).rejects.toThrow('no space');
    expect(vault.state).toBe('locked');
    expect(await schemaVersion()).toBe(1);
    expect(await namesAfterUnlock(register)).toEqual(['架空 前']);
  });
});
