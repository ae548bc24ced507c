// Says on every screen that something was being written when the register was locked, and leads back to it. Shows no form twice.
import { useState, useSyncExternalStore } from 'react';
import { VisitEntryDialog } from '#renderer/features/visits/visit-entry.tsx';
import { draftPathOf, useDraftWords } from '#renderer/lib/draft-words.ts';
import { openForms } from '#renderer/lib/open-forms.ts';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Cluster } from '#renderer/ui/card.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { ListedDraft } from '#shared/contract/drafts.contract.ts';
import { draftSubjectOf } from '#shared/model/draft-key.ts';
import type { PersonId, VisitId } from '#shared/model/ids.ts';
import styles from './kept-drafts.module.css';

interface OpenVisit {
  readonly person: { readonly id: PersonId; readonly name: string };
  /** `null`: a new one. */
  readonly visitId: VisitId | null;
}

/** Waits for the visit that is to be corrected. */
function KeptVisitDialog({ person, visitId, onClose }: OpenVisit & { readonly onClose: () => void }) {
  const { data: visits } = useRegisterQuery('visits.listForPerson', { personId: person.id });
  const visit = visits?.find(({ id }) => id === visitId);
  if (visitId !== null && !visit) {
    return null;
  }
  return <VisitEntryDialog person={person} visit={visit} onClose={onClose} />;
}

export function KeptDraftsNotice({ go }: { readonly go: (path: string) => void }) {
  const wordsOf = useDraftWords();
  const { data: all } = useRegisterQuery('drafts.list', {});
  const discard = useRegisterCommand('drafts.discard');
  const beingWritten = useSyncExternalStore(openForms.subscribe, openForms.keys);
  const [visit, setVisit] = useState<OpenVisit | null>(null);
  const drafts = (all ?? []).filter(({ key }) => !beingWritten.includes(key));

  const open = (draft: ListedDraft) => {
    const subject = draftSubjectOf(draft.key);
    if (subject.kind === 'visit' && draft.person) {
      setVisit({ person: draft.person, visitId: subject.visitId });
    } else {
      go(draftPathOf(draft) ?? '/');
    }
  };
  return (
    <>
      {drafts.length > 0 && (
        <div className={styles['place']}>
          <Notice title={`書きかけが${drafts.length}件あります`}>
            <Cluster>
              {drafts.map((draft) =>
                draft.isGone ? (
                  <Button key={draft.key} size="small" onPress={() => discard.mutate({ key: draft.key })}>
                    {wordsOf(draft)}を捨てる
                  </Button>
                ) : (
                  <Button key={draft.key} size="small" onPress={() => open(draft)}>
                    {wordsOf(draft)}の続きを書く
                  </Button>
                ),
              )}
            </Cluster>
          </Notice>
        </div>
      )}
      {visit && <KeptVisitDialog {...visit} onClose={() => setVisit(null)} />}
    </>
  );
}
