// The setting of pages: nothing is lost, nothing overflows that could fit, no heading stands alone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBlocks } from '#renderer/ui/page-placement.ts';

const PAGE = 100;
const block = (height: number, staysWithNext = false) => ({ height, staysWithNext });

describe('placing blocks on pages', () => {
  it('fills a page before it begins the next', () => {
    expect(placeBlocks([block(40), block(60), block(1)], PAGE)).toEqual([[0, 1], [2]]);
  });

  it('moves a heading on together with what follows it', () => {
    expect(placeBlocks([block(80), block(15, true), block(20)], PAGE)).toEqual([[0], [1, 2]]);
  });

  it('keeps every block once and in order, and overfills a page only with one group that is too high for any', () => {
    const blocks = fc.array(fc.record({ height: fc.integer({ min: 0, max: 120 }), staysWithNext: fc.boolean() }));
    fc.assert(
      fc.property(blocks, (all) => {
        const pages = placeBlocks(all, PAGE);
        expect(pages.flat()).toEqual(all.map((_block, index) => index));
        for (const page of pages) {
          const height = page.reduce((sum, index) => sum + (all[index]?.height ?? 0), 0);
          const isOneGroup = page.slice(0, -1).every((index) => all[index]?.staysWithNext || all[index]?.height === 0);
          expect(height <= PAGE || isOneGroup).toBe(true);
          const last = page.at(-1) ?? 0;
          expect(all[last]?.staysWithNext && last < all.length - 1).toBeFalsy();
        }
      }),
    );
  });
});
