// What main would offer, list and remember of made-up summaries. Nobody is behind it.
import type { OutputOf } from '#shared/contract/operation.ts';
import type { publicationsContract } from '#shared/contract/publications.contract.ts';
import { publicationIdSchema } from '#shared/contract/publications.contract.ts';
import { asCalendarDate, asCalendarMonth } from '#shared/model/calendar-date.ts';

type Overview = OutputOf<typeof publicationsContract.overview>;
type Offers = OutputOf<typeof publicationsContract.offers>;

const form = (id: string, title: string, hiddenShare: number | null) => ({ form: id, title, hiddenShare });

/** `isReckoned` false: as they are before the shares were worked out. */
export function inventedOffers(isReckoned: boolean): Offers {
  const month = { span: 'month' as const, spanTitle: '2026年9月' };
  const quarter = { span: 'quarter' as const, spanTitle: '2026年7月〜9月（四半期）' };
  const toDate = { span: 'yearToDate' as const, spanTitle: '2026年4月〜9月（累計）' };
  const offer = (
    sectionTitle: string,
    tableId: string,
    title: string,
    span: Pick<Offers[number], 'span' | 'spanTitle'>,
    forms: Offers[number]['forms'],
    advised: string,
    isUsual = true,
  ) => ({
    sectionTitle,
    tableId,
    title,
    ...span,
    forms: isReckoned ? forms : forms.map((each) => ({ ...each, hiddenShare: null })),
    isUsual,
    advised: isReckoned ? advised : null,
  });
  const [fine, rounded] = ['そのまま細かく', '丸めた数字にする'];
  return [
    offer(
      '見守り対象の方',
      'persons_flow',
      '動き（前月末・新規・終了・月末）',
      month,
      [form('fine', fine, 0.2)],
      'fine',
    ),
    offer(
      '見守り対象の方',
      'watched_by_district',
      '地域別',
      month,
      [form('fine', fine, 0.07), form('districts4', '地域を4つにまとめる', 0)],
      'fine',
    ),
    offer(
      '見守り対象の方',
      'watched_by_district_age',
      '地域と年齢',
      quarter,
      [
        form('fine', fine, 0.32),
        form('districts4', '地域を4つにまとめる', 0.12),
        form('age2', '年齢を2つにまとめる', 0.18),
        form('rounded', rounded, 0),
      ],
      'age2',
    ),
    offer(
      '見守り',
      'visits_by_method_result',
      '方法と結果',
      month,
      [form('fine', fine, 0.2), form('rounded', rounded, 0)],
      'fine',
    ),
    offer('見守り', 'visits_by_method', '方法別（延べ・実人数）', toDate, [form('fine', fine, 0.05)], 'fine'),
    offer(
      '相談',
      'consultations_by_district_field',
      '地域と分野',
      month,
      [form('fine', fine, 0.64), form('districts4', '地域を4つにまとめる', 0.22), form('rounded', rounded, 0)],
      'districts4',
    ),
    offer(
      '相談',
      'consultations_by_content_field',
      '内容と分野',
      month,
      [form('fine', fine, 0.54), form('contents5', '内容を5つにまとめる', 0.28), form('rounded', rounded, 0)],
      'contents5',
    ),
    offer(
      '相談',
      'consultations_by_district_content',
      '地域と内容',
      quarter,
      [
        form('fine', fine, 0.59),
        form('districts4', '地域を4つにまとめる', 0.36),
        form('contents5', '内容を5つにまとめる', 0.33),
        form('rounded', rounded, 0),
      ],
      'rounded',
    ),
    offer('相談', 'consultations_by_field', '分野別', toDate, [form('fine', fine, 0)], 'fine'),
    offer('相談', 'consultations_by_turn_field', '新規・継続と分野', month, [form('fine', fine, 0.25)], 'fine', false),
    offer(
      '相談',
      'consultations_by_district_content_month',
      '地域と内容',
      month,
      [form('fine', fine, 0.79), form('rounded', rounded, 0)],
      'rounded',
      false,
    ),
    offer(
      'つなぎ',
      'referrals_by_agency',
      'つないだ先別',
      month,
      [form('fine', fine, 0.4), form('rounded', rounded, 0)],
      'rounded',
    ),
    offer('連絡会', 'meetings', '開いた回数と議題', month, [form('fine', fine, 0)], 'fine'),
  ];
}

const PUBLICATION = '0190b6d2-7c1e-4000-8000-00000000000';
export const publicationId = (number: number) => publicationIdSchema.parse(`${PUBLICATION}${number}`);

export function inventedOverview(changes: Partial<Overview> = {}): Overview {
  const summary = (number: number, month: string, recipient: string, profile: 'council' | 'public') => ({
    id: publicationId(number),
    number,
    month: asCalendarMonth(month),
    profile,
    profileTitle: profile === 'council' ? '社会福祉協議会・区役所あて' : '公表用（だれでも見られる）',
    k: profile === 'council' ? 5 : 10,
    recipient,
    purpose: '毎月の報告',
    publishedOn: asCalendarDate(`${month}-28`),
    publishedAt: `${month}-28T02:10:00.000Z`,
    actor: '見本 花子',
    tables: 12,
    hidden: 68,
    files: ['月次集計.xlsx', '月次集計.pdf', 'cells.csv', 'facts.json'],
  });
  return {
    closedMonths: ['2026-09', '2026-08', '2026-07', '2026-06'].map(asCalendarMonth),
    profiles: [
      {
        id: 'council',
        title: '社会福祉協議会・区役所あて',
        description: '守秘の義務がある相手に渡します。地域ごとの表も作れます。',
        k: 5,
        leastK: 3,
        mostK: 10,
        decision: null,
      },
      {
        id: 'public',
        title: '公表用（だれでも見られる）',
        description: '広報紙や集まりで見せます。区全体の数字だけです。',
        k: 10,
        leastK: 10,
        mostK: 10,
        decision: null,
      },
    ],
    publications: [
      summary(3, '2026-08', '見本区社会福祉協議会', 'council'),
      summary(2, '2026-07', '見本区社会福祉協議会', 'council'),
      summary(1, '2026-07', '広報「みほん」', 'public'),
    ],
    missing: null,
    settled: [],
    ...changes,
  };
}

export const inventedTrend = (): OutputOf<typeof publicationsContract.trend> =>
  [182, 190, 176, 204, 231, 214, 226, 218, 240, 251, 247, 260].map((visits, index) => ({
    month: asCalendarMonth(`${index < 3 ? 2025 : 2026}-${String(((index + 9) % 12) + 1).padStart(2, '0')}`),
    watched: 470 + index * 2,
    visits: index === 4 ? null : visits,
    visitedPersons: index === 4 ? null : Math.floor(visits * 0.7),
    consultations: index === 4 ? null : index === 2 ? ('＊' as const) : 31 + ((index * 5) % 13),
  }));
