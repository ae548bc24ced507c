// 見守り対象の方: how many are under watch at the end of a month, who they are, and how many came and went since the month before.
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { fixedAxis, NOT_STATED, optionalCodeAxis, sourceOf } from '../counting-axes.ts';
import type { CountingCodes } from '../counting-codes.ts';
import type { ClosingReading, Counted, Section, SectionRelation, SectionSource } from '../section.ts';
import { consentsInForceOn, listWatches } from '../statistics.queries.ts';
import { AGE_BANDS, ageBandOn, CARE_GROUP_LABELS, careGroupOf, isWatchedOn } from '../watched.ts';
import { PERSON_TABLES } from './persons-tables.ts';

type Watch = ReturnType<typeof listWatches>[number];

const inOnePlace = { onePerPerson: true } as const;
/** Of a span of several months: somebody may end, be taken up again elsewhere, and end for another reason. */
const inSeveral = { onePerPerson: false } as const;

function sources(codes: CountingCodes): readonly SectionSource[] {
  const district = { id: 'district', title: '地域', list: 'district' } as const;
  const stock = { kind: 'stock', unit: '人' } as const;
  const flow = { kind: 'flow', unit: '人' } as const;
  return [
    sourceOf({ ...stock, id: 'watched', title: '見守り対象の方（月末）' }, [
      optionalCodeAxis(codes, { ...district, ...inOnePlace }),
      fixedAxis({ id: 'ageBand', title: '年齢', ...inOnePlace }, AGE_BANDS),
    ]),
    sourceOf({ ...stock, id: 'watched_households', title: '見守り対象の方（月末）' }, [
      optionalCodeAxis(codes, { id: 'household', title: '世帯', list: 'household', ...inOnePlace }),
      fixedAxis({ id: 'careGroup', title: '要介護度', ...inOnePlace }, CARE_GROUP_LABELS),
    ]),
    sourceOf({ ...stock, id: 'watched_consents', title: '見守り対象の方（月末）' }, [
      optionalCodeAxis(codes, { id: 'consent', title: '同意', list: 'consentStatus', ...inOnePlace }),
    ]),
    sourceOf({ ...flow, id: 'begun', title: '新しく見守りを始めた方' }, [
      optionalCodeAxis(codes, { ...district, ...inSeveral }),
    ]),
    sourceOf({ ...flow, id: 'ended', title: '見守りを終えた方' }, [
      optionalCodeAxis(codes, { id: 'reason', title: '終了の理由', list: 'endReason', ...inSeveral }),
    ]),
  ];
}

/** One person in one source. Nothing of this section is stamped: its flows are differences of two snapshots. */
const one = (source: string, personId: string, values: Counted['values']): Counted => ({
  source,
  personId,
  values,
  count: 1,
  event: null,
});

function stocksOf(watched: readonly Watch[], consents: ReadonlyMap<string, string>, day: CalendarDate): Counted[] {
  return watched.flatMap(({ id, district, birthOn, household, careLevel }) => [
    one('watched', id, { district: district ?? NOT_STATED, ageBand: ageBandOn(birthOn, day) }),
    one('watched_households', id, { household: household ?? NOT_STATED, careGroup: careGroupOf(careLevel) }),
    one('watched_consents', id, { consent: consents.get(id) ?? NOT_STATED }),
  ]);
}

/** Whoever is in one of the two snapshots and not in the other; somebody who was erased has ended without a reason. */
function changesSince(before: ReadonlySet<string>, watches: readonly Watch[], day: CalendarDate): Counted[] {
  const watched = watches.filter((watch) => isWatchedOn(watch, day));
  const now = new Set(watched.map(({ id }) => id));
  const reasons = new Map(
    watches.flatMap(({ id, watchEndedOn, endReason }) =>
      watchEndedOn !== null && watchEndedOn <= day ? [[id, endReason] as const] : [],
    ),
  );
  return [
    ...watched
      .filter(({ id }) => !before.has(id))
      .map(({ id, district }) => one('begun', id, { district: district ?? NOT_STATED })),
    ...[...before]
      .filter((id) => !now.has(id))
      .map((id) => one('ended', id, { reason: reasons.get(id) ?? NOT_STATED })),
  ];
}

function collect({ reader, lastDay, stockBefore }: ClosingReading): readonly Counted[] {
  const watches = listWatches(reader);
  const watched = watches.filter((watch) => isWatchedOn(watch, lastDay));
  const before = stockBefore('watched');
  return [
    ...stocksOf(watched, consentsInForceOn(reader, lastDay), lastDay),
    ...(before === null ? [] : changesSince(before, watches, lastDay)),
  ];
}

const total = (source: string, coef: 1 | -1, monthsBack: 0 | 1 = 0) => ({
  ...{ coef, source, monthsBack },
  measure: source === 'begun' || source === 'ended' ? ('events' as const) : ('stock' as const),
  where: {},
});

/** The whole only: by 地域 前月末 + 新規 - 終了 is not 月末, because people move. */
const RELATIONS: readonly SectionRelation[] = [
  { id: 'watched_as_households', parts: [total('watched', 1), total('watched_households', -1)] },
  { id: 'watched_as_consents', parts: [total('watched', 1), total('watched_consents', -1)] },
  {
    id: 'came_and_went',
    parts: [total('watched', 1), total('watched', -1, 1), total('begun', -1), total('ended', 1)],
  },
];

export const personsSection: Section = {
  id: 'persons',
  title: '見守り対象の方',
  sources,
  collect,
  tables: PERSON_TABLES,
  relations: () => RELATIONS,
  plainTables: [],
  collectPlain: () => [],
};
