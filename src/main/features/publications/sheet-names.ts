// Names of a workbook's sheets: short, in Japanese, no two alike, and none that Excel refuses.
import type { ReportTable } from '#shared/contract/report-shape.ts';

/** Excel counts UTF-16 units. */
const MOST_UNITS = 31;

const SPAN_WORDS = { month: '月', quarter: '四半期', yearToDate: '年度累計', year: '年度' } as const;

/** Excel refuses these signs, and an apostrophe at either end; control characters have no place in a name. */
const FORBIDDEN = /[\\/?*[\]:'\p{Cc}\p{Cf}]/gu;

/** The first `units` of the text, never half a character. */
function cut(text: string, units: number): string {
  let kept = '';
  for (const sign of text) {
    if (kept.length + sign.length > units) break;
    kept += sign;
  }
  return kept;
}

/** 「3 地域と相談内容（月）」. The number keeps names apart that begin alike; the span is never cut off. */
export function sheetNameOf({ title, span }: Pick<ReportTable, 'title' | 'span'>, index: number): string {
  const before = `${index + 1} `;
  const after = `（${SPAN_WORDS[span]}）`;
  const words = cut(title.replaceAll(FORBIDDEN, '・'), MOST_UNITS - before.length - after.length).trim();
  return before + words + after;
}
