// The rows that a trial prints, and what makes a run fail: a count that must be zero and is not, a control that did not fire.

export type Row =
  /** A count or a finding that nothing hangs on. */
  | { readonly kind: 'figure'; readonly name: string; readonly value: number | string }
  /** Lost, accepted, found, unreadable, undetected, unequal ... */
  | { readonly kind: 'zero'; readonly name: string; readonly value: number }
  /** What the same trial found where something was broken on purpose. */
  | { readonly kind: 'control'; readonly name: string; readonly value: number }
  | { readonly kind: 'not run'; readonly name: string; readonly reason: string };

export const figure = (name: string, value: number | string): Row => ({ kind: 'figure', name, value });
export const zero = (name: string, value: number): Row => ({ kind: 'zero', name, value });
export const control = (name: string, value: number): Row => ({ kind: 'control', name: `control, ${name}`, value });
export const notRun = (name: string, reason: string): Row => ({ kind: 'not run', name, reason });

const isBad = (row: Row): boolean =>
  (row.kind === 'zero' && row.value !== 0) || (row.kind === 'control' && row.value === 0);

const written = (value: number | string) => (typeof value === 'number' ? value.toLocaleString('en') : value);

/** `name: value`, one line. */
export function lineOf(row: Row): string {
  switch (row.kind) {
    case 'not run':
      return `${row.name}: not run (${row.reason})`;
    case 'figure':
      return `${row.name}: ${written(row.value)}`;
    case 'zero':
      return `${row.name}: ${written(row.value)}${isBad(row) ? '   <- FAILED: must be 0' : ''}`;
    case 'control':
      return `${row.name}: ${written(row.value)}${isBad(row) ? '   <- FAILED: the control did not fire' : ''}`;
  }
}

/** 0: all is well; 1: something is not; 2: nothing is wrong, but something was not run. */
export function exitCodeOf(rows: readonly Row[]): 0 | 1 | 2 {
  if (rows.some(isBad)) {
    return 1;
  }
  return rows.some(({ kind }) => kind === 'not run') ? 2 : 0;
}

/** How much of each trial is done: `short` in ten to fifteen minutes for all of them on two cores, `long` the full counts. */
export type Scale = 'short' | 'long';

export interface Trial {
  /** For `--only`. */
  readonly name: string;
  /** The threat of docs/threat-model.md. */
  readonly title: string;
  rows(scale: Scale): Promise<readonly Row[]>;
}
