// Sets a paper page by page itself, so that every numbered copy begins at page 1. The browser's own page counter runs over all copies.
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { placeBlocks } from './page-placement.ts';
import './paper.css';
import './paged-sheets.css';

export interface SheetBlock {
  readonly id: string;
  readonly content: ReactNode;
  /** A heading: is kept on the page of what follows. */
  readonly staysWithNext?: boolean;
}

export interface SheetPlace {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

type PagedSheetsProps = {
  readonly blocks: readonly SheetBlock[];
  /** One entry a copy, for example the copy numbers. */
  readonly copies: readonly number[];
  /** Over and under the text of every page. */
  readonly head: (copy: number, place: SheetPlace) => ReactNode;
  readonly foot: (copy: number, place: SheetPlace) => ReactNode;
  /** Stands at the top of a copy's first page, before the blocks. */
  readonly opening: (copy: number) => ReactNode;
  /** Draws the sheets on the screen's ground. */
  readonly isPreview?: boolean;
  readonly onPlaced?: () => void;
};

const OPENING: SheetBlock = { id: 'opening', content: null };

/** The paper's typeface must be there before anything is measured. */
async function loadTypeface(): Promise<void> {
  if (!('fonts' in document)) return;
  await Promise.all(
    ['400 10pt "BIZ UDPGothic"', '700 10pt "BIZ UDPGothic"'].map((font) => document.fonts.load(font, 'あA')),
  );
  await document.fonts.ready;
}

/** Heights of the children of the measuring column, and of the room that a page has. */
function measure(column: HTMLElement, room: HTMLElement, blocks: readonly SheetBlock[]): number[][] {
  const heights = [...column.children].map((child) => child.getBoundingClientRect().height);
  const measured = heights.map((height, index) => ({ height, staysWithNext: blocks[index]?.staysWithNext ?? false }));
  return placeBlocks(measured, room.getBoundingClientRect().height);
}

function Sheet({
  children,
  head,
  foot,
}: {
  readonly children: ReactNode;
  readonly head: ReactNode;
  readonly foot: ReactNode;
}) {
  return (
    <section className="sheet paper">
      <header className="sheet-head">{head}</header>
      <div className="sheet-body">{children}</div>
      <footer className="sheet-foot">{foot}</footer>
    </section>
  );
}

export function PagedSheets({ blocks, copies, head, foot, opening, isPreview = false, onPlaced }: PagedSheetsProps) {
  const column = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const [placed, setPlaced] = useState<{ readonly blocks: readonly SheetBlock[]; readonly pages: number[][] } | null>(
    null,
  );
  const latest = useRef(onPlaced);
  latest.current = onPlaced;
  const all = [OPENING, ...blocks];
  const isCurrent = placed !== null && placed.blocks === blocks;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `all` follows `blocks`.
  useLayoutEffect(() => {
    let isGone = false;
    void loadTypeface().then(() => {
      if (isGone || !column.current || !room.current) return;
      setPlaced({ blocks, pages: measure(column.current, room.current, all) });
    });
    return () => {
      isGone = true;
    };
  }, [blocks]);

  useLayoutEffect(() => {
    if (isCurrent) latest.current?.();
  }, [isCurrent]);

  if (!isCurrent) {
    return (
      <div className="sheet-measure paper" aria-hidden>
        <div ref={room} className="sheet-room" />
        <div ref={column} className="sheet-column">
          {all.map(({ id, content }) => (
            <div key={id} className="sheet-block">
              {id === OPENING.id ? opening(copies[0] ?? 1) : content}
            </div>
          ))}
        </div>
      </div>
    );
  }
  const { pages } = placed;
  return (
    <div className={isPreview ? 'sheets sheets-preview' : 'sheets'}>
      {copies.flatMap((copy) =>
        pages.map((indexes, page) => {
          const place = { page: page + 1, pages: pages.length };
          return (
            <Sheet key={`${copy}-${place.page}`} head={head(copy, place)} foot={foot(copy, place)}>
              {indexes.map((index) => (
                <div key={all[index]?.id} className="sheet-block">
                  {index === 0 ? opening(copy) : all[index]?.content}
                </div>
              ))}
            </Sheet>
          );
        }),
      )}
    </div>
  );
}
