// The tables of 相談 that can be published. The finest crossings are for long spans: a month of them would be nearly all ＊.
import { CONTENT_GROUPS, DISTRICT_GROUPS } from '../groupings.ts';
import type { TableDesign } from '../section.ts';

const ONCE = '相談1件を、内容と分野のそれぞれで1回ずつ数えます。';
const NOBODY = '台帳にない方についての相談は、1件を1人と数えます。';
const TURNS = '新規は、その方についての台帳で最初の相談です。台帳にない方についての相談は新規と数えます。';

const crossing = { source: 'consultations', measures: ['events'], notes: [ONCE] } as const;
const margin = {
  source: 'consultations',
  measures: ['events', 'persons'],
  spans: ['month', 'quarter', 'yearToDate', 'year'],
  usualSpans: ['month', 'yearToDate'],
  groupings: [],
  notes: [NOBODY],
} as const;

export const CONSULTATION_TABLES: readonly TableDesign[] = [
  {
    ...crossing,
    id: 'consultations_by_district_field',
    title: '相談の件数（地域・分野別）',
    dimensions: ['district', 'field'],
    spans: ['month', 'quarter', 'year'],
    usualSpans: ['month'],
    groupings: [DISTRICT_GROUPS],
  },
  {
    ...crossing,
    id: 'consultations_by_content_field',
    title: '相談の件数（内容・分野別）',
    dimensions: ['content', 'field'],
    spans: ['month', 'quarter', 'year'],
    usualSpans: ['month'],
    groupings: [CONTENT_GROUPS],
  },
  {
    ...margin,
    id: 'consultations_by_district',
    title: '相談の件数（地域別）',
    dimensions: ['district'],
    groupings: [DISTRICT_GROUPS],
  },
  {
    ...margin,
    id: 'consultations_by_content',
    title: '相談の件数（内容別）',
    dimensions: ['content'],
    groupings: [CONTENT_GROUPS],
    notes: [ONCE, NOBODY],
  },
  { ...margin, id: 'consultations_by_field', title: '相談の件数（分野別）', dimensions: ['field'] },
  {
    ...crossing,
    id: 'consultations_by_district_content',
    title: '相談の件数（地域・内容別）',
    dimensions: ['district', 'content'],
    spans: ['quarter', 'year'],
    usualSpans: ['quarter'],
    groupings: [DISTRICT_GROUPS, CONTENT_GROUPS],
  },
  {
    ...crossing,
    id: 'consultations_by_district_content_field',
    title: '相談の件数（地域・内容・分野別）',
    dimensions: ['district', 'content', 'field'],
    spans: ['year'],
    usualSpans: [],
    groupings: [DISTRICT_GROUPS, CONTENT_GROUPS],
  },
  {
    id: 'consultation_turns_by_field',
    title: '相談の件数（新規・継続、分野別）',
    source: 'consultation_turns',
    measures: ['events'],
    dimensions: ['turn', 'field'],
    spans: ['month', 'quarter', 'year'],
    usualSpans: ['month'],
    groupings: [],
    notes: [TURNS],
  },
];
