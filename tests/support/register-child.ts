// The program of a child process that works on a register until it ends or is killed; says each step in a line on its standard output,
// written before it goes on. Bundled and started by `child-process.ts`; never run in the test's own process.
import { writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { migrations } from '#main/platform/database/migrations.ts';
import { migrate } from '#main/platform/database/migrator.ts';
import type { RegisterEvent } from '#shared/contract/events.ts';
import { asCalendarMonth } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { chooseBackup } from './backups.ts';
import { HANDOUT } from './builders.ts';
import type { ChildWork } from './child-work.ts';
import { apply, openLedgerAt, plan } from './ledger-import.ts';
import { SAVES_A_PERSON, saveOf } from './numbered-saves.ts';
import { openRaw } from './raw-register.ts';
import { prepareSmall } from './small-summary.ts';
import { spoilStore } from './spoiled-store.ts';
import { openTestRegister, type TestRegister } from './test-register.ts';

type Work<Kind extends ChildWork['kind']> = Extract<ChildWork, { kind: Kind }>;

const say = (line: string) => void writeSync(1, `${line}\n`);

async function openLocked({ folder }: ChildWork, onEvent: (event: RegisterEvent) => void): Promise<TestRegister> {
  const backupFolder = join(dirname(folder), 'backups');
  return openTestRegister({ folder, backupFolder, today: '2026-10-16', onEvent });
}

async function save(work: Work<'save'>): Promise<void> {
  const { passphrase, from, count, fault } = work;
  const register = await openLocked(work, () => {});
  say('opening');
  await register.ok('vault.unlock', { passphrase });
  spoilStore(register.vault, fault);
  say('unlocked');
  let personId: PersonId | null = null;
  for (let n = from; count === null || n < from + count; n += 1) {
    const { operation, input } = saveOf(n, personId);
    if (fault === 'acknowledged too early') {
      say(`saved ${n}`);
    }
    const answer = (await register.ok(operation, input as never)) as { personId?: PersonId | null };
    if (fault !== 'acknowledged too early') {
      say(`saved ${n}`);
    }
    personId = n % SAVES_A_PERSON === 0 ? (answer.personId ?? null) : personId;
  }
}

async function importLedger(work: Work<'import'>): Promise<void> {
  const register = await openLocked(work, (event) => {
    if (event.type !== 'progress' || event.operation !== 'transfer.applyImport') {
      return;
    }
    if (event.done > event.total - 25) {
      say(event.done === event.total ? 'committed' : 'closing');
    } else if (event.done > 0 && event.step === '台帳に入れています') {
      say(`written ${event.done}`);
    }
  });
  await register.ok('vault.unlock', { passphrase: work.passphrase });
  const opened = await openLedgerAt(register, work.file);
  await plan(register, opened);
  say('begin');
  await apply(register, opened);
}

async function restore(work: Work<'restore'>): Promise<void> {
  // The passphrase takes most of the time and changes nothing: the clock starts when the files begin to move.
  const register = await openLocked(work, (event) => event.type === 'progress' && say('begin'));
  const file = (await chooseBackup(register, work.file)) as never;
  await register.ok('backups.restore', { file, passphrase: work.passphrase });
}

/** The library's thread is started from its source: the bundle has no file for it. */
const WORKER = pathToFileURL(join(process.cwd(), 'src/main/disclosure-control/protect-worker.ts'));

async function publish({ folder, configFolder, target, month, dieAt, passphrase }: Work<'publish'>): Promise<void> {
  const onEvent = (event: RegisterEvent): void => {
    const step = event.type === 'progress' && event.operation === 'publications.publish' ? event.step : null;
    const isEntered = event.type === 'changed' && event.feature === 'publications';
    if (step === dieAt || (isEntered && dieAt === 'entered')) process.kill(process.pid, 'SIGKILL');
  };
  const places = { folder, configFolder, backupFolder: join(dirname(folder), 'backups') };
  const register = await openTestRegister({
    ...places,
    today: '2026-09-03',
    onEvent,
    protectOptions: { workerFile: WORKER },
  });
  await register.ok('vault.unlock', { passphrase });
  const preparedId = await prepareSmall(register, asCalendarMonth(month));
  register.dialogAnswers.push(target);
  await register.ok('publications.publish', { preparedId, handout: HANDOUT });
}

async function removeCoordinator(work: Work<'remove'>): Promise<void> {
  const { passphrase, slot } = work;
  const register = await openLocked(work, (event) => event.type === 'progress' && say('begin'));
  await register.ok('vault.unlock', { passphrase });
  await register.ok('vault.removeCoordinator', { slot, ownPassphrase: passphrase });
}

async function migrateOnce({ folder, passphrase, sql, fault }: Work<'migrate'>): Promise<void> {
  const connection = await openRaw(folder, passphrase);
  const trial = { version: migrations.length + 1, name: 'trial', sql, deletesFrom: [] };
  migrate(connection, [...migrations, trial], () => {
    say('begin');
    if (fault === 'without transactions') {
      // Each statement of the migration is on the disk before the next begins.
      for (const statement of sql.split(';').slice(0, -1)) {
        connection.exec(statement);
      }
      process.exit(0);
    }
  });
}

async function perform(work: ChildWork): Promise<void> {
  switch (work.kind) {
    case 'save':
      return save(work);
    case 'import':
      return importLedger(work);
    case 'restore':
      return restore(work);
    case 'publish':
      return publish(work);
    case 'remove':
      return removeCoordinator(work);
    case 'migrate':
      return migrateOnce(work);
  }
}

await perform(JSON.parse(process.argv[2] ?? '') as ChildWork);
say('end');
process.exit(0);
