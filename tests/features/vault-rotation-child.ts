// Run by vault-rotation-crash.test.ts in a process of its own: removes a coordinator, and says when it begins to and when it has.
import { dirname, join } from 'node:path';
import { randomId } from '#main/platform/ids.ts';
import { createLog } from '#main/platform/log.ts';
import { createRegister } from '#main/register.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';

export async function removeInChild(folder: string, passphrase: string, slot: string): Promise<void> {
  const answer = async () => null;
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
    emit: (event) => event.type === 'progress' && process.stdout.write('begin\n'),
    appVersion: '0.0.0-test',
  });
  const call = async (name: string, input: unknown) => {
    const envelope = await router.call(name, input);
    if (!envelope.ok) {
      throw new Error(`${name} ${envelope.error.code}`);
    }
  };
  await call('vault.unlock', { passphrase });
  await call('vault.removeCoordinator', { slot, ownPassphrase: passphrase });
  process.stdout.write('end\n');
}
