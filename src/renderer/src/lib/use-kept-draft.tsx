// Lets a form survive lock and crash: brings back what was typed, keeps what is being typed, lets go of it on save or on purpose.
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { DraftKey } from '#shared/model/draft-key.ts';
import { call } from './client.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import { openForm } from './open-forms.ts';

interface KeptForm<Value> {
  readonly key: DraftKey;
  /** What is typed, as JSON can hold it. */
  readonly value: Value;
  /** It differs from what is saved. */
  readonly isDirty: boolean;
  /** The record as the form opened it, to notice a change since the draft was kept; `null` for a new record. */
  readonly base: unknown;
  /** Puts what was kept into the form. */
  readonly onRestore: (value: Value) => void;
  /** Begins again from what is saved. */
  readonly onRestart: () => void;
  /** What to do with what was brought back, where the form has no button that saves. */
  readonly hint?: string;
}

interface KeptDraft {
  /** The register was asked whether something is kept. */
  readonly isReady: boolean;
  /** Something was kept, and stands in the form. */
  readonly isRestored: boolean;
  /** Says that a draft was brought back; stands at the top of the form. */
  readonly notice: ReactNode;
  /** After saving, or when what was typed is thrown away on purpose. */
  readonly discard: () => Promise<void>;
  /** Writes at once what is not kept yet. False when something typed could not be kept. */
  readonly keep: () => Promise<boolean>;
}

interface Body {
  readonly base: unknown;
  readonly value: unknown;
}

function readBody(body: string): Body | null {
  const read: unknown = JSON.parse(body);
  return typeof read === 'object' && read !== null && 'base' in read && 'value' in read ? (read as Body) : null;
}

type Found =
  | { readonly kind: 'looking' | 'nothing' | 'unreadable' }
  | { readonly kind: 'restored'; readonly base: unknown; readonly isOutdated: boolean };

const LOOKING: Found = { kind: 'looking' };

interface RestoredNoticeProps {
  readonly isOutdated: boolean;
  readonly hint: string;
  readonly onRestart: () => void;
}

function RestoredNotice({ isOutdated, hint, onRestart }: RestoredNoticeProps) {
  return (
    <Notice
      tone={isOutdated ? 'warning' : 'info'}
      title="前回の書きかけを戻しました"
      action={
        <Button size="small" onPress={onRestart}>
          捨てて始めから
        </Button>
      }
    >
      {isOutdated
        ? '書きかけのあとに、この記録が直されています。保存すると書きかけの内容に変わります。よく確かめてください。'
        : hint}
    </Notice>
  );
}

export function useKeptDraft<Value>(form: KeptForm<Value>): KeptDraft {
  const { key, value, isDirty, base, onRestart, hint = 'まだ保存していません。続きを書いて保存してください。' } = form;
  const [looked, setLooked] = useState({ under: key, found: LOOKING });
  // Under another key nothing was looked for yet.
  const found = looked.under === key ? looked.found : LOOKING;
  const keeper = useMemo(() => createDraftKeeper(key), [key]);
  const latest = useRef(form);
  latest.current = form;

  useEffect(() => {
    let isOpen = true;
    const close = openForm(key, keeper.flush);
    const setFound = (outcome: Found) => setLooked({ under: key, found: outcome });
    const restore = (stored: string) => {
      const kept = readBody(stored);
      keeper.begin(stored);
      if (!kept) {
        return setFound({ kind: 'nothing' });
      }
      latest.current.onRestore(kept.value as Value);
      const isOutdated = JSON.stringify(kept.base) !== JSON.stringify(latest.current.base);
      setFound({ kind: 'restored', base: kept.base, isOutdated });
    };
    call('drafts.find', { key }).then(
      (draft) => isOpen && (draft ? restore(draft.body) : setFound({ kind: 'nothing' })),
      // What is kept there must not be overwritten unseen.
      () => isOpen && setFound({ kind: 'unreadable' }),
    );
    return () => {
      isOpen = false;
      close();
      void keeper.flush();
    };
  }, [key, keeper]);

  const mayKeep = found.kind === 'nothing' || found.kind === 'restored';
  const body = isDirty ? JSON.stringify({ base: found.kind === 'restored' ? found.base : base, value }) : null;
  useEffect(() => {
    if (mayKeep) {
      keeper.note(body);
    }
  }, [keeper, mayKeep, body]);

  // Saved, in a form that stays: what is typed from now on begins anew.
  useEffect(() => {
    if (!isDirty) {
      setLooked((before) =>
        before.found.kind === 'restored' ? { under: before.under, found: { kind: 'nothing' } } : before,
      );
    }
  }, [isDirty]);

  const discard = async () => {
    keeper.note(null);
    await keeper.flush();
  };
  const restart = () => {
    onRestart();
    setLooked({ under: key, found: { kind: 'nothing' } });
    void discard();
  };
  return {
    isReady: found.kind !== 'looking',
    isRestored: found.kind === 'restored',
    notice:
      found.kind === 'restored' && isDirty ? (
        <RestoredNotice isOutdated={found.isOutdated} hint={hint} onRestart={restart} />
      ) : null,
    discard,
    keep: async () => (mayKeep ? keeper.flush() : !isDirty),
  };
}

/** Takes from a kept value the fields that a form has today; what an older version of the app did not know stays as it is. */
export function fieldsLike<Fields extends object>(form: Fields, kept: unknown): Fields {
  const known = Object.entries(Object(kept) as object).filter(([field]) => Object.hasOwn(form, field));
  return { ...form, ...Object.fromEntries(known) };
}
