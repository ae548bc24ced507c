// Puts the whole report together: sections, tables, plain figures, verdict. Everything in it is either shown or marked as inside.
import type { PublicationRecord } from '#main/disclosure-control/publication-model.ts';
import type { Report, ReportTable } from '#shared/contract/report-shape.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import type { PlainTable } from '../statistics/section.ts';
import { withConfirmedShares } from './confirmed-share.ts';
import { ENDED_SOURCE, REASON } from './persons-flow.ts';
import { TOTAL, TOTAL_ID, withoutInside } from './report-cells.ts';
import { layOutTables } from './report-layout.ts';
import { verdictSentence } from './report-notes.ts';
import { spanTitleOf } from './spans.ts';
import type { Ground, PlannedTable } from './table-plan.ts';

const PLAIN_NOTE = '人に関わらない数のため、そのまま示しています。';
const BY_DISTRICT = '地域';

function plainRows(plain: PlainTable, ground: Ground): ReportTable['rows'] {
  const { month, snapshots, catalogue } = ground;
  const counts = snapshots.get(month)?.plain[plain.id] ?? {};
  const listed = plain.rows(catalogue.codes);
  const known = new Set(listed.map(({ code }) => code));
  const labelOf = plain.labelOf(catalogue.codes);
  const others = Object.keys(counts).filter((code) => !known.has(code));
  const rows = [...listed, ...others.map((code) => ({ code, label: labelOf(code) }))];
  const row = (id: string, label: string, count: number, isTotal: boolean) => ({
    id,
    labels: [label],
    isTotal,
    cells: [{ shown: count, inside: null }],
  });
  const sum = Object.values(counts).reduce((total, count) => total + count, 0);
  return [
    ...rows.map(({ code, label }) => row(code, label, counts[code] ?? 0, false)),
    row(TOTAL_ID, TOTAL, sum, true),
  ];
}

/** Figures behind which nobody stands; by 地域 only for those who get tables by 地域. */
function plainTablesOf(plainTables: readonly PlainTable[], ground: Ground): readonly ReportTable[] {
  const { month, profile } = ground;
  return plainTables
    .filter(({ rowHeading }) => !profile.isWardOnly || rowHeading !== BY_DISTRICT)
    .map((plain) => {
      const rows = plainRows(plain, ground);
      return {
        id: `${plain.id}.month`,
        title: plain.title,
        span: 'month' as const,
        spanTitle: spanTitleOf('month', month, false),
        unit: plain.unit,
        mode: 'plain' as const,
        rowHeadings: [plain.rowHeading],
        columnHeading: '',
        columns: [{ id: 'count', label: `件数（${plain.unit}）`, isTotal: false }],
        rows,
        notes: [PLAIN_NOTE],
        hidden: 0,
        cells: rows.length,
      };
    });
}

function sectionsOf(ground: Ground, planned: readonly PlannedTable[], record: PublicationRecord): Report['sections'] {
  const ended = ground.catalogue.sources.get(ENDED_SOURCE);
  const reasonOf = (reason: string) => ended?.labelOf(REASON, reason) ?? reason;
  return ground.catalogue.sections
    .map(({ id, title, plainTables }) => {
      const own = planned.filter(({ sectionId }) => sectionId === id);
      const tables = own.flatMap((table) => layOutTables(table, record, reasonOf));
      return { id, title, tables: [...withConfirmedShares(tables), ...plainTablesOf(plainTables, ground)] };
    })
    .filter(({ tables }) => tables.length > 0);
}

export interface ReportFacts {
  readonly registerName: string;
  readonly remarks: string;
  readonly madeOn: CalendarDate;
  /** Tables of all earlier publications. */
  readonly earlierTables: number;
}

export function buildReport(
  ground: Ground,
  planned: readonly PlannedTable[],
  record: PublicationRecord,
  { registerName, remarks, madeOn, earlierTables }: ReportFacts,
): Report {
  const { month, profile } = ground;
  const sections = sectionsOf(ground, planned, record);
  const tables = sections.flatMap((section) => section.tables).filter(({ mode }) => mode !== 'plain');
  const hidden = tables.reduce((sum, table) => sum + table.hidden, 0);
  const isRounded = tables.some(({ mode }) => mode === 'rounded');
  return {
    month,
    registerName,
    profile: profile.id,
    profileTitle: profile.title,
    k: profile.k,
    sections,
    remarks,
    verdict: {
      sentence: verdictSentence({ hidden, earlierTables, k: profile.k }, isRounded),
      hidden,
      cells: tables.reduce((sum, table) => sum + table.cells, 0),
      earlierTables,
      parametersHash: record.certificate.parametersHash,
      certificateHash: record.certificate.hash,
      publication: record.id,
      madeOn,
    },
    notes: [
      'この集計は、月のしめで数えた記録だけから作っています。しめたあとに直した記録は、この数には入りません。',
      '小さい数があることは、＊から分かります。その数がいくつかは、分からないようにしてあります。',
    ],
  };
}

/** What leaves the house, and what is kept of it. */
export const publishedReport = (report: Report): Report => ({
  ...report,
  sections: report.sections.map((section) => ({ ...section, tables: section.tables.map(withoutInside) })),
});
