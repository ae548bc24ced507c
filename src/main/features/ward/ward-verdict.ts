// Puts the verdict of the outsider's check into words: where a figure could be worked out, never which figure it is.
import type { WardFinding, WardSummary } from '#shared/contract/ward.contract.ts';
import type { OutsiderVerdict, Piece } from './outsider-check.ts';
import { monthOfPackage } from './ward-packages.ts';
import { registersOf, type WardPackage } from './ward-registers.ts';
import { placeWords, wordsOf } from './ward-words.ts';

export interface Judged {
  readonly verdict: NonNullable<WardSummary['verdict']>;
  readonly findings: readonly WardFinding[];
}

/** More are counted, not named. */
const MOST_PLACES = 20;

const error = (sentence: string, packages: readonly WardPackage[] = []): WardFinding => ({
  tone: 'error',
  sentence,
  packages: packages.map(({ id, folderName }) => ({ id, folderName })),
});

function placeFindings(
  pieces: readonly Piece[],
  packages: readonly WardPackage[],
  what: string,
): readonly WardFinding[] {
  const words = wordsOf(packages);
  const named = pieces.slice(0, MOST_PLACES).flatMap(({ package: index, table: id, cell }) => {
    const owner = packages[index];
    const table = owner?.tables.find(({ definition }) => definition.id === id);
    if (!owner || !table) return [];
    return [error(`${owner.register.name}の${placeWords(words, table, cell)}は、${what}`, [owner])];
  });
  const others = pieces.length - named.length;
  return others > 0 ? [...named, error(`ほかにも、同じようなところが${others}か所あります。`)] : named;
}

const contradictionFindings = (verdict: OutsiderVerdict, packages: readonly WardPackage[]): readonly WardFinding[] =>
  registersOf(packages)
    .filter(({ id }) => verdict.contradicting.includes(id))
    .map(({ id, name }) =>
      error(
        `${name}の表どうしで、数字が合いません（合計と内訳、または月と累計）。書き出したあとに中身が変わったおそれがあります。その地域に、もう一度書き出したものをもらってください。`,
        packages.filter(({ register }) => register.id === id),
      ),
    );

const NOT_CHECKED: Judged = {
  verdict: {
    isSafe: false,
    sentence: '安全を確かめきれませんでした。書き出せません。もう一度確かめるか、開く月を減らしてください。',
    hidden: 0,
    determined: 0,
  },
  findings: [],
};

/** `null`: the check came to no end. */
export function judge(verdict: OutsiderVerdict | null, packages: readonly WardPackage[]): Judged {
  if (verdict === null) return NOT_CHECKED;
  const { hidden, determined, belowK, uncertain, contradicting, newFacts } = verdict;
  const open = determined.length + belowK.length;
  const isSafe = open + uncertain.length + contradicting.length + newFacts === 0;
  const findings = [
    ...placeFindings(determined, packages, '＊なのに、開いた表を合わせると数字が分かってしまいます。'),
    ...placeFindings(belowK, packages, '＊なのに、開いた表を合わせると少人数と分かってしまいます。'),
    ...placeFindings(uncertain, packages, '安全かどうかを確かめきれませんでした。'),
    ...contradictionFindings(verdict, packages),
    ...(newFacts > 0 ? [error('区の表から、もとの表より多くのことが分かってしまいます。書き出せません。')] : []),
  ];
  return {
    verdict: { isSafe, hidden, determined: open, sentence: sentenceOf(isSafe, hidden, open, packages) },
    findings,
  };
}

function sentenceOf(isSafe: boolean, hidden: number, open: number, packages: readonly WardPackage[]): string {
  const registers = registersOf(packages).length;
  const months = new Set(packages.map(monthOfPackage)).size;
  const all = `開いた${packages.length}件（${registers}地域・${months}か月）のすべてを合わせて`;
  if (isSafe && hidden === 0) return `${all}確かめました。＊はありません。`;
  if (isSafe) return `＊の${hidden}か所は、${all}計算しても、数字を特定できないことを確かめました。`;
  if (open > 0) return `＊の${hidden}か所のうち${open}か所は、${all}計算すると分かってしまいます。書き出せません。`;
  return `${all}計算しましたが、安全と言い切れません。書き出せません。`;
}
