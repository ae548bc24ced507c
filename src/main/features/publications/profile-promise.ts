// Whether a profile shows what it says it shows: what others were given with a smaller number of persons is not passed on to everybody.
import type { History, PublicationRecord } from '#main/disclosure-control/publication-model.ts';

/**
 * Cells that would be shown with fewer persons behind them than the profile promises. The library takes what was published as known and
 * shows it again; whoever got it before may, for another profile it must not be. What these same recipients have already stays shown.
 */
export function cellsBelowPromise(
  { recipient, parameters, tables }: PublicationRecord,
  { records }: History,
): readonly string[] {
  const theirs = new Set(
    records
      .filter((earlier) => earlier.recipient === recipient)
      .flatMap((earlier) => earlier.tables.flatMap(({ cells }) => cells))
      .filter(({ state }) => state === 'published')
      .map(({ key }) => key),
  );
  const small = tables
    .filter(({ definition }) => definition.mode === 'suppressed')
    .flatMap(({ cells }) => cells)
    .filter(({ state, value, persons }) => state === 'published' && value > 0 && persons < parameters.k)
    .map(({ key }) => key);
  return [...new Set(small)].filter((key) => !theirs.has(key));
}

export const promiseSentence = (cells: number, k: number): string =>
  `ほかの渡し先にもう渡した数のうち${cells}か所は、${k}人未満の方についての数のため、ここには出せません。その表をのぞくか、まとめてください。両方に渡す月は、公表用を先につくると、どちらも出しやすくなります。`;
