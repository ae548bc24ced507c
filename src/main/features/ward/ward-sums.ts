// Adds up the same table over registers, cell by cell: a figure only where every register shows its own. Knows no words.
import { hiddenFloor } from '#main/disclosure-control/facts.ts';
import type { Piece, WardFact } from './outsider-check.ts';
import { cellName, type PackageTable, type ShownDimension } from './read-package.ts';
import { type OwnedTable, sameTables, structureOf } from './ward-packages.ts';
import { registersOf, type WardPackage, type WardRegister } from './ward-registers.ts';

/** Figures of one register for one table; of several packages that which shows most. */
interface Part {
  readonly registerId: string;
  readonly tables: readonly OwnedTable[];
}

/** A number of which it is known from which cells it comes. */
export interface Known {
  readonly value: number;
  readonly pieces: readonly Piece[];
}

export interface WardTable {
  /** As the packages name it. */
  readonly table: PackageTable;
  /** Names. */
  readonly registers: readonly string[];
  /** Registers that have other tables of these months, or other months of this table, but not this one. */
  readonly missing: readonly string[];
  /** Values of all registers, in the order in which they first come. */
  readonly dimensions: readonly ShownDimension[];
  /** `null`: ＊ in some register. */
  figureOf(names: readonly string[]): Known | null;
  /** The sum of what is shown: the figure itself, or without every ＊. Along what a person may have several of, the largest. */
  shownOf(names: readonly string[]): Known;
  /** What the figure is at least, with the 1 that a ＊ is where every 0 is shown. */
  leastOf(names: readonly string[]): Known;
}

const TOTAL = '計';
const NOTHING: Known = { value: 0, pieces: [] };

const plus = (a: Known, b: Known): Known => ({ value: a.value + b.value, pieces: [...a.pieces, ...b.pieces] });
const larger = (a: Known, b: Known): Known => (b.value > a.value ? b : a);

function partsOf(tables: readonly OwnedTable[]): readonly Part[] {
  const byRegister = Map.groupBy(tables, ({ owner }) => owner.register.id);
  return [...byRegister].map(([registerId, own]) => ({ registerId, tables: own }));
}

interface Cell {
  /** `null` is ＊. */
  readonly shown: number | null;
  /** The least that it stands for, if it is ＊. */
  readonly floor: 0 | 1;
  readonly piece: Piece;
}

/** One register's cell, or nothing where no such value or combination is. */
function cellIn({ tables }: Part, names: readonly string[]): Cell | undefined {
  const cell = cellName(names);
  const found = tables.flatMap(({ index, table }) => {
    const shown = table.cells.get(cell);
    if (shown === undefined) return [];
    const { definition } = table;
    return [{ shown, floor: hiddenFloor(definition), piece: { package: index, table: definition.id, cell } }];
  });
  return found.find(({ shown }) => shown !== null) ?? found[0];
}

/** One register's figure, or what its parts show of it; with `isLeast` a ＊ counts what it stands for at least. */
function shownIn(
  part: Part,
  dimensions: readonly ShownDimension[],
  isOneEach: boolean,
  names: readonly string[],
  isLeast: boolean,
): Known {
  const found = cellIn(part, names);
  if (found === undefined) return NOTHING;
  if (found.shown !== null) return { value: found.shown, pieces: [found.piece] };
  const own: Known = isLeast && found.floor > 0 ? { value: found.floor, pieces: [found.piece] } : NOTHING;
  return dimensions.reduce((best, { names: values, onePerPerson }, at) => {
    if (names[at] !== TOTAL) return best;
    const inner = values.map((value) => shownIn(part, dimensions, isOneEach, names.with(at, value), isLeast));
    return larger(best, inner.reduce(isOneEach || onePerPerson ? plus : larger, NOTHING));
  }, own);
}

const isOneEach = ({ definition: { measure } }: PackageTable): boolean => measure !== 'persons';

/** Values of all registers; those of the first in their order, then what others add. */
function unionOf(tables: readonly OwnedTable[]): readonly ShownDimension[] {
  const [first] = tables;
  return (first?.table.dimensions ?? []).map((dimension, at) => ({
    ...dimension,
    names: [...new Set(tables.flatMap(({ table }) => table.dimensions[at]?.names ?? []))],
  }));
}

function wardTable(tables: readonly OwnedTable[], everybody: readonly WardRegister[]): WardTable | null {
  const [first] = tables;
  if (!first) return null;
  const { table } = first;
  const parts = partsOf(tables);
  const dimensions = unionOf(tables);
  const ids = new Set(parts.map(({ registerId }) => registerId));
  const namesWhere = (isIn: boolean) => everybody.filter(({ id }) => ids.has(id) === isIn).map(({ name }) => name);
  const sumOf = (names: readonly string[], isLeast: boolean) =>
    parts.map((part) => shownIn(part, dimensions, isOneEach(table), names, isLeast)).reduce(plus, NOTHING);
  return {
    table,
    registers: namesWhere(true),
    missing: namesWhere(false),
    dimensions,
    figureOf: (names) => {
      const cells = parts.map((part) => cellIn(part, names));
      if (cells.some((cell) => cell?.shown === null)) return null;
      const shown = cells.flatMap((cell) => (cell === undefined ? [] : [cell]));
      return {
        value: shown.reduce((sum, cell) => sum + (cell.shown ?? 0), 0),
        pieces: shown.map(({ piece }) => piece),
      };
    },
    shownOf: (names) => sumOf(names, false),
    leastOf: (names) => sumOf(names, true),
  };
}

/** Every table of every span; where registers built one differently, one for each way. */
export function wardTables(packages: readonly WardPackage[]): readonly WardTable[] {
  const everybody = registersOf(packages);
  const tables = sameTables(packages).flatMap((same) =>
    [...Map.groupBy(same, ({ table }) => structureOf(table)).values()].flatMap(
      (alike) => wardTable(alike, everybody) ?? [],
    ),
  );
  return tables.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0));
}

/** Newest last month first, short spans before long ones; within it the order of the packages. */
function orderOf({ table: { definition } }: WardTable): string {
  const last = definition.months.at(-1) ?? '';
  const newestFirst = 999_999 - Number(last.replace('-', ''));
  return `${newestFirst} ${String(definition.months.length).padStart(2, '0')}`;
}

const crossing = (lists: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  lists.reduce<readonly (readonly string[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((one) => [...row, one])),
    [[]],
  );

/** Everything that the ward's table tells: each figure, and of each ＊ what it is at least. */
export function factsOf({ table, dimensions, figureOf, shownOf, leastOf }: WardTable): readonly WardFact[] {
  if (table.definition.mode === 'rounded') return [];
  return crossing(dimensions.map(({ names }) => [...names, TOTAL])).flatMap((names) => {
    const figure = figureOf(names);
    if (figure !== null)
      return figure.pieces.length < 2 ? [] : [{ pieces: figure.pieces, lo: figure.value, hi: figure.value }];
    if (!names.includes(TOTAL) && dimensions.length > 0) return [];
    const [shown, least] = [shownOf(names), leastOf(names)];
    return [
      { pieces: shown.pieces, lo: shown.value, hi: shown.value },
      { pieces: least.pieces, lo: least.value, hi: null },
    ].filter(({ pieces }) => pieces.length > 0);
  });
}
