// A few of the kills of `npm run torture`, and its controls.
import { expect, it } from 'vitest';
import { dieUntil, dieWhileSaving } from '#tests/torture/process-death.ts';

it('kill -9 loses nothing that was acknowledged and leaves no half save', async () => {
  const found = await dieWhileSaving(10, null);
  expect(found).toMatchObject({ kills: 10, lost: 0, halfSaves: 0, unreadable: 0 });
  expect(found.acknowledged).toBeGreaterThan(0);
});

it('the same kills find what is lost where saves are acknowledged too early, and halves where there are no transactions', async () => {
  expect(await dieUntil('acknowledged too early', 'lost')).toBeGreaterThan(0);
  expect(await dieUntil('without transactions', 'halfSaves')).toBeGreaterThan(0);
});
