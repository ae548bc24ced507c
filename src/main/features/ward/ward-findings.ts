// What is to be known before packages are added up, each as a sentence: copies, contradictions, gaps, other rules. Mends nothing.
import type { WardFinding } from '#shared/contract/ward.contract.ts';
import { addMonthsToMonth, asCalendarMonth } from '#shared/model/calendar-date.ts';
import type { PackageFlaw } from './read-package.ts';
import { contradictions, monthOfPackage, type Sorted, sameTables, structureOf, tablesOf } from './ward-packages.ts';
import { namesakesIn, registerNames, registersOf, type WardPackage } from './ward-registers.ts';
import { packageWords, periodWords, spanWords, type WardWords } from './ward-words.ts';

/** A folder that looked like a package and was not taken in. */
export interface RefusedFolder {
  readonly id: string;
  readonly folderName: string;
  readonly flaw: PackageFlaw;
}

const FLAW_WORDS: Readonly<Record<PackageFlaw, string>> = {
  unreadable: '読み取れませんでした。壊れているか、このアプリのファイルではありません。',
  too_large: '大きすぎるため、開きませんでした。このアプリのファイルではないようです。',
  other_format: 'ちがう版のアプリでつくられているため、読み取れません。どちらかのアプリを新しくしてください。',
  altered: '書き出したあとに中身が変わっています（2つのファイルの数字が合いません）。使っていません。',
  labels_unreadable: '地域や表の名前のファイル（labels.json）を読み取れません。書き出したあとに変わっています。',
};

const error = (
  sentence: string,
  ...packages: readonly { readonly id: string; readonly folderName: string }[]
): WardFinding => ({
  tone: 'error',
  sentence,
  packages: packages.map(({ id, folderName }) => ({ id, folderName })),
});
const warning = (sentence: string): WardFinding => ({ tone: 'warning', sentence, packages: [] });
const info = (sentence: string): WardFinding => ({ tone: 'info', sentence, packages: [] });

const listed = (names: readonly string[]): string => names.join('、');
const quoted = (names: readonly string[]): string => names.map((name) => `「${name}」`).join('');

const refusedFindings = (refused: readonly RefusedFolder[]): readonly WardFinding[] =>
  refused.map(({ id, folderName, flaw }) =>
    error(
      `フォルダ「${folderName}」は、${FLAW_WORDS[flaw]}${flaw === 'too_large' ? '' : 'その地域に、もう一度書き出したものをもらってください。'}`,
      { id, folderName },
    ),
  );

function copyFindings({ copies, rivals, disputed }: Sorted): readonly WardFinding[] {
  return [
    ...rivals.map(([a, b]) =>
      error(
        `${packageWords(a)}が2つあり、数字がちがいます（フォルダ「${a.folderName}」と「${b.folderName}」）。正しいほうだけを残してください。`,
        a,
        b,
      ),
    ),
    ...disputed.map(([a, b]) =>
      error(
        `フォルダ「${a.folderName}」と「${b.folderName}」は同じ集計なのに、ちがう地域のものと書かれています。書き出したあとに変わったおそれがあります。正しいほうだけを残してください。`,
        a,
        b,
      ),
    ),
    ...copies.map(([kept, copy]) =>
      info(
        `${packageWords(kept)}は同じものが2つあったので、一つだけ使っています（フォルダ「${copy.folderName}」は使っていません）。`,
      ),
    ),
  ];
}

const contradictionFindings = (kept: readonly WardPackage[]): readonly WardFinding[] =>
  contradictions(kept).map(([{ owner: a, table }, { owner: b }]) =>
    error(
      `${a.register.name}の${spanWords(table)}の表で、フォルダ「${a.folderName}」と「${b.folderName}」の数字がちがいます。正しいほうだけを残してください。`,
      a,
      b,
    ),
  );

/** Every month from the first to the last that any register has. */
function monthsBetween(first: string, last: string): readonly string[] {
  const months = [first];
  for (let month = first; month < last; months.push(month)) month = addMonthsToMonth(asCalendarMonth(month), 1);
  return months;
}

/** In the words of a list, runs of months joined: 「2026年4月〜6月、2026年9月」. */
function monthList(months: readonly string[]): string {
  const runs: string[][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && addMonthsToMonth(asCalendarMonth(last), 1) === month) run.push(month);
    else runs.push([month]);
  }
  return listed(runs.map(periodWords));
}

function gapFindings(kept: readonly WardPackage[]): readonly WardFinding[] {
  const had = kept.map(monthOfPackage).toSorted();
  const all = monthsBetween(had[0] ?? '', had.at(-1) ?? '');
  return registersOf(kept).flatMap(({ id, name }) => {
    const own = new Set(kept.filter(({ register }) => register.id === id).map(monthOfPackage));
    const missing = all.filter((month) => !own.has(month));
    if (missing.length === 0) return [];
    return [
      warning(
        `${name}の${monthList(missing)}分がありません。この月の表には${name}の数字が入らず、安全の確認も、この月に公表されたものを知らずに行います。`,
      ),
    ];
  });
}

function ruleFindings(kept: readonly WardPackage[]): readonly WardFinding[] {
  const byK = Map.groupBy(kept, ({ k }) => k);
  if (byK.size < 2) return [];
  const rules = [...byK].toSorted(([a], [b]) => a - b);
  const words = rules.map(([k, list]) => `${k}人未満を＊（${listed(registerNames(list))}）`);
  return [
    warning(`少人数の基準が、もらった表によってちがいます：${listed(words)}。＊は、それぞれの基準でついています。`),
  ];
}

/** Along this dimension every register has values of its own. */
const DISTRICT = 'district';

/** Values that only some registers have: another list of codes. */
function codeFindings(kept: readonly WardPackage[], words: WardWords): readonly WardFinding[] {
  const owners = new Map<
    string,
    { readonly source: string; readonly dimension: string; readonly values: Map<string, Set<string>> }
  >();
  for (const { owner, table } of tablesOf(kept)) {
    for (const { id, values } of table.source.dimensions) {
      if (id === DISTRICT) continue;
      const known = owners.get(`${table.source.id} ${id}`) ?? {
        source: table.source.id,
        dimension: id,
        values: new Map(),
      };
      owners.set(`${table.source.id} ${id}`, known);
      for (const value of values)
        known.values.set(value, (known.values.get(value) ?? new Set()).add(owner.register.id));
    }
  }
  return [...owners.values()].flatMap(({ source, dimension, values }) => {
    const registers = new Set([...values.values()].flatMap((each) => [...each]));
    const odd = [...values].filter(([, own]) => own.size < registers.size).map(([value]) => value);
    if (odd.length === 0) return [];
    const names = quoted(odd.map((value) => words.label(source, dimension, value)));
    return [
      warning(
        `「${words.heading(source, dimension)}」の項目が、地域によってちがいます（${names}は、ない地域があります）。ない地域では0として足しています。`,
      ),
    ];
  });
}

function structureFindings(kept: readonly WardPackage[], words: WardWords): readonly WardFinding[] {
  return sameTables(kept).flatMap((tables) => {
    const [first] = tables;
    if (!first || new Set(tables.map(({ table }) => structureOf(table))).size < 2) return [];
    return [
      warning(
        `「${words.title(first.table)}」（${spanWords(first.table)}）は、地域によって表のつくりがちがうため、同じつくりの地域どうしだけを足しています。`,
      ),
    ];
  });
}

const labelFindings = (kept: readonly WardPackage[]): readonly WardFinding[] =>
  kept
    .filter(({ labels }) => labels === null)
    .map(({ folderName }) =>
      warning(
        `フォルダ「${folderName}」には名前のファイル（labels.json）がないため、フォルダの名前を地域の名前としています。どの地域のものか分からないため、ほかの月と合わせた確認もできません。`,
      ),
    );

const namesakeFindings = (kept: readonly WardPackage[]): readonly WardFinding[] =>
  namesakesIn(registersOf(kept)).map((same) =>
    warning(
      `同じ名前の地域が${same.length}つあります（${listed(same.map(({ name }) => name))}）。別の台帳のものなので、別の地域として足しています。台帳をつくり直した同じ地域でしたら、足すと重なり、両方を比べて分かることも確かめられません。`,
    ),
  );

/** In the order in which they matter. */
export function findingsOf(
  sorted: Sorted,
  refused: readonly RefusedFolder[],
  words: WardWords,
): readonly WardFinding[] {
  const { kept } = sorted;
  return [
    ...refusedFindings(refused),
    ...copyFindings(sorted),
    ...contradictionFindings(kept),
    ...namesakeFindings(kept),
    ...ruleFindings(kept),
    ...gapFindings(kept),
    ...codeFindings(kept, words),
    ...structureFindings(kept, words),
    ...labelFindings(kept),
  ];
}
