// The desk of 区のまとめ by itself: what a check that fails leaves behind.
import { expect, it } from 'vitest';
import { WardDesk } from '#main/features/ward/ward-desk.ts';
import { makeWard } from '#tools/demo/invented-packages.ts';

it('a check that fails does not stand in the way of the next one', async () => {
  const [made] = (await makeWard({ months: 1, registers: ['南部地域'] })).packages;
  if (!made) throw new Error('no package');
  const bytes = (text: string) => new TextEncoder().encode(text);
  const files = {
    'cells.csv': bytes(made.cellsCsv),
    'facts.json': bytes(made.factsJson),
    'labels.json': bytes(made.labelsJson),
  };
  const desk = new WardDesk(() => crypto.randomUUID());
  desk.open([{ folderName: '南部地域', files }], () => {});
  await expect(desk.check(() => Promise.reject(new Error('no thread')))).rejects.toThrow('no thread');
  const { verdict } = await desk.check(async () => null);
  expect(verdict?.isSafe).toBe(false);
});
