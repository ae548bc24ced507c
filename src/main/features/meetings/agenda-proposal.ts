// Writes the first draft of a 連絡会's agenda from published figures. Pure. Never sees a name, never says a number that was not published.
import type { AgendaItem } from '#shared/contract/meetings.contract.ts';
import { type CalendarDate, datePartsOf } from '#shared/model/calendar-date.ts';
import { formatMonth } from '#shared/model/era.ts';
import { NOTHING_PUBLISHED, type PeriodFigures } from './period-figures.ts';
import { seasonNotes } from './season-notes.ts';

export interface AgendaFacts {
  readonly heldOn: CalendarDate;
  /** What the last meeting of this 地域 agreed on; `null` when there was none or nothing was written. */
  readonly homework: string | null;
  readonly figures: PeriodFigures;
  /** The kinds in their order, with their titles (code table `meetingAgenda`). */
  readonly kinds: readonly { readonly code: string; readonly label: string }[];
  readonly formatDate: (date: CalendarDate) => string;
}

/** The blank in which 担当と期限 are written; as long as it is blank it is nobody's homework. */
const NEXT_STEPS_BLANK = [
  '・だれが：　　　　　　　なにを：　　　　　　　　　　　　いつまでに：',
  '・だれが：　　　　　　　なにを：　　　　　　　　　　　　いつまでに：',
  '・だれが：　　　　　　　なにを：　　　　　　　　　　　　いつまでに：',
].join('\n');

const UNSAID = '紙には数をのせていません';

const bullets = (lines: readonly string[]) => lines.map((line) => `・${line}`).join('\n');

function homework({ homework: agreed, figures, formatDate }: AgendaFacts): string {
  if (figures.previousOn === null) {
    return 'この地域の連絡会の記録は、今回がはじめてです。';
  }
  const day = formatDate(figures.previousOn);
  return agreed === null
    ? `前回（${day}）の宿題は記録がありません。会の場で確かめます。`
    : `前回（${day}）に決めたことの、その後を確かめます。\n${agreed}`;
}

function statistics({ figures: { months, isWard } }: AgendaFacts): string {
  const newest = months.at(-1);
  if (newest === undefined) {
    return NOTHING_PUBLISHED;
  }
  const { month, watched, consultations, visitsOfWard } = newest;
  const said = (name: string, figure: typeof watched, unit: string) =>
    typeof figure === 'number' ? `${name}　${figure.toLocaleString('ja-JP')}${unit}` : `${name}　${UNSAID}`;
  return [
    `公表した集計のうち、いちばん新しい${formatMonth(month, 'western')}分の数です。`,
    bullets([
      said('見守り対象の方（月末）', watched, '人'),
      said('相談', consultations, '件'),
      said(isWard ? '見守り（訪問・電話・声かけなど）' : '見守り（区全体）', visitsOfWard, '件'),
    ]),
    'くわしい数は、うしろの表をご覧ください。',
  ].join('\n');
}

const REGISTER_CHANGES = [
  '新しく見守りを始めた方・終えた方のことを、会の場でお伝えします。',
  '名簿の差しかえがあるときは、古い名簿を回収します。',
];

const CONCERNS = [
  '次の約束が残っている相談の、その後を確かめます。',
  '最近、姿を見かけない方・様子が変わったと感じる方はおられませんか。',
];

const concerns = (): string =>
  ['お名前は紙にのせません。ご本人の同意の範囲で、会の場で口頭でお伝えします。', bullets(CONCERNS)].join('\n');

const DISASTER = [
  '安否を確かめる順番と役割（だれが、どの棟・どの丁目へ）',
  '自分で避難することが難しい方への手助けの分担',
  '集まる場所と、区役所・見守り相談室への報告のしかた',
  '災害時の名簿の保管場所と、開けてよいときの確認',
];

function bodyOf(kind: string, facts: AgendaFacts): string {
  switch (kind) {
    case 'homework':
      return homework(facts);
    case 'statistics':
      return statistics(facts);
    case 'register_changes':
      return bullets(REGISTER_CHANGES);
    case 'concerns':
      return concerns();
    case 'season':
      return bullets(seasonNotes(datePartsOf(facts.heldOn).month));
    case 'disaster':
      return bullets(DISASTER);
    case 'next_steps':
      return NEXT_STEPS_BLANK;
    default:
      return '';
  }
}

/** One item a kind, in the order of the code table. A kind of the ward's own begins empty. */
export function proposeAgenda(facts: AgendaFacts): AgendaItem[] {
  return facts.kinds.map(({ code, label }) => ({ kind: code, title: label, body: bodyOf(code, facts) }));
}

/** What is left of next steps when the blanks are taken away; `null` when nothing was filled in. */
export function writtenNextSteps(body: string | undefined): string | null {
  const blanks = new Set(NEXT_STEPS_BLANK.split('\n').map((line) => line.trim()));
  const lines = (body ?? '').split('\n').filter((line) => line.trim() !== '' && !blanks.has(line.trim()));
  return lines.length === 0 ? null : lines.join('\n');
}
