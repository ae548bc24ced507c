// Reads one exported folder's texts strictly, as something that came by a stick from elsewhere: whole and in agreement, or not at all.

import { TOTAL } from '#main/disclosure-control/atom-space.ts';
import type { Source, TableDefinition, TidyFiles } from '#main/disclosure-control/publication-model.ts';
import { Refused } from '#main/disclosure-control/refused.ts';
import { cellsOf } from '#main/disclosure-control/table-cells.ts';
import { CSV_HEADER, HIDDEN_MARK, TIDY_FORMAT } from '#main/disclosure-control/tidy-file.ts';
import { readTidyFacts } from '#main/disclosure-control/tidy-verification.ts';
import { LABELS_FORMAT, type PackageLabels, packageLabelsSchema } from '#shared/contract/package-labels.ts';
import { factsFileSchema } from './package-shape.ts';

/** `other_format`: of another version. `altered`: the two files, or a file and its hash, tell different things. */
export type PackageFlaw = 'unreadable' | 'too_large' | 'other_format' | 'altered' | 'labels_unreadable';

export class FlawedPackage extends Error {
  readonly flaw: PackageFlaw;

  constructor(flaw: PackageFlaw) {
    super(flaw);
    this.name = 'FlawedPackage';
    this.flaw = flaw;
  }
}

/** A dimension of a table with what the table shows of it: values, or names of groups, in its order. */
export interface ShownDimension {
  readonly id: string;
  readonly names: readonly string[];
  readonly onePerPerson: boolean;
}

export interface PackageTable {
  readonly definition: TableDefinition;
  readonly source: Source;
  readonly dimensions: readonly ShownDimension[];
  /** By `cellName`; `null` is ＊. A combination that cannot occur is not there. */
  readonly cells: ReadonlyMap<string, number | null>;
}

export interface PackageContent {
  readonly publication: string;
  readonly period: string;
  readonly k: number;
  readonly parametersHash: string;
  readonly tables: readonly PackageTable[];
  /** Without it only the codes are known, and the folder's name. */
  readonly labels: PackageLabels | null;
  readonly files: TidyFiles;
}

export interface PackageTexts extends TidyFiles {
  readonly labelsJson: string | null;
}

/** Name of a cell in a table: what it shows of each dimension, 計 for a total. */
export const cellName = (names: readonly string[]): string => names.join(',');

/** How long a text is looked at, at all. */
export const MOST_BYTES = { 'cells.csv': 5_000_000, 'facts.json': 20_000_000, 'labels.json': 1_000_000 } as const;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FlawedPackage('unreadable');
  }
}

/** Of the same name, before the `/`. */
const isOtherVersion = (format: unknown, own: string): boolean =>
  typeof format === 'string' && format !== own && format.startsWith(own.slice(0, own.indexOf('/') + 1));

const formatOf = (value: unknown): unknown => (value as { readonly format?: unknown } | null)?.format;

/** Figures by table and places; the format was judged before. */
function figuresOf(cellsCsv: string): ReadonlyMap<string, number | null> {
  const lines = cellsCsv.slice(CSV_HEADER.length + 1, -1).split('\n');
  return new Map(
    lines.map((line) => {
      const [, , table, , first, second, third, value = ''] = line.split(',');
      return [[table, first, second, third].join(','), value === HIDDEN_MARK ? null : Number(value)];
    }),
  );
}

function tableOf(
  definition: TableDefinition,
  source: Source,
  figures: ReadonlyMap<string, number | null>,
): PackageTable {
  const cells = new Map<string, number | null>();
  const names = definition.dimensions.map(() => new Set<string>());
  for (const { values, isStructuralZero } of cellsOf(definition, source)) {
    const places = definition.dimensions.map((id) => values[id] ?? '');
    places.forEach((name, position) => {
      if (name !== TOTAL) names[position]?.add(name);
    });
    if (isStructuralZero) continue;
    const padded = [0, 1, 2].map((position) => places[position] ?? '');
    cells.set(cellName(places), figures.get([definition.id, ...padded].join(',')) ?? null);
  }
  const dimensions = definition.dimensions.map((id, position) => ({
    id,
    names: [...(names[position] ?? [])],
    onePerPerson: source.dimensions.find((one) => one.id === id)?.onePerPerson ?? false,
  }));
  return { definition, source, dimensions, cells };
}

function readLabels(text: string | null, publication: string): PackageLabels | null {
  if (text === null) return null;
  const raw = parse(text);
  if (isOtherVersion(formatOf(raw), LABELS_FORMAT)) throw new FlawedPackage('other_format');
  const labels = packageLabelsSchema.safeParse(raw);
  if (!labels.success || labels.data.publication !== publication) throw new FlawedPackage('labels_unreadable');
  return labels.data;
}

/** What the two files agree on. @throws FlawedPackage */
function agreedFacts(files: TidyFiles) {
  try {
    return readTidyFacts(files);
  } catch (error) {
    // A shape that was let through above and that the reader cannot go through is one that nobody writes.
    throw new FlawedPackage(error instanceof Refused ? 'altered' : 'unreadable');
  }
}

/**
 * @throws FlawedPackage
 */
export function readPackage({ cellsCsv, factsJson, labelsJson }: PackageTexts): PackageContent {
  const raw = parse(factsJson);
  if (isOtherVersion(formatOf(raw), TIDY_FORMAT)) throw new FlawedPackage('other_format');
  const shape = factsFileSchema.safeParse(raw);
  if (!shape.success) throw new FlawedPackage('unreadable');
  const files = { cellsCsv, factsJson };
  const { file } = agreedFacts(files);
  const { publication, period, parameters, parametersHash } = shape.data;
  const figures = figuresOf(cellsCsv);
  const sources = new Map(file.sources.map((source) => [source.id, source]));
  const tables = file.tables.flatMap((definition) => {
    const source = sources.get(definition.source);
    return source === undefined ? [] : [tableOf(definition, source, figures)];
  });
  const labels = readLabels(labelsJson, publication);
  return { publication, period, k: parameters.k, parametersHash, tables, labels, files };
}
