// A form that survives: it brings back what was kept, writes every two seconds at most, at once before a lock, and lets go after saving.
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepAllDrafts } from '#renderer/lib/open-forms.ts';
import { fieldsLike, useKeptDraft } from '#renderer/lib/use-kept-draft.tsx';
import type { RegisterEvent } from '#shared/contract/events.ts';
import { personDraftKey } from '#shared/model/draft-key.ts';

const KEY = personDraftKey(null);

interface Fields {
  readonly note: string;
}

const EMPTY: Fields = { note: '' };

function Form({ base = null }: { readonly base?: unknown }) {
  const [fields, setFields] = useState(EMPTY);
  const { notice, discard, isReady } = useKeptDraft<Fields>({
    key: KEY,
    value: fields,
    isDirty: fields !== EMPTY,
    base,
    onRestore: (kept) => setFields(fieldsLike(EMPTY, kept)),
    onRestart: () => setFields(EMPTY),
  });
  return (
    <>
      {notice}
      <input aria-label="メモ" value={fields.note} onChange={(event) => setFields({ note: event.target.value })} />
      <button type="button" onClick={() => void discard()}>
        保存できた
      </button>
      {isReady && <p>用意ができました</p>}
    </>
  );
}

type Call = readonly [operation: string, input: { readonly key: string; readonly body?: string }];

let calls: Call[];
let kept: { body: string; savedAt: string } | null;
let refuses: string | null;
const listeners = new Set<(event: RegisterEvent) => void>();
const tell = (event: RegisterEvent) => {
  for (const listener of listeners) {
    listener(event);
  }
};

beforeEach(() => {
  calls = [];
  kept = null;
  refuses = null;
  listeners.clear();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const call = async (...[operation, input]: Call) => {
    calls.push([operation, input]);
    return operation === refuses
      ? { ok: false, error: { code: 'disk_full' } }
      : { ok: true, value: operation === 'drafts.find' ? kept : { personId: null } };
  };
  const onEvent = (listener: (event: RegisterEvent) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  Object.defineProperty(window, 'register', { configurable: true, value: { call, onEvent } });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const box = () => screen.getByLabelText<HTMLInputElement>('メモ');
const type = (text: string) => fireEvent.change(box(), { target: { value: text } });
const pass = (milliseconds: number) => act(async () => vi.advanceTimersByTime(milliseconds));
const writes = () => calls.filter(([operation]) => operation !== 'drafts.find');
const noteOf = ([, { body }]: Call): unknown => body && JSON.parse(body).value.note;

async function open(base?: unknown) {
  const shown = render(<Form base={base} />);
  await pass(0);
  return shown;
}

describe('what is typed', () => {
  it('is kept two seconds after the first letter, and every two seconds at most', async () => {
    await open();
    type('あ');
    await pass(1999);
    type('あい');
    expect(writes()).toEqual([]);
    await pass(1);
    expect(writes().map(noteOf)).toEqual(['あい']);
    for (const text of ['あいう', 'あいうえ', 'あいうえお']) {
      type(text);
      await pass(500);
    }
    expect(writes()).toHaveLength(1);
    await pass(500);
    expect(writes().map(noteOf)).toEqual(['あい', 'あいうえお']);
  });

  it('is not written again as long as it has not changed', async () => {
    await open();
    type('あ');
    await pass(2000);
    type('あい');
    type('あ');
    await pass(10_000);
    expect(writes()).toHaveLength(1);
  });

  it('is not written at all when nothing was typed', async () => {
    const { unmount } = await open();
    await pass(10_000);
    expect(await keepAllDrafts()).toBe(true);
    unmount();
    expect(writes()).toEqual([]);
  });

  it('is kept at once when the register says that it will lock itself, and before the lock button locks', async () => {
    await open();
    type('あ');
    await act(async () => tell({ type: 'auto_lock_warning', seconds: 60 }));
    expect(writes().map(noteOf)).toEqual(['あ']);
    type('あい');
    expect(await keepAllDrafts()).toBe(true);
    expect(writes().map(noteOf)).toEqual(['あ', 'あい']);
  });

  it('is kept when the form goes away without having been saved or thrown away', async () => {
    const { unmount } = await open();
    type('あ');
    unmount();
    expect(writes().map(noteOf)).toEqual(['あ']);
  });

  it('that could not be kept is told to who wants to lock, and is tried again', async () => {
    await open();
    refuses = 'drafts.keep';
    type('あ');
    await pass(2000);
    expect(await keepAllDrafts()).toBe(false);
    refuses = null;
    expect(await keepAllDrafts()).toBe(true);
    expect(writes().map(noteOf)).toEqual(['あ', 'あ', 'あ']);
  });
});

describe('what was kept', () => {
  const keptNote = (note: string, base: unknown = null) => {
    kept = { body: JSON.stringify({ base, value: { note } }), savedAt: '2026-10-15T03:00:00.000Z' };
  };

  it('stands in the form again, and nothing is written for that', async () => {
    keptNote('ポストに新聞');
    await open();
    expect(box().value).toBe('ポストに新聞');
    expect(screen.getByText('前回の書きかけを戻しました')).toBeTruthy();
    await pass(10_000);
    expect(writes()).toEqual([]);
  });

  it('is let go of when she begins again', async () => {
    keptNote('ポストに新聞');
    await open();
    fireEvent.click(screen.getByRole('button', { name: '捨てて始めから' }));
    await pass(0);
    expect(box().value).toBe('');
    expect(screen.queryByText('前回の書きかけを戻しました')).toBeNull();
    expect(writes()).toEqual([['drafts.discard', { key: KEY }]]);
  });

  it('is let go of after saving, once, and not kept again when the form goes away', async () => {
    keptNote('ポストに新聞');
    const { unmount } = await open();
    type('ポストに新聞が3日分');
    fireEvent.click(screen.getByRole('button', { name: '保存できた' }));
    await pass(10_000);
    unmount();
    expect(writes()).toEqual([['drafts.discard', { key: KEY }]]);
  });

  it('is shown with a warning when the record was changed meanwhile, also the next time', async () => {
    keptNote('書きかけ', { note: 'もと' });
    await open({ note: 'ほかの人が直した' });
    expect(box().value).toBe('書きかけ');
    expect(screen.getByText(/この記録が直されています/u)).toBeTruthy();
    type('書きかけの続き');
    await pass(2000);
    const [last] = writes();
    expect(last && JSON.parse(last[1].body ?? '')).toEqual({
      base: { note: 'もと' },
      value: { note: '書きかけの続き' },
    });
  });

  it('is shown without a warning when the record is as it was', async () => {
    keptNote('書きかけ', { note: 'もと' });
    await open({ note: 'もと' });
    expect(screen.queryByText(/この記録が直されています/u)).toBeNull();
  });

  it('is never overwritten unseen: what cannot be read is left as it is', async () => {
    refuses = 'drafts.find';
    await open();
    expect(screen.getByText('用意ができました')).toBeTruthy();
    type('あ');
    await pass(10_000);
    expect(writes()).toEqual([]);
  });

  it('gives only the fields that the form has today', () => {
    expect(fieldsLike({ note: '', phone: '' }, { note: 'あ', fax: '06' })).toEqual({ note: 'あ', phone: '' });
    expect(fieldsLike({ note: '' }, null)).toEqual({ note: '' });
  });
});
