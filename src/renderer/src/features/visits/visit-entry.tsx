// The visit that is written in 30 seconds: method, result, done. Never loses what was typed, never saves on the Enter of a conversion.
import { useNavigate } from '@tanstack/react-router';
import { MessageSquarePlus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { call, OperationError } from '#renderer/lib/client.ts';
import { useCodes } from '#renderer/lib/codes.tsx';
import { CountedIn } from '#renderer/lib/counted-in.tsx';
import { describeFailure, describeFields } from '#renderer/lib/messages.ts';
import { today } from '#renderer/lib/today.ts';
import { fieldsLike, useKeptDraft } from '#renderer/lib/use-kept-draft.tsx';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { isPlainEnter } from '#renderer/ui/composition.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { Visit, VisitInput } from '#shared/contract/visits.contract.ts';
import { visitDraftKey } from '#shared/model/draft-key.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { isConcern } from './visit-choices.ts';
import {
  type DraftProblem,
  draftOfVisit,
  inputOfVisit,
  newVisitDraft,
  readVisitDraft,
  type VisitDraft,
} from './visit-draft.ts';
import styles from './visit-entry.module.css';
import { MethodAndResult, RegisterHint, SignsAndNextDeed, SignsButton, WhenWhoAndNote } from './visit-entry-fields.tsx';

export interface VisitEntryDialogProps {
  readonly person: { readonly id: PersonId; readonly name: string };
  /** The visit to correct; without it a new one is written. */
  readonly visit?: Visit | undefined;
  readonly onClose: () => void;
}

function problemsOf(error: unknown): readonly DraftProblem[] {
  if (!(error instanceof OperationError)) {
    throw error;
  }
  if (error.failure.code === 'date_out_of_order') {
    return [{ field: 'visitedOn', message: '日付：見守りが終わった日より後です。日付を確かめてください。' }];
  }
  const fields = Object.entries(describeFields(error.failure));
  return fields.length > 0
    ? fields.map(([field, message]) => ({ field: field.replace(/^visit\./u, ''), message }))
    : [{ field: '', message: describeFailure(error.failure) }];
}

const undoFailed = () => toast('元に戻せませんでした。この方のページで確かめてください。', { tone: 'warning' });

/** Saves, and answers how to take it back. */
function useSave(person: VisitEntryDialogProps['person'], visit: Visit | undefined) {
  const record = useRegisterCommand('visits.record');
  const revise = useRegisterCommand('visits.revise');
  return async (input: VisitInput): Promise<() => Promise<unknown>> => {
    if (visit) {
      await revise.mutateAsync({ visitId: visit.id, visit: input });
      return () => call('visits.revise', { visitId: visit.id, visit: inputOfVisit(visit) });
    }
    const { visitId } = await record.mutateAsync({ personId: person.id, visit: input });
    return () => call('visits.withdraw', { visitId });
  };
}

/** The draft with the last method of this person, until something else is chosen; kept until it is saved or thrown away. */
function useDraft({ person, visit }: VisitEntryDialogProps) {
  const [initial] = useState(() => (visit ? draftOfVisit(visit) : newVisitDraft(today())));
  const [changes, setChanges] = useState<Partial<VisitDraft>>({});
  const { data: earlier } = useRegisterQuery('visits.listForPerson', { personId: person.id });
  const draft: VisitDraft = { ...initial, method: initial.method ?? earlier?.[0]?.method ?? null, ...changes };
  const isDirty = Object.keys(changes).length > 0;
  const kept = useKeptDraft({
    key: visitDraftKey(person.id, visit?.id ?? null),
    value: draft,
    isDirty,
    base: visit ? initial : null,
    onRestore: (typed) => setChanges(fieldsLike(initial, typed)),
    onRestart: () => setChanges({}),
  });
  return {
    draft,
    isDirty,
    isReady: earlier !== undefined && kept.isReady,
    notice: kept.notice,
    discard: kept.discard,
    put: (more: Partial<VisitDraft>) => setChanges((before) => ({ ...before, ...more })),
  };
}

/** Puts the focus where the next key belongs, once: on the result when a method is offered already. */
function useFirstFocus(isReady: boolean) {
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isReady) {
      const isOffered = fields.current?.querySelector('#method input:checked') != null;
      const group = fields.current?.querySelector(isOffered ? '#result' : '#method');
      group?.querySelector<HTMLInputElement>('input')?.focus();
    }
  }, [isReady]);
  return fields;
}

/** The focus follows a choice that was made with a single key, so that arrows and Enter go on from there. */
function useFocusOnChoice(fields: RefObject<HTMLDivElement | null>, draft: VisitDraft) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when one of the two choices has changed.
  useEffect(() => {
    const group = document.activeElement?.closest('#method, #result');
    if (group && fields.current?.contains(group)) {
      group.querySelector<HTMLInputElement>('input:checked')?.focus();
    }
  }, [fields, draft.method, draft.result]);
}

/** Brings what has just appeared into sight. */
function useReveal(isShown: boolean) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isShown) {
      place.current?.scrollIntoView?.({ block: 'start', behavior: 'smooth' });
    }
  }, [isShown]);
  return place;
}

/** Enter on a choice saves, as it does in a one-line box; in the note it is a new line. */
function submitOnEnter(event: KeyboardEvent<HTMLElement>) {
  if (
    isPlainEnter(event) &&
    !event.ctrlKey &&
    event.target instanceof HTMLInputElement &&
    event.target.type === 'radio'
  ) {
    event.preventDefault();
    event.target.form?.requestSubmit();
  }
}

function WithdrawButton(props: { readonly person: VisitEntryDialogProps['person']; visit: Visit; onDone: () => void }) {
  const { person, visit, onDone } = props;
  const withdraw = useRegisterCommand('visits.withdraw');
  const takeBack = () => call('visits.record', { personId: person.id, visit: inputOfVisit(visit) });
  return (
    <Button
      variant="danger"
      icon={Trash2}
      isPending={withdraw.isPending}
      onPress={async () => {
        await withdraw.mutateAsync({ visitId: visit.id });
        onDone();
        toast(`${person.name}さんの見守りの記録を消しました。`, { undo: () => void takeBack().catch(undoFailed) });
      }}
    >
      この記録を消す
    </Button>
  );
}

export function VisitEntryDialog(props: VisitEntryDialogProps) {
  const { person, visit, onClose } = props;
  const formId = useId();
  const navigate = useNavigate();
  const codes = useCodes();
  const { draft, put, isDirty, isReady, notice, discard } = useDraft(props);
  const close = () => {
    void discard();
    onClose();
  };
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const [asksForSigns, setAsksForSigns] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const save = useSave(person, visit);
  const fields = useFirstFocus(isReady);
  useFocusOnChoice(fields, draft);
  const hasConcern = isConcern(codes, draft.result) || draft.signs.length > 0;
  const showsSigns = hasConcern || asksForSigns;
  const signs = useReveal(showsSigns);
  const fieldProps = {
    draft,
    put,
    messageOf: (field: string) => problems.find((each) => each.field === field)?.message,
  };

  const submit = async (): Promise<boolean> => {
    const reading = readVisitDraft(draft, today());
    setProblems(reading.ok ? [] : reading.problems);
    if (!reading.ok) {
      return false;
    }
    setIsSaving(true);
    try {
      const takeBack = await save(reading.visit);
      close();
      toast(`${person.name}さんの見守りを記録しました。`, { undo: () => void takeBack().catch(undoFailed) });
      return true;
    } catch (error) {
      setIsSaving(false);
      setProblems(problemsOf(error));
      return false;
    }
  };
  const submitAndConsult = async () => {
    if (await submit()) {
      await navigate({ to: '/consultations/new', search: { personId: person.id } });
    }
  };

  return (
    <Dialog
      isOpen
      onClose={close}
      title={visit ? `${person.name}さんの見守りを直す` : `${person.name}さんの見守りを記録`}
      size="large"
      isDirty={isDirty}
      footer={
        <>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            keyHint="Enter"
            isPending={isSaving}
            pendingText="記録しています"
          >
            記録する
          </Button>
          {hasConcern && (
            <Button icon={MessageSquarePlus} onPress={() => void submitAndConsult()} isDisabled={isSaving}>
              記録して相談も書く
            </Button>
          )}
          {!showsSigns && <SignsButton onPress={() => setAsksForSigns(true)} />}
          {visit && <WithdrawButton person={person} visit={visit} onDone={close} />}
        </>
      }
    >
      <div className={styles['whole']}>
        <Form id={formId} onSubmit={submit} aria-label="見守りの記録">
          {/* The frame takes the focus of a click beside the fields, so that the single keys stay at work. */}
          <div ref={fields} tabIndex={-1} className={styles['columns']} onKeyDownCapture={submitOnEnter}>
            <div className={styles['wide']} hidden={notice === null}>
              {notice}
            </div>
            <div className={styles['wide']} hidden={problems.length === 0}>
              <ErrorSummary problems={problems} />
            </div>
            <div className={styles['wide']} hidden={!visit?.countedIn}>
              <CountedIn month={visit?.countedIn ?? null} />
            </div>
            <MethodAndResult {...fieldProps} />
            <WhenWhoAndNote {...fieldProps} />
            <div ref={signs} className={styles['wide']} hidden={!showsSigns}>
              {showsSigns && <SignsAndNextDeed {...fieldProps} />}
            </div>
            <div className={styles['wide']} hidden={draft.result === null}>
              <RegisterHint result={draft.result} />
            </div>
          </div>
        </Form>
      </div>
    </Dialog>
  );
}
