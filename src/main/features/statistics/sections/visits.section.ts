// 見守り: every visit, by how it was made and what came of it, and who was overdue when the month ended.
import { VISIT_EVENT } from '#shared/model/counted-events.ts';

import { dueCalendarOn } from '../../people/due-calendar.ts';
import { codeAxis, NOT_STATED, optionalCodeAxis, sourceOf } from '../counting-axes.ts';
import { DISTRICT_GROUPS } from '../groupings.ts';
import type { ClosingReading, Counted, Section } from '../section.ts';
import { listVisitsWithin, listWatches } from '../statistics.queries.ts';
import { isWatchedOn } from '../watched.ts';

const ABSENCES = '不在だった訪問も1件と数えます。';
const PERSONS = '実人数は、期間のあいだに1回でも見守りをした方の数です。';
const OVERDUE =
  '月末までに次の見守りの期限が来て、その日までに様子を確かめられていない方です。入院・入所中の方は含みません。';

function collectVisits({ reader, firstDay, lastDay, isCounted }: ClosingReading): Counted[] {
  return listVisitsWithin(reader, firstDay, lastDay)
    .filter(({ id }) => !isCounted(VISIT_EVENT, id))
    .map(({ id, personId, method, result }) => ({
      source: 'visits',
      personId,
      values: { method, result },
      count: 1,
      event: { kind: VISIT_EVENT, recordId: id },
    }));
}

function collectOverdue({ reader, lastDay }: ClosingReading): Counted[] {
  const dueDates = dueCalendarOn(reader, lastDay);
  return listWatches(reader)
    .filter((watch) => isWatchedOn(watch, lastDay))
    .filter((watch) => {
      const { nextDueOn } = dueDates(watch);
      return nextDueOn !== null && nextDueOn <= lastDay;
    })
    .map(({ id, district }) => ({
      source: 'overdue',
      personId: id,
      values: { district: district ?? NOT_STATED },
      count: 1,
      event: null,
    }));
}

export const visitsSection: Section = {
  id: 'visits',
  title: '見守り',
  sources: (codes) => [
    sourceOf({ id: 'visits', kind: 'flow', title: '見守りの件数', unit: '件' }, [
      codeAxis(codes, { id: 'method', title: '方法', list: 'visitMethod', onePerPerson: false }),
      codeAxis(codes, { id: 'result', title: '結果', list: 'visitResult', onePerPerson: false }),
    ]),
    sourceOf({ id: 'overdue', kind: 'stock', title: '期限を過ぎている方（月末）', unit: '人' }, [
      optionalCodeAxis(codes, { id: 'district', title: '地域', list: 'district', onePerPerson: true }),
    ]),
  ],
  collect: (reading) => [...collectVisits(reading), ...collectOverdue(reading)],
  tables: [
    {
      id: 'visits_by_method_result',
      title: '見守りの件数（方法・結果別）',
      source: 'visits',
      measures: ['events'],
      dimensions: ['method', 'result'],
      spans: ['month', 'quarter', 'year'],
      usualSpans: ['month'],
      groupings: [],
      notes: [ABSENCES],
    },
    {
      id: 'visits_by_method',
      title: '見守りの件数（方法別）',
      source: 'visits',
      measures: ['events', 'persons'],
      dimensions: ['method'],
      spans: ['month', 'quarter', 'yearToDate', 'year'],
      usualSpans: ['month', 'yearToDate'],
      groupings: [],
      notes: [PERSONS],
    },
    {
      id: 'visits_by_result',
      title: '見守りの件数（結果別）',
      source: 'visits',
      measures: ['events', 'persons'],
      dimensions: ['result'],
      spans: ['month', 'quarter', 'yearToDate', 'year'],
      usualSpans: ['month', 'yearToDate'],
      groupings: [],
      notes: [ABSENCES, PERSONS],
    },
    {
      id: 'overdue_total',
      title: '期限を過ぎている方',
      source: 'overdue',
      measures: ['stock'],
      dimensions: [],
      spans: ['month'],
      usualSpans: ['month'],
      groupings: [],
      notes: [OVERDUE],
    },
    {
      id: 'overdue_by_district',
      title: '期限を過ぎている方（地域別）',
      source: 'overdue',
      measures: ['stock'],
      dimensions: ['district'],
      spans: ['month'],
      // A few more or fewer than a month ago tell who they are: month by month such a table is often refused.
      usualSpans: ['quarter'],
      groupings: [DISTRICT_GROUPS],
      notes: [OVERDUE],
    },
  ],
  relations: () => [],
  plainTables: [],
  collectPlain: () => [],
};
