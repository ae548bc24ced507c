// Run by backups-crash.test.ts in a process of its own: goes back to a backup, and says when it begins to and when it has.
import { dirname, join } from 'node:path';
import { randomId } from '#main/platform/ids.ts';
import { createLog } from '#main/platform/log.ts';
import { createRegister } from '#main/register.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';

export async function restoreInChild(folder: string, backup: string, passphrase: string): Promise<void> {
  const answer = async () => backup;
  const { router } = createRegister({
    folder,
    backupFolder: join(dirname(folder), 'backups'),
    configFolder: dirname(folder),
    places: () => [],
    clock: { today: () => asCalendarDate('2026-10-16'), now: () => '2026-10-16T03:00:00.000Z' },
    newId: randomId,
    cost: { memoryKib: 65_536, iterations: 1, parallelism: 1 },
    chooser: {
      chooseToOpen: answer,
      chooseToSave: answer,
      chooseFolder: answer,
      reveal: async () => {},
      open: async () => {},
    },
    printer: { printToPdf: async () => new Uint8Array(), print: async () => true },
    log: createLog(
      () => {},
      () => '',
    ),
    // The passphrase takes most of the time and changes nothing: the clock starts when the files begin to move.
    emit: (event) => event.type === 'progress' && process.stdout.write('begin\n'),
    appVersion: '0.0.0-test',
  });
  const call = async (name: string, input: unknown) => {
    const envelope = await router.call(name, input);
    if (!envelope.ok) {
      throw new Error(`${name} ${envelope.error.code}`);
    }
    return envelope.value;
  };
  const { backup: chosen } = (await call('backups.chooseFile', {})) as { backup: { file: string } };
  await call('backups.restore', { file: chosen.file, passphrase });
  process.stdout.write('end\n');
}
