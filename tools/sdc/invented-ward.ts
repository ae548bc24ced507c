// An invented ward for tests and measurements: 14 districts, 14 categories, 4 fields, skewed as real ones are. Nobody in it exists.
import type { CountRecord, Source, TableDefinition } from '#main/disclosure-control/publication-model.ts';

/** A small generator of numbers in [0, 1) that repeats for a seed (mulberry32). Not secret, not for weights. */
export function diceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const numbered = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);

const DISTRICTS = numbered('d', 14);
const CATEGORIES = numbered('c', 14);
const FIELDS = numbered('f', 4);
const AGES = numbered('a', 5);
const HOUSEHOLDS = numbered('h', 4);
const CARES = numbered('n', 5);
const METHODS = numbered('m', 6);
const RESULTS = numbered('r', 7);

const CONSULTATIONS: Source = {
  id: 'consultations',
  kind: 'flow',
  dimensions: [
    { id: 'district', values: DISTRICTS, onePerPerson: true },
    { id: 'category', values: CATEGORIES, onePerPerson: false },
    { id: 'field', values: FIELDS, onePerPerson: false },
  ],
};

const VISITS: Source = {
  id: 'visits',
  kind: 'flow',
  dimensions: [
    { id: 'method', values: METHODS, onePerPerson: false },
    { id: 'result', values: RESULTS, onePerPerson: false },
  ],
};

const WATCHED: Source = {
  id: 'watched',
  kind: 'stock',
  dimensions: [
    { id: 'district', values: DISTRICTS, onePerPerson: true },
    { id: 'age', values: AGES, onePerPerson: true },
    { id: 'household', values: HOUSEHOLDS, onePerPerson: true },
    { id: 'care', values: CARES, onePerPerson: true },
  ],
};

export const WARD_SOURCES = [CONSULTATIONS, VISITS, WATCHED] as const;

/** Shares of the 14 categories and 4 fields in the national statistics, roughly. */
const CATEGORY_SHARES = [8, 3, 7, 3.3, 9, 6, 3, 0.6, 0.8, 3, 1.6, 4.5, 25, 25];
const FIELD_SHARES = [56, 5, 21, 18];
const DISTRICT_SHARES = [9, 4, 7, 6, 5, 8, 14, 9, 7, 5, 8, 7, 4, 7];

function choose(values: readonly string[], shares: readonly number[], dice: () => number): string {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let rest = dice() * total;
  for (const [index, value] of values.entries()) {
    rest -= shares[index] ?? 0;
    if (rest < 0) return value;
  }
  return values.at(-1) ?? '';
}

const fading = (count: number, factor: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => factor ** index);

/** The n-th month from April 2026. */
export function monthAt(index: number): string {
  const month = 3 + index;
  return `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

export interface InventedWard {
  readonly seed: number;
  /** Consultations of a month, about. 430 is the ward of the design. */
  readonly consultations?: number;
  readonly visits?: number;
  readonly residents?: number;
}

interface Resident {
  readonly id: string;
  readonly district: string;
  readonly field: string;
  /** How often this one comes. */
  readonly activity: number;
  readonly watched: Readonly<Record<string, string>>;
  readonly from: number;
  readonly until: number;
}

function inventResidents({ seed, residents = 1_100 }: InventedWard): readonly Resident[] {
  const dice = diceOf(seed);
  return Array.from({ length: residents }, (_, index) => {
    const district = choose(DISTRICTS, DISTRICT_SHARES, dice);
    return {
      id: `invented-${index}`,
      district,
      field: choose(FIELDS, FIELD_SHARES, dice),
      activity: dice() ** 4 * 6 + 0.1,
      watched: {
        district,
        age: choose(AGES, [10, 25, 35, 22, 8], dice),
        household: choose(HOUSEHOLDS, [55, 25, 12, 8], dice),
        care: choose(CARES, [50, 20, 15, 10, 5], dice),
      },
      from: dice() < 0.85 ? 0 : Math.floor(dice() * 12),
      until: dice() < 0.9 ? 99 : Math.floor(dice() * 12),
    };
  });
}

function inventConsultations(
  ward: InventedWard,
  residents: readonly Resident[],
  index: number,
): readonly CountRecord[] {
  const dice = diceOf(ward.seed * 1_000 + index + 1);
  const shares = residents.map(({ activity }) => activity);
  const ids = residents.map(({ id }) => id);
  const byId = new Map(residents.map((resident) => [resident.id, resident]));
  const total = Math.round((ward.consultations ?? 430) * (0.85 + 0.3 * dice()));
  return Array.from({ length: total }, () => {
    const person = byId.get(choose(ids, shares, dice));
    const field = dice() < 0.85 ? (person?.field ?? 'f01') : choose(FIELDS, FIELD_SHARES, dice);
    const values = { district: person?.district ?? 'd01', category: choose(CATEGORIES, CATEGORY_SHARES, dice), field };
    return { source: CONSULTATIONS.id, month: monthAt(index), values, personId: person?.id ?? '', count: 1 };
  });
}

function inventVisits(ward: InventedWard, residents: readonly Resident[], index: number): readonly CountRecord[] {
  const dice = diceOf(ward.seed * 1_000 + 500 + index);
  const total = Math.round((ward.visits ?? 1_500) * (0.85 + 0.3 * dice()));
  return Array.from({ length: total }, () => {
    const person = residents[Math.floor(dice() * residents.length)];
    const values = { method: choose(METHODS, fading(6, 0.55), dice), result: choose(RESULTS, fading(7, 0.5), dice) };
    return { source: VISITS.id, month: monthAt(index), values, personId: person?.id ?? '', count: 1 };
  });
}

const inventStock = (residents: readonly Resident[], index: number): readonly CountRecord[] =>
  residents
    .filter(({ from, until }) => from <= index && index < until)
    .map(({ id, watched }) => ({ source: WATCHED.id, month: monthAt(index), values: watched, personId: id, count: 1 }));

/** Records of the first `months` months of a ward. The same seed gives the same ward. */
export function inventWard(ward: InventedWard, months: number): readonly CountRecord[] {
  const residents = inventResidents(ward);
  return Array.from({ length: months }, (_, index) => [
    ...inventConsultations(ward, residents, index),
    ...inventVisits(ward, residents, index),
    ...inventStock(residents, index),
  ]).flat();
}

const table = (
  id: string,
  source: Source,
  months: readonly string[],
  dimensions: readonly string[],
  measure: TableDefinition['measure'] = source.kind === 'stock' ? 'stock' : 'events',
): TableDefinition => ({ id, source: source.id, measure, months, dimensions, mode: 'suppressed' });

/** One suppressed table of consultations. */
export const consultationTable = (id: string, months: readonly string[], dimensions: readonly string[]) =>
  table(id, CONSULTATIONS, months, dimensions);

/** The default pack of the n-th month: month, year to date, and what the quarter brings. */
export function defaultPack(index: number): readonly TableDefinition[] {
  const month = [monthAt(index)];
  const year = Array.from({ length: index + 1 }, (_, one) => monthAt(one));
  const monthly = [
    table('month-district-field', CONSULTATIONS, month, ['district', 'field']),
    table('month-category-field', CONSULTATIONS, month, ['category', 'field']),
    table('month-visits', VISITS, month, ['method', 'result']),
  ];
  const yearly = [
    table('year-district', CONSULTATIONS, year, ['district']),
    table('year-category', CONSULTATIONS, year, ['category']),
    table('year-field', CONSULTATIONS, year, ['field']),
  ];
  const quarter = [
    {
      ...table('quarter-district-category', CONSULTATIONS, year.slice(-3), ['district', 'category']),
      zeros: 'mayBeHidden' as const,
    },
    table('quarter-stock', WATCHED, month, ['district', 'age']),
  ];
  return [...monthly, ...(index > 0 ? yearly : []), ...((index + 1) % 3 === 0 ? quarter : [])];
}
