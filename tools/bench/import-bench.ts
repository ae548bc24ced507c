// Times the import of a ledger of so many invented people, from the file to the commit, through the contract.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '#main/platform/clock.ts';
import { randomId } from '#main/platform/ids.ts';
import { createLog } from '#main/platform/log.ts';
import { STANDARD_COST } from '#main/platform/vault/key-slots.ts';
import { createRegister } from '#main/register.ts';
import type { Ledger } from '#shared/contract/transfer.contract.ts';
import { row } from './figures.ts';

const KANA = [...'アイウエオカキクケコ'];

function inventLedger(people: number): string {
  const rows = Array.from({ length: people }, (_, index) => {
    const kana = [...String(index).padStart(4, '0')].map((digit) => KANA[Number(digit)]).join('');
    const born = `S${5 + (index % 30)}.${1 + (index % 12)}.${1 + (index % 28)}`;
    return `見本${index},${kana},${born},新町${1 + (index % 4)}-${index}-1,0000-${String(index).padStart(4, '0')},独居,要介護1`;
  });
  return ['氏名,フリガナ,生年月日,住所,電話,世帯,介護度', ...rows].join('\r\n');
}

export async function benchImport(people: number, scratch: string): Promise<void> {
  const folder = join(scratch, `import-${people}`);
  mkdirSync(folder);
  const path = join(folder, 'ledger.csv');
  writeFileSync(path, inventLedger(people));
  const nothing = () => Promise.resolve(null);
  const { router, vault } = createRegister({
    folder: join(folder, 'register'),
    backupFolder: join(folder, 'backups'),
    configFolder: folder,
    places: () => [],
    clock: systemClock,
    newId: randomId,
    cost: STANDARD_COST,
    chooser: {
      chooseToOpen: () => Promise.resolve(path),
      chooseToSave: nothing,
      chooseFolder: nothing,
      reveal: () => Promise.resolve(),
      open: () => Promise.resolve(),
    },
    printer: { printToPdf: () => Promise.reject(new Error('The benchmark prints nothing.')), print: async () => true },
    log: createLog((text) => process.stderr.write(text), systemClock.now),
    emit: () => {},
    appVersion: '0.0.0-bench',
  });
  await vault.create('hakaru-tame-no-aikotoba', '計測');
  const timed = async <Value>(name: string, operation: string, input: unknown): Promise<Value> => {
    const started = performance.now();
    const envelope = await router.call(operation, input);
    if (!envelope.ok) {
      throw new Error(`${operation}: ${envelope.error.code}`);
    }
    row(name, `${Math.round(performance.now() - started)} ms`);
    return envelope.value as Value;
  };
  const ledger = await timed<Ledger>(`ledger of ${people} people read`, 'transfer.openLedger', {});
  const request = { file: ledger.file, mapping: ledger.columns.map(({ field }) => field) };
  await timed(`ledger of ${people} people planned`, 'transfer.planImport', request);
  await timed(`ledger of ${people} people imported`, 'transfer.applyImport', { ...request, decisions: [] });
  vault.lock();
}
