// How a section writes down its sources: one axis for each way to break it down, the codes of a list as its values. Counts nothing.
import type { CodeList } from '#shared/model/code-lists.ts';
import type { CountingCodes } from './counting-codes.ts';
import type { SectionSource } from './section.ts';

/** In place of a code where a record has none. */
export const NOT_STATED = 'none';
export const NOT_STATED_LABEL = '記入なし';

export interface Axis {
  readonly id: string;
  readonly title: string;
  readonly values: readonly string[];
  readonly labelOf: (value: string) => string;
  /** As in the library: a person has exactly one value in whatever span of months. Always so in a stock. */
  readonly onePerPerson: boolean;
}

interface ListAxis {
  readonly id: string;
  readonly title: string;
  readonly list: CodeList;
  readonly onePerPerson: boolean;
}

/** Every code in force of a list that a record must have. */
export function codeAxis(codes: CountingCodes, { id, title, list, onePerPerson }: ListAxis): Axis {
  return { id, title, onePerPerson, values: codes.codesOf(list), labelOf: codes.labelOf(list) };
}

/** The same of a list that a record may leave out. */
export function optionalCodeAxis(codes: CountingCodes, axis: ListAxis): Axis {
  const { values, labelOf, ...rest } = codeAxis(codes, axis);
  return {
    ...rest,
    values: [...values, NOT_STATED],
    labelOf: (value) => (value === NOT_STATED ? NOT_STATED_LABEL : labelOf(value)),
  };
}

/** An axis whose values the program itself knows. */
export function fixedAxis(
  axis: Pick<Axis, 'id' | 'title' | 'onePerPerson'>,
  labels: Readonly<Record<string, string>>,
): Axis {
  return { ...axis, values: Object.keys(labels), labelOf: (value) => labels[value] ?? value };
}

export function sourceOf(
  source: Pick<SectionSource, 'id' | 'kind' | 'title' | 'unit'>,
  axes: readonly Axis[],
): SectionSource {
  return {
    ...source,
    dimensions: axes.map(({ id, values, onePerPerson }) => ({ id, values, onePerPerson })),
    dimensionTitles: Object.fromEntries(axes.map(({ id, title }) => [id, title])),
    labelOf: (dimension, value) => axes.find(({ id }) => id === dimension)?.labelOf(value) ?? value,
  };
}
