// What of a publication is read again and again: which figures are out, and how each month of a source was published. No secret in it.
import { keyOf } from '#main/disclosure-control/atom-space.ts';
import type { PublicationRecord, Selection, TableDefinition } from '#main/disclosure-control/publication-model.ts';
import { cellsOf } from '#main/disclosure-control/table-cells.ts';
import type { Report } from '#shared/contract/report-shape.ts';

export interface Figures {
  /** Tables as people read them, without those that nobody stands behind. */
  readonly tables: number;
  readonly cells: number;
  readonly hidden: number;
  /** By `source/month`. */
  readonly modes: Readonly<Record<string, TableDefinition['mode']>>;
  /** By the library's key, of totals and of what is broken down once: the figure, or null for ＊. */
  readonly shown: Readonly<Record<string, number | null>>;
}

export function countReport({ sections }: Report): Pick<Figures, 'tables' | 'cells' | 'hidden'> {
  const tables = sections.flatMap((section) => section.tables).filter(({ mode }) => mode !== 'plain');
  return {
    tables: tables.length,
    cells: tables.reduce((sum, { cells }) => sum + cells, 0),
    hidden: tables.reduce((sum, { hidden }) => sum + hidden, 0),
  };
}

export function figuresOf(report: Report, { tables, sources }: PublicationRecord): Figures {
  const modes: Record<string, TableDefinition['mode']> = {};
  const shown: Record<string, number | null> = {};
  for (const { definition, cells } of tables) {
    for (const month of definition.months) modes[`${definition.source}/${month}`] = definition.mode;
    const source = sources.find(({ id }) => id === definition.source);
    if (source === undefined) continue;
    const byKey = new Map(cells.map((cell) => [cell.key, cell]));
    for (const { key, selection } of cellsOf(definition, source)) {
      const cell = byKey.get(key);
      if (cell !== undefined && Object.keys(selection.where).length < 2) shown[key] = cell.shown;
    }
  }
  return { ...countReport(report), modes, shown };
}

export const readFigures = (text: string): Figures => JSON.parse(text) as Figures;

/**
 * A figure as it was published: `undefined` where it never was, null where it never was shown.
 * @param all of all publications, oldest first.
 */
export function publishedFigure(all: readonly Figures[], selection: Selection): number | null | undefined {
  const key = keyOf(selection);
  const found = all.flatMap(({ shown }) => (key in shown ? [shown[key] ?? null] : []));
  return found.length === 0 ? undefined : (found.findLast((figure) => figure !== null) ?? null);
}
