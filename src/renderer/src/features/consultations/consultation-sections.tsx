// The parts of the consultation form, in the order of a telephone call. Keep nothing themselves.
import { useCodes } from '#renderer/lib/codes.tsx';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { today } from '#renderer/lib/today.ts';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import { DateTextField } from '#renderer/ui/date-text-field.tsx';
import { FormSection } from '#renderer/ui/form-section.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import type { CodeList } from '#shared/model/code-lists.ts';
import type { ConsultationDraft } from './consultation-draft.ts';

export interface SectionProps {
  readonly draft: ConsultationDraft;
  readonly put: (changes: Partial<ConsultationDraft>) => void;
  readonly messageOf: (field: string) => string | undefined;
}

type ChoiceProps = SectionProps & {
  readonly field: 'askedBy' | 'method' | 'content' | 'field' | 'state';
  readonly list: CodeList;
  readonly label: string;
  readonly columns?: 2 | 3 | 4;
};

function Choice({ draft, put, messageOf, field, list, label, columns }: ChoiceProps) {
  const codes = useCodes();
  return (
    <ChoiceButtons
      id={field}
      label={label}
      columns={columns}
      options={codes.choices(list, draft[field]).map(({ code, label: words }) => ({ code, label: words }))}
      value={draft[field]}
      onChange={(code) => put({ [field]: code })}
      errorMessage={messageOf(field)}
    />
  );
}

type DateProps = SectionProps & {
  readonly field: 'consultedOn' | 'referredOn' | 'acknowledgedOn' | 'nextStepOn';
  readonly label: string;
  readonly description?: string;
};

function DateBox({ draft, put, messageOf, field, label, description }: DateProps) {
  return (
    <DateTextField
      id={field}
      label={label}
      description={description}
      value={draft[field]}
      onChange={(text) => put({ [field]: text })}
      today={today()}
      purpose={field === 'nextStepOn' ? 'plan' : 'event'}
      errorMessage={messageOf(field)}
    />
  );
}

export function CallSection(props: SectionProps) {
  return (
    <FormSection title="いつ・誰から">
      <DateBox {...props} field="consultedOn" label="日付" />
      <Choice {...props} field="askedBy" list="askedBy" label="誰から" />
      <Choice {...props} field="method" list="consultationMethod" label="どうやって" />
    </FormSection>
  );
}

export function MatterSection(props: SectionProps) {
  const { draft, put } = props;
  return (
    <FormSection title="何のことか">
      <Choice {...props} field="content" list="consultationContent" label="内容" columns={4} />
      <Choice {...props} field="field" list="consultationField" label="分野" columns={2} />
      <TextArea
        id="question"
        label="聞かれたこと"
        rows={3}
        value={draft.question}
        onChange={(question) => put({ question })}
      />
      <TextArea
        id="answer"
        label="答えたこと・したこと"
        rows={3}
        value={draft.answer}
        onChange={(answer) => put({ answer })}
      />
    </FormSection>
  );
}

export function ReferralSection(props: SectionProps) {
  const codes = useCodes();
  const { draft, put, messageOf } = props;
  return (
    <FormSection title="つなぎ">
      <SelectField
        id="referredTo"
        label="つなぎ先"
        options={codes.choices('referral', draft.referredTo).map(({ code, label }) => ({ code, label }))}
        value={draft.referredTo}
        onChange={(referredTo) => put({ referredTo })}
        canBeEmpty
        emptyLabel="つないでいない"
        placeholder="つないでいない"
        errorMessage={messageOf('referredTo')}
      />
      {draft.referredTo !== null && (
        <>
          <DateBox {...props} field="referredOn" label="つないだ日" />
          <DateBox
            {...props}
            field="acknowledgedOn"
            label="受け取ったと返事があった日"
            description="返事があるまで空けておくと、「今日」の画面に出つづけます。"
          />
        </>
      )}
    </FormSection>
  );
}

export function NextSection(props: SectionProps & { readonly doneOn: CalendarDate | null }) {
  const formatDate = useFormatDate();
  const { draft, put, messageOf, doneOn } = props;
  return (
    <FormSection title="これから">
      <Choice {...props} field="state" list="consultationState" label="状態" columns={3} />
      <TextField
        id="nextStep"
        label="次にすること"
        description={
          doneOn === null
            ? '書いておくと、済むまで「今日」の画面に出ます。'
            : `${formatDate(doneOn)} に済みました。書きかえると、新しくすることになります。`
        }
        value={draft.nextStep}
        onChange={(nextStep) => put({ nextStep })}
        maxLength={400}
        errorMessage={messageOf('nextStep')}
      />
      {draft.nextStep.trim() !== '' && <DateBox {...props} field="nextStepOn" label="期日" />}
    </FormSection>
  );
}
