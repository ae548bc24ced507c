import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode } from '#tools/chromium-shell/wire.ts';

const cross = (value: unknown) => decode(encode(value));

test('whatever JSON can say comes through unchanged, the tag of our own among it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(cross(value)).toEqual(value);
    }),
  );
  expect(cross({ $: 'date', v: 1 })).toEqual({ $: 'date', v: 1 });
});

test('dates, bytes, maps, sets and undefined come through as themselves', () => {
  const value = {
    day: new Date(0),
    map: new Map([['a', 1]]),
    set: new Set([1]),
    none: undefined,
    all: [undefined, NaN],
  };
  expect(cross(value)).toEqual(value);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
      expect(cross(bytes)).toEqual(bytes);
    }),
  );
});

test('a function is refused as Electron refuses it', () => {
  expect(() => encode({ call: () => 1 })).toThrow('An object could not be cloned.');
});
