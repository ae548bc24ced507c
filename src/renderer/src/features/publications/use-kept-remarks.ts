// Her words in the summary of a month, kept while they are written and brought back later; let go of when the summary was given out.
import { useEffect, useRef, useState } from 'react';
import { fieldsLike, useKeptDraft } from '#renderer/lib/use-kept-draft.tsx';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { PROFILE_IDS } from '#shared/contract/report-shape.ts';
import { remarksDraftKey } from '#shared/model/draft-key.ts';
import type { Making } from './use-making.ts';

/** Where the words go with her to another month, they are no longer kept under the first; unless words were kept under the other too. */
function useMoving(key: ReturnType<typeof remarksDraftKey>, kept: ReturnType<typeof useKeptDraft>, isDirty: boolean) {
  const { mutate: discard } = useRegisterCommand('drafts.discard');
  const { isReady, isRestored, keep } = kept;
  const last = useRef(key);
  useEffect(() => {
    const before = last.current;
    if (!isReady || before === key) return;
    last.current = key;
    if (isDirty && !isRestored) void keep().then((isKept) => isKept && discard({ key: before }));
  }, [key, isReady, isRestored, isDirty, keep, discard]);
}

/** `isGiven`: the summary with these words was just given out. */
export function useKeptRemarks({ wish, put }: Making, isGiven: boolean) {
  const { month, profile, remarks } = wish;
  const [given, setGiven] = useState<string | null>(null);
  // Tables are soon chosen again; words are not.
  const isDirty = remarks.trim() !== '' && remarks !== given;
  const key = remarksDraftKey(month);
  const kept = useKeptDraft({
    key,
    value: { profile, remarks },
    isDirty,
    base: null,
    onRestore: (value) => {
      const found = fieldsLike({ profile, remarks: '' }, value);
      put({ profile: PROFILE_IDS.find((id) => id === found.profile) ?? profile, remarks: String(found.remarks) });
    },
    onRestart: () => put({ remarks: '' }),
    hint: '「連絡事項」の欄に入れてあります。続きを書いて、集計を書き出してください。',
  });
  useMoving(key, kept, isDirty);
  const { discard } = kept;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it was given out; not with what is typed afterwards.
  useEffect(() => {
    if (isGiven) {
      setGiven(remarks);
      void discard();
    }
  }, [isGiven]);
  return { ...kept, isDirty };
}
