// Ledgers that were damaged on the way: whatever a file holds, the import neither crashes nor enters half of it.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { count } from 'drizzle-orm';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '#main/platform/database/schema/people.ts';
import type { ImportPlan, Ledger } from '#shared/contract/transfer.contract.ts';
import { LEDGERS } from '../support/ledger-import.ts';
import { openTestRegister, type TestRegister } from '../support/test-register.ts';

const RUNS = Number(process.env['IMPORT_MUTATIONS'] ?? 300);
const LINES = iconv
  .decode(readFileSync(join(LEDGERS, 'excel-cp932.csv')), 'cp932')
  .split('\r\n')
  .slice(0, 16);
const SEED = iconv.encode(LINES.join('\r\n'), 'cp932');

const POISON = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\u0000',
  '=cmd|',
  '〃',
  '合計',
  '\ufffd',
  '９'.repeat(300),
  'あ'.repeat(5000),
  '昭和99年99月99日',
  '<script>alert(1)</script>',
  "'; DROP TABLE people; --",
  '\u202e',
  '👨‍👩‍👧‍👦',
  '__proto__',
  'constructor',
  '(',
  '[',
  '\\',
  '-',
  '氏名,氏名,氏名',
];

const place = fc.double({ min: 0, max: 1, noNaN: true });
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('bytes' as const), at: place, bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }) }),
  fc.record({ kind: fc.constant('text' as const), at: place, text: fc.constantFrom(...POISON) }),
  fc.record({ kind: fc.constant('cut' as const), at: place, length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('repeat' as const), at: place, length: fc.integer({ min: 1, max: 400 }) }),
);

function mutate(bytes: Uint8Array, change: typeof mutation extends fc.Arbitrary<infer T> ? T : never): Uint8Array {
  const at = Math.floor(change.at * bytes.length);
  const [before, after] = [bytes.slice(0, at), bytes.slice(at)];
  switch (change.kind) {
    case 'bytes':
      return Buffer.concat([before, change.bytes, after.slice(change.bytes.length)]);
    case 'text':
      return Buffer.concat([before, iconv.encode(change.text, 'cp932'), after]);
    case 'cut':
      return Buffer.concat([before, after.slice(change.length)]);
    case 'repeat':
      return Buffer.concat([before, after.slice(0, change.length), after]);
  }
}

describe('a damaged ledger', () => {
  let register: TestRegister;
  let applied = 0;
  let refused = 0;
  const renew = async () => {
    register?.close();
    register = await openTestRegister();
  };
  beforeAll(renew);
  afterAll(() => register.close());

  const call = async <Value>(name: string, input: unknown) => {
    const envelope = await register.router.call(name, input);
    if (!envelope.ok && envelope.error.code === 'unexpected') {
      throw new Error(`${name} crashed: ${register.logged.at(-1)}`);
    }
    return envelope.ok ? (envelope.value as Value) : null;
  };
  const countPeople = () => register.vault.session.reader.select({ n: count() }).from(people).get()?.n ?? 0;
  const readEverybody = async () => {
    for (const { id } of await register.ok('people.list', {})) {
      await register.ok('people.get', { personId: id });
    }
  };

  async function importBytes(bytes: Uint8Array): Promise<void> {
    const path = join(register.outbox, 'mutated.csv');
    writeFileSync(path, bytes);
    register.dialogAnswers.push(path);
    const ledger = await call<Ledger>('transfer.openLedger', {});
    if (!ledger) {
      refused += 1;
      return;
    }
    const mapping = ledger.columns.map(({ field }) => field);
    const before = countPeople();
    const planned = await call<ImportPlan>('transfer.planImport', { file: ledger.file, mapping });
    expect(planned?.rows).toHaveLength(ledger.rowCount);
    expect(new Set(planned?.rows.map(({ row }) => row)).size).toBe(ledger.rowCount);
    const done = await call<{ added: number }>('transfer.applyImport', { file: ledger.file, mapping, decisions: [] });
    const added = planned?.rows.filter(({ decision }) => decision === 'add').length;
    expect(done?.added).toBe(added);
    expect(countPeople() - before).toBe(added);
    applied += 1;
    if (applied % 40 === 0) {
      await readEverybody();
      await renew();
    }
  }

  it(`never crashes and never enters a part (${RUNS} mutations)`, async () => {
    const changes = fc.array(mutation, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(changes, (list) => importBytes(list.reduce(mutate, Uint8Array.from(SEED)))),
      { numRuns: RUNS, seed: 20_261_015 },
    );
    expect(applied).toBeGreaterThan(RUNS / 2);
    console.log(`mutated ledgers: ${applied} entered whole, ${refused} refused whole`);
  }, 300_000);
});
