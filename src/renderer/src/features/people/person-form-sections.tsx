// The sections of the person form, from the name to the note. Each draws its fields and hands every change up.
import { useCodes } from '#renderer/lib/codes.tsx';
import { today } from '#renderer/lib/today.ts';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import { DateTextField } from '#renderer/ui/date-text-field.tsx';
import { FieldRow, FormSection } from '#renderer/ui/form-section.tsx';
import { useKanaCapture } from '#renderer/ui/kana-capture.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { CodeList } from '#shared/model/code-lists.ts';
import { supporterIdSchema } from '#shared/model/ids.ts';
import type { PersonDraft } from './person-draft.ts';

export interface SectionProps {
  readonly draft: PersonDraft;
  readonly put: (changes: Partial<PersonDraft>) => void;
  readonly messageOf: (field: string) => string | undefined;
}

type CodeField = Extract<CodeList, keyof PersonDraft>;

function CodeSelect({
  draft,
  put,
  messageOf,
  field,
  label,
}: SectionProps & { readonly field: CodeField; readonly label: string }) {
  const codes = useCodes();
  return (
    <SelectField
      id={field}
      label={label}
      options={codes.choices(field, draft[field])}
      value={draft[field]}
      onChange={(code) => put({ [field]: code })}
      errorMessage={messageOf(field)}
      canBeEmpty
    />
  );
}

export function IdentitySection(props: SectionProps) {
  const { draft, put, messageOf } = props;
  const codes = useCodes();
  const capture = useKanaCapture({ kana: draft.kana, onKana: (kana) => put({ kana }) });
  return (
    <FormSection title="お名前">
      <TextField
        id="name"
        label="氏名"
        value={draft.name}
        onChange={(name) => {
          put({ name });
          capture.onNameChange(name);
        }}
        inputProps={capture.inputProps}
        errorMessage={messageOf('name')}
        isRequired
        autoFocus
      />
      <TextField
        id="kana"
        label="フリガナ"
        description="氏名を入れると自動で入ります。ちがうときは直してください。"
        value={draft.kana}
        onChange={(kana) => put({ kana })}
        errorMessage={messageOf('kana')}
      />
      <ChoiceButtons
        id="sex"
        label="性別"
        options={codes.choices('sex', draft.sex)}
        value={draft.sex}
        onChange={(sex) => put({ sex })}
      />
      <DateTextField
        id="birthOn"
        label="生年月日"
        description="S12.3.4、昭和12年3月4日、1937/3/4 のどれでも入れられます。"
        value={draft.birthOn}
        onChange={(birthOn) => put({ birthOn })}
        today={today()}
        purpose="birth"
        errorMessage={messageOf('birthOn')}
      />
    </FormSection>
  );
}

export function AddressSection(props: SectionProps) {
  const { draft, put, messageOf } = props;
  return (
    <FormSection title="住所と連絡先">
      <FieldRow>
        <CodeSelect {...props} field="district" label="地域" />
        <TextField
          id="neighbourhood"
          label="町会"
          value={draft.neighbourhood}
          onChange={(neighbourhood) => put({ neighbourhood })}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          id="postalCode"
          label="郵便番号"
          inputMode="numeric"
          value={draft.postalCode}
          onChange={(postalCode) => put({ postalCode })}
          widthInCharacters={10}
        />
        <TextField
          id="address"
          label="住所（町名から）"
          value={draft.address}
          onChange={(address) => put({ address })}
          errorMessage={messageOf('address')}
        />
      </FieldRow>
      <FieldRow>
        <TextField id="building" label="建物の名前" value={draft.building} onChange={(building) => put({ building })} />
        <TextField id="wing" label="棟" value={draft.wing} onChange={(wing) => put({ wing })} widthInCharacters={8} />
        <TextField
          id="room"
          label="部屋番号"
          value={draft.room}
          onChange={(room) => put({ room })}
          widthInCharacters={8}
        />
      </FieldRow>
      <CheckboxField
        label="オートロックがある"
        isSelected={draft.hasAutoLock}
        onChange={(hasAutoLock) => put({ hasAutoLock })}
      />
      <TextField
        id="accessNote"
        label="入り方"
        description="管理人さんのいる時間など。暗証番号は書かないでください。"
        value={draft.accessNote}
        onChange={(accessNote) => put({ accessNote })}
      />
      <FieldRow>
        <TextField
          id="phone"
          label="電話"
          type="tel"
          value={draft.phone}
          onChange={(phone) => put({ phone })}
          errorMessage={messageOf('phone')}
        />
        <TextField
          id="mobile"
          label="携帯電話"
          type="tel"
          value={draft.mobile}
          onChange={(mobile) => put({ mobile })}
          errorMessage={messageOf('mobile')}
        />
      </FieldRow>
    </FormSection>
  );
}

export function CareSection(props: SectionProps) {
  return (
    <FormSection title="世帯と心身の状態">
      <FieldRow>
        <CodeSelect {...props} field="household" label="世帯" />
        <CodeSelect {...props} field="residence" label="在籍（在住・入院など）" />
      </FieldRow>
      <FieldRow>
        <CodeSelect {...props} field="careLevel" label="要介護度" />
        <CodeSelect {...props} field="dementiaLevel" label="認知症高齢者の日常生活自立度" />
      </FieldRow>
      <FieldRow>
        <CodeSelect {...props} field="dailyLivingLevel" label="障害高齢者の日常生活自立度" />
        <CodeSelect {...props} field="eligibility" label="名簿の対象になる事由" />
      </FieldRow>
      <FieldRow>
        <CodeSelect {...props} field="handbookPhysical" label="身体障がい者手帳" />
        <CodeSelect {...props} field="handbookIntellectual" label="療育手帳" />
        <CodeSelect {...props} field="handbookMental" label="精神障がい者保健福祉手帳" />
      </FieldRow>
    </FormSection>
  );
}

export function WatchSection(props: SectionProps) {
  const { draft, put, messageOf } = props;
  const { data: supporters = [] } = useRegisterQuery('supporters.list', {});
  const choices = (kind: string, current: string | null) =>
    supporters
      .filter((supporter) => supporter.kind === kind && (supporter.isActive || supporter.id === current))
      .map(({ id, name }) => ({ code: id, label: name }));
  const idOf = (code: string | null) => (code === null ? null : supporterIdSchema.parse(code));
  return (
    <FormSection title="見守り">
      <FieldRow>
        <CodeSelect {...props} field="watchType" label="見守りの種類" />
        <CodeSelect {...props} field="frequency" label="頻度" />
      </FieldRow>
      <FieldRow>
        <SelectField
          id="volunteerId"
          label="担当の見守り員"
          options={choices('volunteer', draft.volunteerId)}
          value={draft.volunteerId}
          onChange={(code) => put({ volunteerId: idOf(code) })}
          canBeEmpty
        />
        <SelectField
          id="commissionerId"
          label="民生委員"
          options={choices('commissioner', draft.commissionerId)}
          value={draft.commissionerId}
          onChange={(code) => put({ commissionerId: idOf(code) })}
          canBeEmpty
        />
      </FieldRow>
      <DateTextField
        id="watchStartedOn"
        label="見守りの開始日"
        value={draft.watchStartedOn}
        onChange={(watchStartedOn) => put({ watchStartedOn })}
        today={today()}
        purpose="event"
        errorMessage={messageOf('watchStartedOn')}
      />
      <DateTextField
        id="lastSeenBeforeOn"
        label="この台帳の前に会えた日（紙の記録などから）"
        value={draft.lastSeenBeforeOn}
        onChange={(lastSeenBeforeOn) => put({ lastSeenBeforeOn })}
        today={today()}
        purpose="event"
        errorMessage={messageOf('lastSeenBeforeOn')}
      />
    </FormSection>
  );
}

export function NoteSection({ draft, put }: SectionProps) {
  return (
    <FormSection title="備考">
      <TextArea id="note" label="備考" rows={4} value={draft.note} onChange={(note) => put({ note })} />
    </FormSection>
  );
}
