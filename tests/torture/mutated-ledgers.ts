// Ledgers that were damaged on the way, imported as the screen does: none crashes the import, none enters by a part.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { countRegister } from '#main/platform/backup/register-facts.queries.ts';
import type { ImportPlan, Ledger } from '#shared/contract/transfer.contract.ts';
import { LEDGERS } from '#tests/support/ledger-import.ts';
import { spoilStore } from '#tests/support/spoiled-store.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';
import { mutationsOf } from './mutations.ts';

const SEED = iconv.encode(
  iconv
    .decode(readFileSync(join(LEDGERS, 'excel-cp932.csv')), 'cp932')
    .split('\r\n')
    .slice(0, 16)
    .join('\r\n'),
  'cp932',
);

/** After so many imports the people who entered are read one by one, and a new register is begun. */
const IMPORTS_A_REGISTER = 40;

export interface MutatedLedgers {
  readonly ledgers: number;
  /** Entered as the plan said, to the last row. */
  readonly enteredWhole: number;
  readonly refusedWhole: number;
  /** `unexpected` to the screen, or nothing at all. */
  readonly crashes: number;
  /** The register holds something else than what was planned and answered. */
  readonly partial: number;
}

type Verdict = 'enteredWhole' | 'refusedWhole' | 'crashes' | 'partial';

/** @returns the answer, `null` for a refusal. @throws Error for a crash. */
async function call<Value>(register: TestRegister, name: string, input: unknown): Promise<Value | null> {
  const envelope = await register.router.call(name, input);
  if (!envelope.ok && envelope.error.code === 'unexpected') {
    throw new Error(`${name} crashed: ${register.logged.at(-1)}`);
  }
  return envelope.ok ? (envelope.value as Value) : null;
}

const countPeople = ({ vault }: TestRegister) => countRegister(vault.source.connection).people;

async function importBytes(register: TestRegister, bytes: Uint8Array): Promise<Exclude<Verdict, 'crashes'>> {
  const path = join(register.outbox, 'mutated.csv');
  writeFileSync(path, bytes);
  register.dialogAnswers.push(path);
  const before = countPeople(register);
  const ledger = await call<Ledger>(register, 'transfer.openLedger', {});
  if (!ledger) {
    return countPeople(register) === before ? 'refusedWhole' : 'partial';
  }
  const mapping = ledger.columns.map(({ field }) => field);
  const plan = await call<ImportPlan>(register, 'transfer.planImport', { file: ledger.file, mapping });
  const rows = new Set(plan?.rows.map(({ row }) => row));
  const wanted = plan?.rows.filter(({ decision }) => decision === 'add').length ?? 0;
  const done = await call<{ added: number }>(register, 'transfer.applyImport', {
    file: ledger.file,
    mapping,
    decisions: [],
  });
  const added = countPeople(register) - before;
  const isWhole = rows.size === ledger.rowCount && done?.added === wanted && added === wanted;
  return isWhole ? 'enteredWhole' : 'partial';
}

/** @param prepare spoils each register, for the control. */
export async function importMutatedLedgers(
  ledgers: number,
  prepare: (register: TestRegister) => void = () => {},
): Promise<MutatedLedgers> {
  const sum = { ledgers, enteredWhole: 0, refusedWhole: 0, crashes: 0, partial: 0 };
  const open = async () => {
    const made = await openTestRegister();
    prepare(made);
    return made;
  };
  let register = await open();
  let entered = 0;
  for (const bytes of mutationsOf(SEED, ledgers)) {
    const before = countPeople(register);
    try {
      sum[await importBytes(register, bytes)] += 1;
      entered += countPeople(register) - before;
      if (entered > IMPORTS_A_REGISTER * 12) {
        for (const { id } of await register.ok('people.list', {})) {
          await register.ok('people.get', { personId: id });
        }
      }
    } catch {
      sum.crashes += 1;
      sum.partial += countPeople(register) === before ? 0 : 1;
      entered = Number.POSITIVE_INFINITY;
    }
    if (entered > IMPORTS_A_REGISTER * 12) {
      register.close();
      register = await open();
      entered = 0;
    }
  }
  register.close();
  return sum;
}

/** The control: a register that refuses its fourth person in the middle of the import, and has no transactions. */
export const breakImport = (register: TestRegister): void => {
  register.vault.source.connection.exec(
    `CREATE TEMP TRIGGER broken BEFORE INSERT ON main.people WHEN (SELECT count(*) FROM main.people) >= 3
     BEGIN SELECT RAISE(ABORT, 'broken on purpose'); END`,
  );
  spoilStore(register.vault, 'without transactions');
};
