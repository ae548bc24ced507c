// Arrow keys in a table of figures: one stop of the Tab key a table, every cell by arrows. Knows places, not what stands in them.
import type { KeyboardEvent } from 'react';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The place of the cell that an event came from; `null` outside of one. */
export function placeOf(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest('[data-place]') : null;
  const [row, column] = (cell?.getAttribute('data-place') ?? '').split(' ').map(Number);
  return cell === null || row === undefined || column === undefined ? null : { row, column };
}

/** By key: how many rows and columns further. */
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

const within = (value: number, last: number): number => Math.max(0, Math.min(value, last));

export function moveInCells(event: KeyboardEvent<HTMLTableElement>): void {
  const from = placeOf(event.target);
  const step = STEPS[event.key];
  if (!from || !step || event.altKey || event.metaKey) {
    return;
  }
  event.preventDefault();
  const table = event.currentTarget;
  const cells = [...table.querySelectorAll<HTMLElement>('[data-place]')];
  const last = placeOf(cells.at(-1) ?? null) ?? from;
  const row = within(from.row + step[0], last.row);
  const column = within(from.column + step[1], last.column);
  const cell = table.querySelector<HTMLElement>(`[data-place="${row} ${column}"]`);
  if (cell) {
    for (const other of table.querySelectorAll<HTMLElement>('[data-place][tabindex="0"]')) {
      other.tabIndex = -1;
    }
    cell.tabIndex = 0;
    cell.focus();
  }
}
