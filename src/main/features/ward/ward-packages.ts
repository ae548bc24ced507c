// The opened packages as one set: each figure once, by register. Says what is a copy and what does not fit. Adds nothing up.
import type { PackageTable } from './read-package.ts';
import { type OpenedPackage, registerIdOf, type WardPackage, withRegisters } from './ward-registers.ts';

/** The last month that a package speaks of: the month that was published. */
export const monthOfPackage = ({ tables }: OpenedPackage): string =>
  tables.reduce((last, { definition }) => {
    const month = definition.months.at(-1) ?? '';
    return month > last ? month : last;
  }, '');

const isSame = (a: OpenedPackage, b: OpenedPackage): boolean =>
  a.files.cellsCsv === b.files.cellsCsv && a.files.factsJson === b.files.factsJson;

type Pair = readonly [WardPackage, OpenedPackage];

export interface Sorted {
  /** Each publication once, in the order of registers and months. */
  readonly kept: readonly WardPackage[];
  /** Second copies of a kept one. */
  readonly copies: readonly Pair[];
  /** The same publication as a kept one with other figures, of the same register or of nobody knows which. */
  readonly rivals: readonly Pair[];
  /** The same publication and figures as a kept one, said to be another register's. */
  readonly disputed: readonly Pair[];
}

type Kind = 'copies' | 'rivals' | 'disputed';

function kindOf(one: OpenedPackage, kept: readonly OpenedPackage[]): readonly [Kind, OpenedPackage] | null {
  const known = kept.filter(({ publication }) => publication === one.publication);
  const twins = known.filter((other) => isSame(other, one));
  const own = [...twins, ...known].find((other) => registerIdOf(other) === registerIdOf(one));
  const [twin] = twins;
  const [other] = known;
  if (own !== undefined) return [isSame(own, one) ? 'copies' : 'rivals', own];
  if (twin !== undefined) return [one.labels === null ? 'copies' : 'disputed', twin];
  // Without labels it does not say that it is another's.
  return one.labels === null && other !== undefined ? ['rivals', other] : null;
}

/** Copies are put aside; of two the one that says whose it is stays. */
export function sortPackages(packages: readonly OpenedPackage[]): Sorted {
  const kept: OpenedPackage[] = [];
  const found: { readonly kind: Kind; readonly known: OpenedPackage; readonly one: OpenedPackage }[] = [];
  const named = packages.toSorted((a, b) => Number(b.labels !== null) - Number(a.labels !== null));
  for (const one of named) {
    const [kind, known] = kindOf(one, kept) ?? [];
    if (kind === undefined || known === undefined) kept.push(one);
    else found.push({ kind, known, one });
  }
  const order = (one: WardPackage) =>
    [one.register.name, one.register.id, monthOfPackage(one), one.publication].join('\n');
  const sorted = withRegisters(kept).toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  const pairs = (wanted: Kind) =>
    found.flatMap(({ kind, known: { id }, one }) => {
      const known = sorted.find((other) => other.id === id);
      return kind === wanted && known !== undefined ? [[known, one] as const] : [];
    });
  return { kept: sorted, copies: pairs('copies'), rivals: pairs('rivals'), disputed: pairs('disputed') };
}

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
  const byPlace = Map.groupBy(tablesOf(packages), ({ owner, table }) => `${owner.register.id} ${structureOf(table)}`);
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
