// The agenda in hand: moving, adding and filling in anew never lose or mix up a text.
import { describe, expect, it } from 'vitest';
import {
  addItem,
  applyRefills,
  changeItem,
  isSameAgenda,
  moveItem,
  refillsOf,
  removeItem,
  restoreItem,
  toAgenda,
  toDraft,
  undoRefills,
} from '#renderer/features/meetings/agenda-draft.ts';

const item = (kind: string, body = kind) => ({ kind, title: `題名 ${kind}`, body });
const AGENDA = [item('homework'), item('statistics'), item('next_steps')];
const kindsOf = (items: readonly { kind: string }[]) => items.map(({ kind }) => kind);

describe('the agenda in hand', () => {
  it('is unchanged until something is changed, and again when the change is taken back', () => {
    const items = toDraft(AGENDA);
    expect(isSameAgenda(items, AGENDA)).toBe(true);
    const changed = changeItem(items, 2, { body: '別の文' });
    expect(isSameAgenda(changed, AGENDA)).toBe(false);
    expect(isSameAgenda(changeItem(changed, 2, { body: 'statistics' }), AGENDA)).toBe(true);
  });

  it('puts a removed item back where it stood, beside what was written meanwhile', () => {
    const items = toDraft(AGENDA);
    const [first] = items;
    const meanwhile = addItem(changeItem(removeItem(items, 1), 2, { body: '書き足した文' }), item('season'));
    const restored = first ? restoreItem(meanwhile, first, 0) : [];
    expect(kindsOf(restored)).toEqual(['homework', 'statistics', 'season', 'next_steps']);
    expect(restored[1]?.body).toBe('書き足した文');
    expect(new Set(restored.map(({ key }) => key)).size).toBe(4);
  });

  it('moves an item with its text, and stops at both ends', () => {
    const items = toDraft(AGENDA);
    const moved = moveItem(items, 1, 1);
    expect(kindsOf(moved)).toEqual(['statistics', 'homework', 'next_steps']);
    expect(moved[1]).toEqual(items[0]);
    expect(moveItem(items, 1, -1)).toEqual(items);
    expect(moveItem(items, 3, 1)).toEqual(items);
  });

  it('puts a new item before the last steps, under a key that nothing else has', () => {
    const items = addItem(removeItem(toDraft(AGENDA), 1), item('season'));
    expect(kindsOf(items)).toEqual(['statistics', 'season', 'next_steps']);
    expect(new Set(items.map(({ key }) => key)).size).toBe(3);
  });

  it('names what filling in anew would change, and changes only what was chosen', () => {
    const items = toDraft(AGENDA);
    const proposal = [
      item('homework', '新しい宿題'),
      item('statistics', '新しい数字'),
      item('season'),
      item('next_steps'),
    ];
    const refills = refillsOf(items, proposal);
    expect(refills.map(({ kind, replaces }) => [kind, replaces])).toEqual([
      ['homework', 'homework'],
      ['statistics', 'statistics'],
      ['season', null],
    ]);
    const filled = applyRefills(
      items,
      refills.filter(({ kind }) => kind !== 'homework'),
    );
    expect(toAgenda(filled).map(({ body }) => body)).toEqual(['homework', '新しい数字', 'season', 'next_steps']);
  });

  it('are taken back where nobody has written since', () => {
    const items = toDraft([item('homework'), item('statistics')]);
    const refills = refillsOf(items, [item('statistics', '新しい数字'), item('season')]);
    const filled = applyRefills(items, refills);
    expect(toAgenda(undoRefills(filled, refills))).toEqual(toAgenda(items));

    const written = changeItem(filled, filled.find(({ kind }) => kind === 'statistics')?.key ?? 0, {
      body: '書き足した',
    });
    expect(toAgenda(undoRefills(written, refills)).map(({ body }) => body)).toEqual(['homework', '書き足した']);
  });
});
