// つなぎ: what was passed on to whom, and how much of it was confirmed, each in the month in which it was entered.
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { codeAxis, sourceOf } from '../counting-axes.ts';
import type { ClosingReading, Counted, Section, TableDesign } from '../section.ts';
import { listConsultationsUpTo } from '../statistics.queries.ts';

const REFERRAL_EVENT = 'referral';
const ACKNOWLEDGEMENT_EVENT = 'acknowledgement';

const CONFIRMED = '受け取ったと先方に確認できた月に数えます。つないだ月とちがうことがあります。';

/** Both need an agency. A referral without a day of its own happened on the day of the consultation. */
function collect({ reader, firstDay, lastDay, isCounted }: ClosingReading): readonly Counted[] {
  const isDue = (day: string | null): day is CalendarDate => day !== null && firstDay <= day && day <= lastDay;
  return listConsultationsUpTo(reader, lastDay).flatMap((each) => {
    const { id, personId, referredTo, referredOn, consultedOn, acknowledgedOn } = each;
    if (referredTo === null) {
      return [];
    }
    const counted = (source: string, kind: string, day: string | null): Counted[] =>
      isDue(day) && !isCounted(kind, id)
        ? [
            {
              source,
              personId: personId ?? id,
              values: { agency: referredTo },
              count: 1,
              event: { kind, recordId: id },
            },
          ]
        : [];
    return [
      ...counted('referrals', REFERRAL_EVENT, referredOn ?? consultedOn),
      ...counted('acknowledgements', ACKNOWLEDGEMENT_EVENT, acknowledgedOn),
    ];
  });
}

const byAgency: Omit<TableDesign, 'id' | 'title' | 'source' | 'measures' | 'notes'> = {
  dimensions: ['agency'],
  spans: ['month', 'quarter', 'yearToDate', 'year'],
  usualSpans: ['month', 'yearToDate'],
  groupings: [],
};

export const referralsSection: Section = {
  id: 'referrals',
  title: 'つなぎ',
  sources: (codes) => {
    const agency = codeAxis(codes, { id: 'agency', title: 'つなぎ先', list: 'referral', onePerPerson: false });
    return [
      sourceOf({ id: 'referrals', kind: 'flow', title: 'つないだ件数', unit: '件' }, [agency]),
      sourceOf({ id: 'acknowledgements', kind: 'flow', title: '受け取りを確認できた件数', unit: '件' }, [agency]),
    ];
  },
  collect,
  tables: [
    {
      ...byAgency,
      id: 'referrals_by_agency',
      title: 'つないだ件数（つなぎ先別）',
      source: 'referrals',
      measures: ['events', 'persons'],
      notes: [],
    },
    {
      ...byAgency,
      id: 'acknowledgements_by_agency',
      title: '受け取りを確認できた件数（つなぎ先別）',
      source: 'acknowledgements',
      measures: ['events'],
      notes: [CONFIRMED],
    },
  ],
  relations: () => [],
  plainTables: [],
  collectPlain: () => [],
};
