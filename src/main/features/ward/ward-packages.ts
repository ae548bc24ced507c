// The opened packages as one set: each figure once, by register. Says what is a copy and what does not fit. Adds nothing up.
import type { PackageContent, PackageTable } from './read-package.ts';

export interface WardPackage extends PackageContent {
  readonly id: string;
  readonly folderName: string;
  /** From the labels; the folder's name where there are none. */
  readonly registerName: string;
}

/** The last month that a package speaks of: the month that was published. */
export const monthOfPackage = ({ tables }: WardPackage): string =>
  tables.reduce((last, { definition }) => {
    const month = definition.months.at(-1) ?? '';
    return month > last ? month : last;
  }, '');

const isSame = (a: WardPackage, b: WardPackage): boolean =>
  a.files.cellsCsv === b.files.cellsCsv && a.files.factsJson === b.files.factsJson;

export interface Sorted {
  /** Each publication once, in the order of registers and months. */
  readonly kept: readonly WardPackage[];
  /** Second copies of a kept one. */
  readonly copies: readonly { readonly copy: WardPackage; readonly kept: WardPackage }[];
  /** The same publication, with other figures. */
  readonly rivals: readonly (readonly [WardPackage, WardPackage])[];
}

/** Copies are put aside; of two the one that says whose it is stays. */
export function sortPackages(packages: readonly WardPackage[]): Sorted {
  const kept: WardPackage[] = [];
  const copies: { copy: WardPackage; kept: WardPackage }[] = [];
  const rivals: [WardPackage, WardPackage][] = [];
  const named = packages.toSorted((a, b) => Number(b.labels !== null) - Number(a.labels !== null));
  for (const one of named) {
    const known = kept.filter(({ publication }) => publication === one.publication);
    const twin = known.find((other) => isSame(other, one));
    const rival = known.find(({ registerName }) => registerName === one.registerName);
    if (twin !== undefined) copies.push({ copy: one, kept: twin });
    else if (rival !== undefined) rivals.push([rival, one]);
    else kept.push(one);
  }
  const order = (one: WardPackage) => `${one.registerName}\n${monthOfPackage(one)}\n${one.publication}`;
  return { kept: kept.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)), copies, rivals };
}

/** Registers in their order. */
export const registersOf = (packages: readonly WardPackage[]): readonly string[] => [
  ...new Set(packages.map(({ registerName }) => registerName)),
];

/** What is counted, over which months, broken down how: the same text for tables that can be added up. */
export const structureOf = ({ definition, source, dimensions }: PackageTable): string => {
  const { measure, months, mode, groups } = definition;
  const shape = dimensions.map(({ id, onePerPerson }) => [id, onePerPerson]);
  return JSON.stringify([source.id, source.kind, measure, months, shape, mode, groups ?? null]);
};

/** A table of one package. */
export interface OwnedTable {
  /** Place among the kept packages. */
  readonly index: number;
  readonly owner: WardPackage;
  readonly table: PackageTable;
}

export const tablesOf = (packages: readonly WardPackage[]): readonly OwnedTable[] =>
  packages.flatMap((owner, index) => owner.tables.map((table) => ({ index, owner, table })));

/** Tables of the same id and months over all packages. */
export const sameTables = (packages: readonly WardPackage[]): readonly (readonly OwnedTable[])[] => [
  ...Map.groupBy(
    tablesOf(packages),
    ({ table: { definition } }) => `${definition.id} ${definition.months.join('+')}`,
  ).values(),
];

/** Two packages of one register that show another figure in one place. */
export function contradictions(packages: readonly WardPackage[]): readonly (readonly [OwnedTable, OwnedTable])[] {
  const byPlace = Map.groupBy(tablesOf(packages), ({ owner, table }) => `${owner.registerName} ${structureOf(table)}`);
  return [...byPlace.values()].flatMap((tables) =>
    tables.flatMap((first, at) =>
      tables.slice(at + 1).flatMap((second) => (differs(first.table, second.table) ? [[first, second] as const] : [])),
    ),
  );
}

const differs = (a: PackageTable, b: PackageTable): boolean =>
  [...a.cells].some(([cell, shown]) => {
    const other = b.cells.get(cell);
    return typeof shown === 'number' && typeof other === 'number' && shown !== other;
  });
