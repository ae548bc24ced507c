// Decides which block of a paper goes on which page. Pure: heights in, pages out.

export interface MeasuredBlock {
  readonly height: number;
  /** A heading: must not be the last on its page. */
  readonly staysWithNext: boolean;
}

/**
 * Fills pages from the top. A heading moves on together with the block after it. A block that is higher than a page gets one of its
 * own.
 * @returns indexes of the blocks, page by page; no page is empty, unless there is no block at all.
 */
export function placeBlocks(blocks: readonly MeasuredBlock[], pageHeight: number): number[][] {
  const pages: number[][] = [[]];
  let used = 0;
  for (let index = 0; index < blocks.length; ) {
    let end = index;
    while (blocks[end]?.staysWithNext && end < blocks.length - 1) {
      end++;
    }
    const group = Array.from({ length: end - index + 1 }, (_, offset) => index + offset);
    const height = group.reduce((sum, each) => sum + (blocks[each]?.height ?? 0), 0);
    if (used > 0 && used + height > pageHeight) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(...group);
    used += height;
    index = end + 1;
  }
  return pages;
}
