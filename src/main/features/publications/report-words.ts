// What cover, CSV and the note beside the files say of a report, in the same words. Sees what may be published only.
import { z } from 'zod';
import { tablesOf } from '#shared/contract/published-report.ts';
import type { Report, ReportTable } from '#shared/contract/report-shape.ts';
import { formatDate, formatMonth } from '#shared/model/era.ts';

/** What `facts.json` says of the rules; the rest of it is the library's own business. */
const statedRulesSchema = z.object({
  publication: z.string(),
  parametersHash: z.string(),
  certificateHash: z.string(),
  parameters: z.object({ k: z.number(), dominancePercent: z.number(), roundingBase: z.number() }),
});

export type StatedRules = z.output<typeof statedRulesSchema>['parameters'];

/**
 * The rules that the tidy file states. @throws Error when it is the file of another publication: files of two publications must never
 * lie in one folder.
 */
export function readStatedRules(factsJson: string, { verdict, k }: Report): StatedRules {
  const stated = statedRulesSchema.parse(JSON.parse(factsJson));
  const isTheSame =
    stated.publication === verdict.publication &&
    stated.parametersHash === verdict.parametersHash &&
    stated.certificateHash === verdict.certificateHash &&
    stated.parameters.k === k;
  if (!isTheSame) throw new Error('The tidy file is not of this report.');
  return stated.parameters;
}

const count = (value: number) => value.toLocaleString('ja-JP');

/** The rules in plain words, one sentence each. */
export function sentencesOfRules(
  report: Report,
  { k, dominancePercent, roundingBase }: StatedRules,
): readonly string[] {
  const modes = new Set(tablesOf(report).map(({ table }) => table.mode));
  return [
    ...(modes.has('suppressed')
      ? [
          `もとになった方が${k}人に満たない数字は、＊にしています。`,
          `おひとりの方が件数の${dominancePercent}％より多くを占める数字も、＊にしています。`,
          'ほかの数字との引き算で分かってしまう数字も、＊にしています。',
        ]
      : []),
    ...(modes.has('rounded') ? [`「丸めた表」の数字は、${roundingBase}の倍数に丸めています。`] : []),
    ...(modes.has('plain') ? ['人が関わらない数字（連絡会の回数など）は、そのまま載せています。'] : []),
  ];
}

export const titleOf = ({ month }: Report): string => `見守り集計　${formatMonth(month)}`;

/** 「表3　地域と相談内容」 */
export const captionOf = ({ title }: ReportTable, index: number): string => `表${index + 1}　${title}`;

const MODE_WORDS = { suppressed: '', rounded: '　丸めた表', plain: '' } as const;

/** 「期間：2026年9月　単位：件　丸めた表」. No unit where the headings of the columns say it. */
export const underCaptionOf = ({ spanTitle, unit, mode }: ReportTable): string =>
  `期間：${spanTitle}${unit === '' ? '' : `　単位：${unit}`}${MODE_WORDS[mode]}`;

export interface CoverFact {
  readonly label: string;
  readonly value: string;
}

/** The cover, apart from the list of tables, the remarks and the notes. */
export function coverFacts(report: Report, rules: StatedRules): readonly CoverFact[] {
  const { registerName, month, profileTitle, verdict } = report;
  const earlier =
    verdict.earlierTables === 0 ? 'ありません（はじめての公表です）' : `${count(verdict.earlierTables)}表`;
  return [
    { label: '台帳', value: registerName },
    { label: '対象の月', value: formatMonth(month) },
    { label: 'あて先', value: profileTitle },
    { label: 'つくった日', value: formatDate(verdict.madeOn, 'both') },
    { label: '数字の守り方', value: sentencesOfRules(report, rules).join('\n') },
    { label: '確かめた結果', value: verdict.sentence },
    { label: '＊の数', value: `${count(verdict.cells)}の数字のうち ${count(verdict.hidden)}か所` },
    { label: '前に公表した表', value: earlier },
    { label: '公表の番号', value: verdict.publication },
    { label: '規則のしるし', value: verdict.parametersHash },
    { label: '証明のしるし', value: verdict.certificateHash },
  ];
}
