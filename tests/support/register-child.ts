// The program of a child process that works on a register until it ends or is killed; says each step in a line on its standard output,
// written before it goes on. Bundled and started by `child-process.ts`; never run in the test's own process.
import { writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createBackups } from '#main/platform/backup/backups.ts';
import { migrations } from '#main/platform/database/migrations.ts';
import { randomId } from '#main/platform/ids.ts';
import { createLog } from '#main/platform/log.ts';
import { createRegisterFiles } from '#main/platform/vault/register-files.ts';
import { Vault } from '#main/platform/vault/vault.ts';
import { createRegister, type Register } from '#main/register.ts';
import type { RegisterEvent } from '#shared/contract/events.ts';
import type { Ledger } from '#shared/contract/transfer.contract.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import type { ChildWork } from './child-work.ts';
import { SAVES_A_PERSON, saveOf } from './numbered-saves.ts';
import { spoilStore } from './spoiled-store.ts';

const NOW = '2026-10-16T03:00:00.000Z';
const COST = { memoryKib: 65_536, iterations: 1, parallelism: 1 };

type Work<Kind extends ChildWork['kind']> = Extract<ChildWork, { kind: Kind }>;

const say = (line: string) => void writeSync(1, `${line}\n`);
const silent = createLog(
  () => {},
  () => '',
);
const backupFolderOf = (folder: string) => join(dirname(folder), 'backups');

function openRegister(folder: string, file: string, emit: (event: RegisterEvent) => void): Register {
  const answer = async () => file;
  return createRegister({
    folder,
    backupFolder: backupFolderOf(folder),
    clock: { today: () => asCalendarDate('2026-10-16'), now: () => NOW },
    newId: randomId,
    cost: COST,
    chooser: {
      chooseToOpen: answer,
      chooseToSave: answer,
      chooseFolder: answer,
      reveal: async () => {},
      open: async () => {},
    },
    printer: { printToPdf: async () => new Uint8Array() },
    log: silent,
    emit,
    appVersion: '0.0.0-test',
  });
}

async function call<Value>({ router }: Register, name: string, input: unknown): Promise<Value> {
  const envelope = await router.call(name, input);
  if (!envelope.ok) {
    throw new Error(`${name} ${envelope.error.code}`);
  }
  return envelope.value as Value;
}

async function save({ folder, passphrase, from, count, fault }: Work<'save'>): Promise<void> {
  const register = openRegister(folder, '', () => {});
  say('opening');
  await call(register, 'vault.unlock', { passphrase });
  spoilStore(register.vault, fault);
  say('unlocked');
  let personId: PersonId | null = null;
  for (let n = from; count === null || n < from + count; n += 1) {
    const { operation, input } = saveOf(n, personId);
    if (fault === 'acknowledged too early') {
      say(`saved ${n}`);
    }
    const answer: { readonly personId?: PersonId } = await call(register, operation, input);
    if (fault !== 'acknowledged too early') {
      say(`saved ${n}`);
    }
    personId = n % SAVES_A_PERSON === 0 ? (answer.personId ?? null) : personId;
  }
}

async function importLedger({ folder, passphrase, file: path }: Work<'import'>): Promise<void> {
  const register = openRegister(folder, path, (event) => {
    if (event.type === 'progress' && event.operation === 'transfer.applyImport' && event.done > event.total - 25) {
      say(event.done === event.total ? 'committed' : 'closing');
    }
  });
  await call(register, 'vault.unlock', { passphrase });
  const { file, columns } = await call<Ledger>(register, 'transfer.openLedger', {});
  const mapping = columns.map(({ field }) => field);
  await call(register, 'transfer.planImport', { file, mapping });
  say('begin');
  await call(register, 'transfer.applyImport', { file, mapping, decisions: [] });
}

async function restore({ folder, passphrase, file }: Work<'restore'>): Promise<void> {
  // The passphrase takes most of the time and changes nothing: the clock starts when the files begin to move.
  const register = openRegister(folder, file, (event) => event.type === 'progress' && say('begin'));
  const { backup } = await call<{ backup: { file: string } }>(register, 'backups.chooseFile', {});
  await call(register, 'backups.restore', { file: backup.file, passphrase });
}

async function migrate({ folder, passphrase, sql, fault }: Work<'migrate'>): Promise<void> {
  const backups = createBackups({
    folder: backupFolderOf(folder),
    now: () => NOW,
    appVersion: '0.0.0-test',
    log: silent,
  });
  const trial = { version: migrations.length + 1, name: 'trial', sql, deletesFrom: [] };
  const vault = new Vault({
    files: createRegisterFiles(folder),
    cost: COST,
    migrations: [...migrations, trial],
    now: () => NOW,
    newId: randomId,
    furnish: () => {},
    onLocking: () => {},
    onChange: () => {},
    beforeClose: () => {},
    beforeMigration: (source) => {
      say('begin');
      backups.keep(source, 'before_migration');
      if (fault === 'without transactions') {
        // Each statement of the migration is on the disk before the next begins.
        for (const statement of sql.split(';').slice(0, -1)) {
          source.connection.exec(statement);
        }
      }
    },
  });
  await vault.unlock(passphrase);
}

async function perform(work: ChildWork): Promise<void> {
  switch (work.kind) {
    case 'save':
      return save(work);
    case 'import':
      return importLedger(work);
    case 'restore':
      return restore(work);
    case 'migrate':
      return migrate(work);
  }
}

await perform(JSON.parse(process.argv[2] ?? '') as ChildWork);
say('end');
process.exit(0);
