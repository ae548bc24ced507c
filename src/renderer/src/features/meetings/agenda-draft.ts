// The agenda while it is being written: every item keeps its own key, so that moving one never mixes up two texts. Pure.
import type { AgendaItem } from '#shared/contract/meetings.contract.ts';

export interface DraftItem extends AgendaItem {
  /** Stays with the item wherever it is moved. */
  readonly key: number;
}

/** Keys count on from what is there. */
const nextKey = (items: readonly DraftItem[]) => Math.max(0, ...items.map(({ key }) => key)) + 1;

export const toDraft = (agenda: readonly AgendaItem[]): readonly DraftItem[] =>
  agenda.map((item, index) => ({ ...item, key: index + 1 }));

/** As it is saved: titles without spaces around them. */
export const toAgenda = (items: readonly DraftItem[]): AgendaItem[] =>
  items.map(({ kind, title, body }) => ({ kind, title: title.trim(), body }));

export const isSameAgenda = (items: readonly DraftItem[], agenda: readonly AgendaItem[]): boolean =>
  JSON.stringify(toAgenda(items)) === JSON.stringify(agenda.map(({ kind, title, body }) => ({ kind, title, body })));

export function changeItem(
  items: readonly DraftItem[],
  key: number,
  changes: Partial<AgendaItem>,
): readonly DraftItem[] {
  return items.map((item) => (item.key === key ? { ...item, ...changes } : item));
}

/** One place up (-1) or down (1); at the ends nothing happens. */
export function moveItem(items: readonly DraftItem[], key: number, by: -1 | 1): readonly DraftItem[] {
  const from = items.findIndex((item) => item.key === key);
  const to = from + by;
  const moved = items[from];
  if (!moved || to < 0 || to >= items.length) {
    return items;
  }
  return items.toSpliced(from, 1).toSpliced(to, 0, moved);
}

export function removeItem(items: readonly DraftItem[], key: number): readonly DraftItem[] {
  return items.filter((item) => item.key !== key);
}

/** Puts back what was removed, where it stood, and leaves alone what was written meanwhile. */
export function restoreItem(items: readonly DraftItem[], item: DraftItem, place: number): readonly DraftItem[] {
  const key = items.some((other) => other.key === item.key) ? nextKey(items) : item.key;
  return items.toSpliced(place, 0, { ...item, key });
}

/** New items come before 次回までの担当と期限, which ends every agenda, and else at the end. */
export function addItem(items: readonly DraftItem[], item: AgendaItem): readonly DraftItem[] {
  const last = items.findIndex(({ kind }) => kind === 'next_steps');
  const place = last < 0 || item.kind === 'next_steps' ? items.length : last;
  return items.toSpliced(place, 0, { ...item, key: nextKey(items) });
}

/** What filling in anew would change: items of a kind that is there with another text, and kinds that are missing. */
export interface Refill {
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  /** `null`: the kind is not on the agenda now. */
  readonly replaces: string | null;
}

export function refillsOf(items: readonly DraftItem[], proposal: readonly AgendaItem[]): Refill[] {
  return proposal.flatMap(({ kind, title, body }) => {
    const current = items.find((item) => item.kind === kind);
    return current?.body === body ? [] : [{ kind, title, body, replaces: current?.body ?? null }];
  });
}

export function applyRefills(items: readonly DraftItem[], refills: readonly Refill[]): readonly DraftItem[] {
  return refills.reduce<readonly DraftItem[]>((all, { kind, title, body }) => {
    const current = all.find((item) => item.kind === kind);
    return current ? changeItem(all, current.key, { body }) : addItem(all, { kind, title, body });
  }, items);
}

/** Takes refills back where nobody has written since; what was written meanwhile stays. */
export function undoRefills(items: readonly DraftItem[], refills: readonly Refill[]): readonly DraftItem[] {
  return refills.reduce<readonly DraftItem[]>((all, { kind, body, replaces }) => {
    const current = all.find((item) => item.kind === kind);
    if (current?.body !== body) {
      return all;
    }
    return replaces === null ? removeItem(all, current.key) : changeItem(all, current.key, { body: replaces });
  }, items);
}
