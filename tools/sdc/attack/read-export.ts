// Reads exported folders as a stranger finds them: cells.csv and facts.json, nothing else. Judges nothing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ExportedDimension {
  readonly id: string;
  readonly values: readonly string[];
  readonly onePerPerson: boolean;
}

export interface ExportedSource {
  readonly id: string;
  readonly kind: 'flow' | 'stock';
  readonly dimensions: readonly ExportedDimension[];
  readonly structuralZeros?: readonly Readonly<Record<string, string>>[];
}

export interface ExportedTable {
  readonly id: string;
  readonly source: string;
  readonly measure: 'events' | 'persons' | 'stock';
  readonly months: readonly string[];
  readonly dimensions: readonly string[];
  readonly mode: 'suppressed' | 'rounded';
  readonly zeros?: 'shown' | 'mayBeHidden';
  /** Values that are shown as one, under a name of their own. */
  readonly groups?: Readonly<Record<string, readonly { readonly name: string; readonly values: readonly string[] }[]>>;
  /** Rounded: how far a figure may be from the true one. */
  readonly reach?: number;
}

/** What is said to be known between sources: `lo <= sum(coef * counts) <= hi`. */
export interface ExportedRelation {
  readonly parts: readonly {
    readonly coef: number;
    readonly selection: Pick<ExportedTable, 'source' | 'measure' | 'months'> & {
      readonly where: Readonly<Record<string, string>>;
    };
  }[];
  readonly lo: number;
  readonly hi: number | null;
}

interface FactsFile {
  readonly publication: string;
  readonly parameters: { readonly k: number };
  readonly sources: readonly ExportedSource[];
  readonly tables: readonly ExportedTable[];
  readonly relations: readonly ExportedRelation[];
}

/** One line of cells.csv, with the values or names of groups that it shows; `null` is ＊. */
export interface ExportedCell {
  readonly values: Readonly<Record<string, string>>;
  readonly value: number | null;
}

export interface Export {
  readonly publication: string;
  readonly k: number;
  readonly sources: readonly ExportedSource[];
  readonly relations: readonly ExportedRelation[];
  readonly tables: readonly { readonly table: ExportedTable; readonly cells: readonly ExportedCell[] }[];
}

function readCell(line: string, tables: ReadonlyMap<string, ExportedTable>): readonly [string, ExportedCell] {
  const [, , id = '', , ...rest] = line.split(',');
  const table = tables.get(id);
  if (table === undefined || rest.length !== 4) throw new Error(`cells.csv: a line that no table explains: ${line}`);
  const places = table.dimensions.map((dimension, position) => [dimension, rest[position] ?? ''] as const);
  for (const [dimension, shown] of places) {
    const inGroups = (table.groups?.[dimension] ?? []).some(({ values }) => values.includes(shown));
    if (inGroups) throw new Error(`cells.csv: a value that is shown within a group: ${line}`);
  }
  const figure = rest[3] ?? '';
  const value = figure === '＊' ? null : Number(figure);
  if (value !== null && !Number.isInteger(value)) throw new Error(`cells.csv: no figure: ${line}`);
  return [id, { values: Object.fromEntries(places.filter(([, one]) => one !== '計')), value }];
}

/** One export from its two texts. @throws Error when a line is not explained by a table. */
export function parseExport(cellsCsv: string, factsJson: string): Export {
  const { publication, parameters, sources, tables, relations } = JSON.parse(factsJson) as FactsFile;
  const lines = cellsCsv.trim().split('\n').slice(1);
  const byTable = new Map(tables.map((table) => [table.id, table]));
  const cells = Map.groupBy(
    lines.map((line) => readCell(line, byTable)),
    ([table]) => table,
  );
  return {
    publication,
    k: parameters.k,
    sources,
    relations,
    tables: tables.map((table) => ({ table, cells: (cells.get(table.id) ?? []).map(([, cell]) => cell) })),
  };
}

/** Every export in a folder or below it, by name. @throws Error when there is none. */
export function readExports(folders: readonly string[]): readonly Export[] {
  const found = folders.flatMap((folder): readonly string[] => {
    if (existsSync(join(folder, 'facts.json'))) return [folder];
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name === 'facts.json')
      .map((entry) => entry.parentPath)
      .sort();
  });
  if (found.length === 0) throw new Error('No folder with cells.csv and facts.json.');
  return found.map((folder) =>
    parseExport(readFileSync(join(folder, 'cells.csv'), 'utf8'), readFileSync(join(folder, 'facts.json'), 'utf8')),
  );
}
