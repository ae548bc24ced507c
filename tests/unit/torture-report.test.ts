// What makes `npm run torture` fail, and what its rows look like.
import { expect, it } from 'vitest';
import { control, exitCodeOf, figure, lineOf, notRun, zero } from '#tests/torture/report.ts';

it('a run is well when nothing was lost and every control fired', () => {
  expect(exitCodeOf([figure('kills', 3), zero('lost', 0), control('lost', 2)])).toBe(0);
});

it('a run fails when something was lost, and when a control did not fire', () => {
  expect(exitCodeOf([zero('lost', 1), control('lost', 2)])).toBe(1);
  expect(exitCodeOf([zero('lost', 0), control('lost', 0)])).toBe(1);
});

it('a run is no success when something was not run, and a failure beside it is still a failure', () => {
  expect(exitCodeOf([zero('lost', 0), notRun('full disk', 'no right to mount')])).toBe(2);
  expect(exitCodeOf([zero('lost', 1), notRun('full disk', 'no right to mount')])).toBe(1);
});

it('a row is a name and a value', () => {
  expect([figure('kills', 1000), zero('lost', 0), notRun('full disk', 'why')].map(lineOf)).toEqual([
    'kills: 1,000',
    'lost: 0',
    'full disk: not run (why)',
  ]);
  expect(lineOf(zero('lost', 1))).toContain('FAILED');
  expect(lineOf(control('lost', 0))).toContain('FAILED');
});
