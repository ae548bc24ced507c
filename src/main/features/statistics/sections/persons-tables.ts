// The tables of 見守り対象の方 that can be published. Who they are is usually told at the ends of quarters: from one month to the next so few come
// and go that nearly every difference of two tables would be somebody, and ＊.
import { AGE_GROUPS, CARE_GROUPS, DISTRICT_GROUPS } from '../groupings.ts';
import type { TableDesign } from '../section.ts';

const END_OF_MONTH = '月末の人数です。期間の途中の増えへりは含みません。';
const AS_KNOWN = '地域・世帯・要介護度は、月のしめをした時点のものです。';
const FROM_STOCKS = '前の月の月末と、その月の月末をくらべて数えます。その月のうちに始めて終えた方は含みません。';

const stock = { measures: ['stock'], groupings: [], notes: [END_OF_MONTH] } as const;
const flow = { measures: ['events'], groupings: [], notes: [FROM_STOCKS] } as const;

export const PERSON_TABLES: readonly TableDesign[] = [
  {
    ...flow,
    id: 'begun_total',
    title: '新しく見守りを始めた方',
    source: 'begun',
    dimensions: [],
    spans: ['month', 'yearToDate', 'year'],
    usualSpans: ['month', 'yearToDate'],
  },
  {
    ...flow,
    id: 'ended_by_reason',
    title: '見守りを終えた方（理由別）',
    source: 'ended',
    dimensions: ['reason'],
    spans: ['month', 'yearToDate', 'year'],
    usualSpans: ['month', 'yearToDate'],
  },
  {
    ...flow,
    id: 'begun_by_district',
    title: '新しく見守りを始めた方（地域別）',
    source: 'begun',
    dimensions: ['district'],
    spans: ['quarter', 'yearToDate', 'year'],
    usualSpans: [],
    groupings: [DISTRICT_GROUPS],
  },
  {
    ...stock,
    id: 'watched_by_district',
    title: '見守り対象の方（地域別）',
    source: 'watched',
    dimensions: ['district'],
    spans: ['month'],
    usualSpans: [],
    groupings: [DISTRICT_GROUPS],
  },
  {
    ...stock,
    id: 'watched_by_age',
    title: '見守り対象の方（年齢別）',
    source: 'watched',
    dimensions: ['ageBand'],
    spans: ['month'],
    usualSpans: [],
    groupings: [AGE_GROUPS],
  },
  {
    ...stock,
    id: 'watched_by_district_age',
    title: '見守り対象の方（地域・年齢別）',
    source: 'watched',
    dimensions: ['district', 'ageBand'],
    spans: ['quarter'],
    usualSpans: ['quarter'],
    groupings: [DISTRICT_GROUPS, AGE_GROUPS],
    notes: [END_OF_MONTH, AS_KNOWN],
  },
  {
    ...stock,
    id: 'watched_by_household',
    title: '見守り対象の方（世帯別）',
    source: 'watched_households',
    dimensions: ['household'],
    spans: ['month'],
    usualSpans: ['quarter'],
  },
  {
    ...stock,
    id: 'watched_by_care',
    title: '見守り対象の方（要介護度別）',
    source: 'watched_households',
    dimensions: ['careGroup'],
    spans: ['month'],
    usualSpans: ['quarter'],
    groupings: [CARE_GROUPS],
  },
  {
    ...stock,
    id: 'watched_by_household_care',
    title: '見守り対象の方（世帯・要介護度別）',
    source: 'watched_households',
    dimensions: ['household', 'careGroup'],
    spans: ['year'],
    usualSpans: [],
    groupings: [CARE_GROUPS],
    notes: [END_OF_MONTH, AS_KNOWN],
  },
  {
    ...stock,
    id: 'watched_by_consent',
    title: '見守り対象の方（同意の状況別）',
    source: 'watched_consents',
    dimensions: ['consent'],
    spans: ['month'],
    usualSpans: ['quarter'],
  },
];
