// The form of a consultation, new or to correct. Keeps what was typed whatever happens; closes nothing that is open without asking.
import { type ReactNode, useRef, useState } from 'react';
import { OperationError } from '#renderer/lib/client.ts';
import { useCodes } from '#renderer/lib/codes.tsx';
import { LeaveGuard } from '#renderer/lib/leave-guard.tsx';
import { describeFailure, describeFields } from '#renderer/lib/messages.ts';
import { today } from '#renderer/lib/today.ts';
import { fieldsLike, useKeptDraft } from '#renderer/lib/use-kept-draft.tsx';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { FormActions } from '#renderer/ui/form-actions.tsx';
import type { ConsultationInput } from '#shared/contract/consultations.contract.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import type { DraftKey } from '#shared/model/draft-key.ts';
import { personIdSchema } from '#shared/model/ids.ts';
import { AboutSection } from './about-section.tsx';
import { ClosingQuestion } from './closing-question.tsx';
import { type ConsultationDraft, type DraftProblem, readConsultationDraft } from './consultation-draft.ts';
import { CallSection, MatterSection, NextSection, ReferralSection } from './consultation-sections.tsx';
import { proposeField } from './field-proposal.ts';

export interface SaveOptions {
  readonly doesStep: boolean;
  readonly onSaved: () => Promise<void>;
}

interface ConsultationFormProps {
  readonly initial: ConsultationDraft;
  readonly draftKey: DraftKey;
  /** The step as saved, and the day on which it was done. */
  readonly saved: { readonly nextStep: string; readonly nextStepDoneOn: CalendarDate | null } | null;
  readonly submitText: string;
  /** Calls `onSaved` before it goes elsewhere. `doesStep`: the open step is done with the closing. @throws OperationError */
  readonly onSave: (consultation: ConsultationInput, options: SaveOptions) => Promise<void>;
  readonly onCancel: () => void;
  readonly extraActions?: ReactNode;
}

function problemsOf(error: unknown): readonly DraftProblem[] {
  if (!(error instanceof OperationError)) {
    throw error;
  }
  const { failure } = error;
  const general = describeFailure(failure);
  const words = failure.code === 'date_out_of_order' ? () => `${general}（相談 → つなぎ → 返事の順）` : null;
  const fields = Object.entries(describeFields(failure));
  return fields.length > 0
    ? fields.map(([field, message]) => ({
        field: field.replace(/^consultation\./u, ''),
        message: words?.() ?? message,
      }))
    : [{ field: failure.code === 'date_out_of_order' ? 'consultedOn' : '', message: words?.() ?? general }];
}

/** The draft, kept until it is saved; 分野 follows the person until somebody chooses another. */
function useDraft({ initial, saved, draftKey }: Pick<ConsultationFormProps, 'initial' | 'saved' | 'draftKey'>) {
  const [draft, setDraft] = useState(initial);
  const { notice, discard } = useKeptDraft({
    key: draftKey,
    value: draft,
    isDirty: draft !== initial,
    base: saved && initial,
    onRestore: (kept) => setDraft(fieldsLike(initial, kept)),
    onRestart: () => setDraft(initial),
  });
  const { data: person } = useRegisterQuery(
    'people.get',
    { personId: draft.personId ?? personIdSchema.parse(NOBODY) },
    { enabled: draft.personId !== null },
  );
  const proposed = draft.personId !== null && person ? proposeField(person, today()) : null;
  return {
    draft: { ...draft, field: draft.field ?? proposed },
    isChanged: draft !== initial,
    notice,
    discard,
    put: (changes: Partial<ConsultationDraft>) => setDraft((before) => ({ ...before, ...changes })),
  };
}

/** Stands for no person in a question that is not asked. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

interface OpenEnds {
  readonly step: string;
  readonly isAwaitingAnswer: boolean;
}

/** What a closing would leave open, or null. */
function openEndsOf(
  consultation: ConsultationInput,
  saved: ConsultationFormProps['saved'],
  isClosed: boolean,
): OpenEnds | null {
  const isDone = saved !== null && saved.nextStepDoneOn !== null && saved.nextStep === consultation.nextStep;
  const step = isDone ? '' : consultation.nextStep.trim();
  const isAwaitingAnswer = consultation.referredTo !== null && consultation.acknowledgedOn === null;
  return isClosed && (step !== '' || isAwaitingAnswer) ? { step, isAwaitingAnswer } : null;
}

export function ConsultationForm(props: ConsultationFormProps) {
  const { saved, submitText, onSave, onCancel, extraActions } = props;
  const codes = useCodes();
  const { draft, isChanged, put, notice, discard } = useDraft(props);
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const [openEnds, setOpenEnds] = useState<OpenEnds | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const isSaved = useRef(false);
  const section = { draft, put, messageOf: (field: string) => problems.find((each) => each.field === field)?.message };
  const closedStates = codes.all('consultationState').filter(({ attributes }) => attributes['closed'] === true);

  const save = async (consultation: ConsultationInput, doesStep: boolean): Promise<boolean> => {
    setOpenEnds(null);
    setIsSaving(true);
    isSaved.current = true;
    try {
      await onSave(consultation, { doesStep, onSaved: discard });
      return true;
    } catch (error) {
      isSaved.current = false;
      setIsSaving(false);
      setProblems(problemsOf(error));
      return false;
    }
  };
  const submit = async (isClosingAnyway = false): Promise<boolean> => {
    const reading = readConsultationDraft(draft, today());
    setProblems(reading.ok ? [] : reading.problems);
    if (!reading.ok) {
      return false;
    }
    const { consultation } = reading;
    const ends = openEndsOf(
      consultation,
      saved,
      closedStates.some(({ code }) => code === consultation.state),
    );
    if (ends && !isClosingAnyway) {
      setOpenEnds(ends);
      return true;
    }
    return save(consultation, ends !== null && ends.step !== '');
  };

  return (
    <Form onSubmit={() => submit()} aria-label="相談の記録" keepsEnter>
      {notice}
      <ErrorSummary problems={problems} />
      <AboutSection {...section} />
      <CallSection {...section} />
      <MatterSection {...section} />
      <ReferralSection {...section} />
      <NextSection {...section} doneOn={saved?.nextStep === draft.nextStep ? saved.nextStepDoneOn : null} />
      <FormActions status={isChanged && !isSaving ? 'まだ保存していません' : undefined}>
        <Button type="submit" variant="primary" keyHint="Ctrl+Enter" isPending={isSaving} pendingText="保存しています">
          {submitText}
        </Button>
        <Button onPress={onCancel}>やめる</Button>
        {extraActions}
      </FormActions>
      {openEnds && (
        <ClosingQuestion
          openStep={openEnds.step}
          isAwaitingAnswer={openEnds.isAwaitingAnswer}
          onCloseAnyway={() => void submit(true)}
          onBack={() => setOpenEnds(null)}
        />
      )}
      <LeaveGuard isDirty={() => isChanged && !isSaved.current} onLeave={discard} />
    </Form>
  );
}
