import { expect, test } from 'vitest';
import { isSteeredFromOutside, OUTSIDE_SWITCHES } from '#main/app/outside-switches.ts';

const given =
  (...names: readonly string[]) =>
  (name: string) =>
    names.includes(name);

test.each(['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'js-flags', 'load-extension'])(
  'a start with --%s is one that another program steers',
  (name) => {
    expect(OUTSIDE_SWITCHES).toContain(name);
    expect(isSteeredFromOutside(given('user-data-dir', name))).toBe(true);
  },
);

test('an ordinary start is not', () => {
  expect(isSteeredFromOutside(given())).toBe(false);
  expect(isSteeredFromOutside(given('user-data-dir', 'no-sandbox', 'lang'))).toBe(false);
});
