// The two orders of today's list. 異変あり comes first in both. Pure.
import type { DuePerson } from '#shared/contract/board.contract.ts';

export const DUE_ORDERS = ['unseen', 'round'] as const;
export type DueOrder = (typeof DUE_ORDERS)[number];

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `unseen`: who has not been seen for longest first, never seen before all. `round`: 地番・棟階. */
export function orderDuePeople(people: readonly DuePerson[], order: DueOrder): readonly DuePerson[] {
  const isCalm = ({ concernOn }: DuePerson) => (concernOn === null ? 1 : 0);
  return people.toSorted(
    (a, b) =>
      isCalm(a) - isCalm(b) ||
      (order === 'unseen' ? compareText(a.lastSeenOn ?? '', b.lastSeenOn ?? '') || compareText(a.dueOn, b.dueOn) : 0) ||
      compareText(a.roundKey, b.roundKey),
  );
}
