// Run by transfer-kill.test.ts in a process of its own: opens a register, imports a ledger, and says how far the writing is.
import { dirname, join } from 'node:path';
import { randomId } from '#main/platform/ids.ts';
import { createLog } from '#main/platform/log.ts';
import { createRegister } from '#main/register.ts';
import type { Ledger } from '#shared/contract/transfer.contract.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';

export async function importInChild(folder: string, ledgerPath: string, passphrase: string): Promise<void> {
  const answer = async () => ledgerPath;
  const { router } = createRegister({
    folder,
    backupFolder: join(dirname(folder), 'backups'),
    configFolder: dirname(folder),
    places: () => [],
    clock: { today: () => asCalendarDate('2026-10-15'), now: () => '2026-10-15T03:00:00.000Z' },
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
    emit: (event) => {
      if (event.type === 'progress' && event.operation === 'transfer.applyImport' && event.done > event.total - 25) {
        process.stdout.write(event.done === event.total ? 'committed\n' : 'closing\n');
      }
    },
    appVersion: '0.0.0-test',
  });
  const call = async (name: string, input: unknown) => {
    const envelope = await router.call(name, input);
    if (!envelope.ok) {
      throw new Error(`${name} ${envelope.error.code}`);
    }
    return envelope.value;
  };
  await call('vault.unlock', { passphrase });
  const { file, columns } = (await call('transfer.openLedger', {})) as Ledger;
  const mapping = columns.map(({ field }) => field);
  await call('transfer.planImport', { file, mapping });
  process.stdout.write('begin\n');
  await call('transfer.applyImport', { file, mapping, decisions: [] });
  process.stdout.write('end\n');
}
