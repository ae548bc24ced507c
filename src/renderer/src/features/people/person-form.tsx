// The form for a new person and for revising one. Keeps what was typed whatever happens; saves nothing half.
import { useState } from 'react';
import { OperationError } from '#renderer/lib/client.ts';
import { LeaveGuard } from '#renderer/lib/leave-guard.tsx';
import { describeFailure, describeFields } from '#renderer/lib/messages.ts';
import { today } from '#renderer/lib/today.ts';
import { fieldsLike, useKeptDraft } from '#renderer/lib/use-kept-draft.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { FormActions } from '#renderer/ui/form-actions.tsx';
import { FormSection } from '#renderer/ui/form-section.tsx';
import type { Consent, PersonInput } from '#shared/contract/person-shape.ts';
import { personDraftKey } from '#shared/model/draft-key.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { type ConsentDraft, ConsentFields, EMPTY_CONSENT, readConsent } from './consent-fields.tsx';
import { ContactsSection } from './contacts-section.tsx';
import { type DraftProblem, type PersonDraft, readDraft } from './person-draft.ts';
import { AddressSection, CareSection, IdentitySection, NoteSection, WatchSection } from './person-form-sections.tsx';
import { SimilarPeopleNotice } from './similar-people-notice.tsx';

interface PersonFormProps {
  readonly initial: PersonDraft;
  /** `null` for a new person: consent is asked for, and twins are looked for. */
  readonly personId: PersonId | null;
  /** Calls `onSaved` before it goes elsewhere. @throws OperationError */
  readonly onSave: (person: PersonInput, consent: Consent | null, onSaved: () => Promise<void>) => Promise<void>;
  readonly onCancel: () => void;
}

function problemsOfFailure(error: unknown): readonly DraftProblem[] {
  if (!(error instanceof OperationError)) {
    throw error;
  }
  const fields = Object.entries(describeFields(error.failure));
  return fields.length > 0
    ? fields.map(([field, message]) => ({ field: field.replace(/^person\./u, ''), message }))
    : [{ field: 'name', message: describeFailure(error.failure) }];
}

/** What is typed, person and consent; kept as a draft until it is saved. */
function useTyped(initial: PersonDraft, personId: PersonId | null) {
  const [draft, setDraft] = useState(initial);
  const [consent, setConsent] = useState<ConsentDraft>(EMPTY_CONSENT);
  const isChanged = draft !== initial || consent !== EMPTY_CONSENT;
  const { notice, discard } = useKeptDraft({
    key: personDraftKey(personId),
    value: { draft, consent },
    isDirty: isChanged,
    base: personId === null ? null : initial,
    onRestore: (kept) => {
      setDraft(fieldsLike(initial, kept.draft));
      setConsent(fieldsLike(EMPTY_CONSENT, kept.consent));
    },
    onRestart: () => {
      setDraft(initial);
      setConsent(EMPTY_CONSENT);
    },
  });
  return { draft, setDraft, consent, setConsent, isChanged, notice, discard };
}

export function PersonForm({ initial, personId, onSave, onCancel }: PersonFormProps) {
  const isNew = personId === null;
  const { draft, setDraft, consent, setConsent, isChanged, notice, discard } = useTyped(initial, personId);
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const [isSaved, setIsSaved] = useState(false);
  const isDirty = !isSaved && isChanged;
  const put = (changes: Partial<PersonDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const messageOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const section = { draft, put, messageOf };

  const submit = async () => {
    const person = readDraft(draft, today());
    const said = readConsent(consent);
    const found = [...(person.ok ? [] : person.problems), ...(said.ok ? [] : [said.problem])];
    setProblems(found);
    if (!person.ok || !said.ok) {
      return false;
    }
    try {
      setIsSaved(true);
      await onSave(person.person, said.consent, discard);
      return true;
    } catch (error) {
      setIsSaved(false);
      setProblems(problemsOfFailure(error));
      return false;
    }
  };

  return (
    <Form onSubmit={submit} aria-label={isNew ? '新しい方の登録' : '登録内容の修正'} keepsEnter>
      {notice}
      <ErrorSummary problems={problems} />
      {isNew && <SimilarPeopleNotice draft={draft} />}
      <IdentitySection {...section} />
      <AddressSection {...section} />
      <WatchSection {...section} />
      {isNew && (
        <FormSection title="同意">
          <ConsentFields
            draft={consent}
            put={(changes) => setConsent((before) => ({ ...before, ...changes }))}
            messageOf={messageOf}
          />
        </FormSection>
      )}
      <ContactsSection {...section} />
      <CareSection {...section} />
      <NoteSection {...section} />
      <FormActions status={isDirty ? 'まだ保存していません' : undefined}>
        <Button type="submit" variant="primary" keyHint="Ctrl+Enter" isPending={isSaved} pendingText="保存しています">
          {isNew ? '登録する' : '保存する'}
        </Button>
        <Button onPress={onCancel}>やめる</Button>
      </FormActions>
      <LeaveGuard isDirty={() => isDirty} onLeave={discard} />
    </Form>
  );
}
