// How much of what was passed on was confirmed, in words, only where both figures are shown anyway. Reckons from what is shown.
import type { ReportTable, SafeValue } from '#shared/contract/report-shape.ts';

const REFERRALS = 'referrals_by_agency';
const ACKNOWLEDGEMENTS = 'acknowledgements_by_agency';

const isOf = (design: string) => (table: ReportTable) =>
  table.mode === 'suppressed' && (table.id === design || table.id.startsWith(`${design}.`));

const totalOf = (table: ReportTable): SafeValue | undefined =>
  table.rows.find(({ isTotal }) => isTotal)?.cells[0]?.shown;

/** The note stands under the confirmed figures. They may be of what was passed on in an earlier month: it is a ratio, not a part. */
export function withConfirmedShares(tables: readonly ReportTable[]): readonly ReportTable[] {
  const passedOn = tables.filter(isOf(REFERRALS));
  return tables.map((table) => {
    const other = isOf(ACKNOWLEDGEMENTS)(table) ? passedOn.find(({ span }) => span === table.span) : undefined;
    const passed = other === undefined ? undefined : totalOf(other);
    const confirmed = totalOf(table);
    if (typeof passed !== 'number' || typeof confirmed !== 'number' || passed === 0) return table;
    const percent = Math.round((confirmed * 100) / passed);
    const note = `受け取りを確認できた${confirmed}件は、同じ期間につないだ${passed}件の${percent}％にあたります。`;
    return { ...table, notes: [...table.notes, note] };
  });
}
