// Day, place and people of a meeting: to plan a new one or to mend one that is planned. Keeps what was typed when saving fails.
import { useState } from 'react';
import { OperationError } from '#renderer/lib/client.ts';
import { useCodes } from '#renderer/lib/codes.tsx';
import { describeFailure } from '#renderer/lib/messages.ts';
import { today } from '#renderer/lib/today.ts';
import { Stack } from '#renderer/ui/card.tsx';
import { DateTextField } from '#renderer/ui/date-text-field.tsx';
import { Dialog, DialogSubmit } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { FieldRow } from '#renderer/ui/form-section.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { MeetingInput } from '#shared/contract/meetings.contract.ts';
import { type DraftProblem, type MeetingDraft, readMeetingDraft } from './meeting-draft.ts';
import { WHOLE_WARD } from './meeting-words.ts';

interface MeetingDialogProps {
  readonly title: string;
  readonly submitLabel: string;
  readonly hint?: string;
  readonly initial: MeetingDraft;
  /** Throws OperationError when it was refused. */
  readonly onSave: (meeting: MeetingInput) => Promise<unknown>;
  readonly onClose: () => void;
}

interface FieldsProps {
  readonly draft: MeetingDraft;
  readonly put: (changes: Partial<MeetingDraft>) => void;
  readonly messageOf: (field: keyof MeetingDraft) => string | undefined;
}

function MeetingFields({ draft, put, messageOf }: FieldsProps) {
  const codes = useCodes();
  return (
    <>
      <SelectField
        id="district"
        label="地域"
        options={codes.choices('district', draft.district)}
        value={draft.district}
        onChange={(district) => put({ district })}
        canBeEmpty
        emptyLabel={WHOLE_WARD}
        placeholder={WHOLE_WARD}
      />
      <DateTextField
        id="heldOn"
        label="開催日"
        description="令和8年10月28日、R8.10.28、10/28 などで入れられます。"
        value={draft.heldOn}
        onChange={(heldOn) => put({ heldOn })}
        today={today()}
        purpose="plan"
        errorMessage={messageOf('heldOn')}
        isRequired
      />
      <FieldRow>
        <TextField
          id="startsAt"
          label="始まり"
          value={draft.startsAt}
          onChange={(startsAt) => put({ startsAt })}
          errorMessage={messageOf('startsAt')}
          widthInCharacters={6}
        />
        <TextField
          id="endsAt"
          label="終わり"
          value={draft.endsAt}
          onChange={(endsAt) => put({ endsAt })}
          errorMessage={messageOf('endsAt')}
          widthInCharacters={6}
        />
      </FieldRow>
      <TextField
        id="place"
        label="場所"
        value={draft.place}
        onChange={(place) => put({ place })}
        errorMessage={messageOf('place')}
        maxLength={100}
        isRequired
      />
      <TextArea
        id="attendees"
        label="出席（予定）"
        description="町会、民生委員、地域包括支援センターなど。資料の1ページ目にのります。"
        value={draft.attendees}
        onChange={(attendees) => put({ attendees })}
        rows={2}
        maxLength={400}
      />
    </>
  );
}

export function MeetingDialog({ title, submitLabel, hint, initial, onSave, onClose }: MeetingDialogProps) {
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);

  const submit = async () => {
    const reading = readMeetingDraft(draft, today());
    setProblems(reading.ok ? [] : reading.problems);
    setFailure(null);
    if (!reading.ok) {
      return false;
    }
    setIsSaving(true);
    try {
      await onSave(reading.meeting);
      return true;
    } catch (error) {
      if (!(error instanceof OperationError)) {
        throw error;
      }
      setFailure(describeFailure(error.failure));
      return false;
    } finally {
      setIsSaving(false);
    }
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      isDirty={draft !== initial && !isSaving}
      footer={
        <DialogSubmit form="meeting" isPending={isSaving} pendingText="保存しています">
          {submitLabel}
        </DialogSubmit>
      }
    >
      <Form id="meeting" onSubmit={submit} aria-label={title}>
        <Stack>
          <ErrorSummary problems={problems} />
          {failure && <Notice tone="error" title={failure} isUrgent />}
          {hint && <p>{hint}</p>}
          <MeetingFields
            draft={draft}
            put={(changes) => setDraft((before) => ({ ...before, ...changes }))}
            messageOf={(field) => problems.find((problem) => problem.field === field)?.message}
          />
        </Stack>
      </Form>
    </Dialog>
  );
}
