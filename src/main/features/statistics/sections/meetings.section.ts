// 連絡会: how many were held in which 地域, and what was on their agenda. Nobody stands behind these figures.
import { codeAxis, NOT_STATED, optionalCodeAxis } from '../counting-axes.ts';
import type { CountingCodes } from '../counting-codes.ts';
import type { ClosingReading, PlainCount, PlainTable, Section } from '../section.ts';
import { listMeetingsWithin } from '../statistics.queries.ts';

const MEETING_EVENT = 'meeting';

function collectPlain({ reader, firstDay, lastDay, isCounted }: ClosingReading): readonly PlainCount[] {
  return listMeetingsWithin(reader, firstDay, lastDay)
    .filter(({ id }) => !isCounted(MEETING_EVENT, id))
    .flatMap(({ id, district, agenda }) => {
      const event = { kind: MEETING_EVENT, recordId: id };
      return [
        { table: 'meetings_held', code: district ?? NOT_STATED, count: 1, event },
        ...agenda.map((kind) => ({ table: 'agenda_items', code: kind, count: 1, event })),
      ];
    });
}

const districts = (codes: CountingCodes) =>
  optionalCodeAxis(codes, { id: 'district', title: '地域', list: 'district', onePerPerson: true });
const kinds = (codes: CountingCodes) =>
  codeAxis(codes, { id: 'kind', title: '議題', list: 'meetingAgenda', onePerPerson: true });

const plainTable = (
  table: Pick<PlainTable, 'id' | 'title' | 'rowHeading' | 'unit'>,
  axisOf: typeof districts,
): PlainTable => ({
  ...table,
  rows: (codes) => {
    const { values, labelOf } = axisOf(codes);
    return values.map((code) => ({ code, label: labelOf(code) }));
  },
  labelOf: (codes) => axisOf(codes).labelOf,
});

export const meetingsSection: Section = {
  id: 'meetings',
  title: '連絡会',
  sources: () => [],
  collect: () => [],
  tables: [],
  relations: () => [],
  plainTables: [
    plainTable({ id: 'meetings_held', title: '連絡会の開催', rowHeading: '地域', unit: '回' }, districts),
    plainTable({ id: 'agenda_items', title: '連絡会で話したこと', rowHeading: '議題', unit: '件' }, kinds),
  ],
  collectPlain,
};
