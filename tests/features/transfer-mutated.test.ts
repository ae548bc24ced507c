// Ledgers that were damaged on the way: whatever a file holds, the import neither crashes nor enters half of it.
import { expect, it } from 'vitest';
import { breakImport, importMutatedLedgers } from '#tests/torture/mutated-ledgers.ts';

const RUNS = 150;

it(`a damaged ledger never crashes the import and never enters by a part (${RUNS} mutations)`, async () => {
  const found = await importMutatedLedgers(RUNS);
  expect(found).toMatchObject({ crashes: 0, partial: 0 });
  expect(found.enteredWhole).toBeGreaterThan(RUNS / 2);
  expect(found.enteredWhole + found.refusedWhole).toBe(RUNS);
});

it('the same ledgers show an import that breaks off half-way', async () => {
  const found = await importMutatedLedgers(3, breakImport);
  expect(found.crashes).toBeGreaterThan(0);
  expect(found.partial).toBeGreaterThan(0);
});
