// Words for what packages hold: months, titles, units, labels, from the packages' own labels where they have any. Decides nothing.
import { periodOf } from '#main/disclosure-control/tidy-file.ts';
import { SPANS } from '#shared/contract/report-shape.ts';
import { isCalendarMonth } from '#shared/model/calendar-date.ts';
import type { PackageTable } from './read-package.ts';
import type { WardPackage } from './ward-registers.ts';

const monthWords = (month: string): string => {
  const [year = '', number = ''] = month.split('-');
  return isCalendarMonth(month) ? `${Number(year)}年${Number(number)}月` : month;
};

/** 「2026年4月」「2026年4月〜6月」「2026年11月〜2027年1月」 */
export function periodWords(months: readonly string[]): string {
  const [first = '', last = first] = [months[0], months.at(-1)];
  if (first === last) return monthWords(first);
  const isSameYear = first.slice(0, 4) === last.slice(0, 4);
  return `${monthWords(first)}〜${isSameYear ? monthWords(last).replace(/^\d+年/u, '') : monthWords(last)}`;
}

/** The id says it (`consultations_by_district.quarter.events`); else the number of months does. */
export function spanOfTable({ definition: { months, id } }: PackageTable): (typeof SPANS)[number] {
  const said = SPANS.find((span) => id.split('.').includes(span));
  if (said !== undefined) return said;
  if (months.length === 1) return 'month';
  return months.length === 12 ? 'year' : 'yearToDate';
}

const SPAN_REMARKS = { month: '', quarter: '（四半期）', yearToDate: '（累計）', year: '（年度）' } as const;

export const spanWords = (table: PackageTable): string =>
  `${periodWords(table.definition.months)}${SPAN_REMARKS[spanOfTable(table)]}`;

export interface WardWords {
  title(table: PackageTable): string;
  unit(table: PackageTable): string;
  heading(source: string, dimension: string): string;
  /** Of a value, or of a group's name, which is its own label. */
  label(source: string, dimension: string, code: string): string;
}

const key = (...parts: readonly string[]): string => parts.join('\n');

/** The first package that has a word for something gives it. */
export function wordsOf(packages: readonly WardPackage[]): WardWords {
  const titles = new Map<string, string>();
  const units = new Map<string, string>();
  const headings = new Map<string, string>();
  const labels = new Map<string, string>();
  const put = (map: Map<string, string>, name: string, word: string) => void (map.has(name) || map.set(name, word));
  for (const { labels: own } of packages) {
    for (const { id, title, unit } of own?.tables ?? []) {
      put(titles, id, title);
      put(units, id, unit);
    }
    for (const { source, dimension, title, values } of own?.dimensions ?? []) {
      put(headings, key(source, dimension), title);
      for (const { code, label } of values) put(labels, key(source, dimension, code), label);
    }
  }
  return {
    title: ({ definition: { id, measure } }) => {
      const title = titles.get(id) ?? id;
      return measure === 'persons' && !title.includes('実人数') ? `${title}（実人数）` : title;
    },
    unit: ({ definition: { id, measure } }) => units.get(id) ?? (measure === 'events' ? '件' : '人'),
    heading: (source, dimension) => headings.get(key(source, dimension)) ?? dimension,
    label: (source, dimension, code) => (code === '計' ? '計' : (labels.get(key(source, dimension, code)) ?? code)),
  };
}

/** 「堀江地域 2026年4月」 */
export const packageWords = ({ register, tables }: WardPackage): string => {
  const months = [...new Set(tables.flatMap(({ definition }) => definition.months))].sort();
  return `${register.name}の${periodWords(months.slice(-1))}分`;
};

/** Where a cell is, for people: 「相談（分野別） 2026年4月、堀江 × 介護」. */
export function placeWords(words: WardWords, table: PackageTable, cell: string): string {
  const names = cell === '' ? [] : cell.split(',');
  const labels = table.dimensions.map(({ id }, at) => words.label(table.source.id, id, names[at] ?? '計'));
  const where = labels.length === 0 ? '計' : labels.join('・');
  return `「${words.title(table)}」${periodOf(table.definition.months) === '' ? '' : `（${spanWords(table)}）`}の${where}`;
}
