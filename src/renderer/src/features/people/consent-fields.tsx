// The fields of a consent: what was said, when, how, and to whom what may be told.
import { useCodes } from '#renderer/lib/codes.tsx';
import { today } from '#renderer/lib/today.ts';
import { CheckButtons } from '#renderer/ui/check-buttons.tsx';
import { DateTextField } from '#renderer/ui/date-text-field.tsx';
import { FieldRow } from '#renderer/ui/form-section.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { type Consent, consentSchema } from '#shared/contract/person-shape.ts';
import { readDate } from '#shared/model/date-text.ts';

/** As typed: the date in any notation, no status yet perhaps. */
export interface ConsentDraft {
  readonly status: string | null;
  readonly decidedOn: string;
  readonly method: string | null;
  readonly scope: readonly string[];
  readonly documentNumber: string;
}

export const EMPTY_CONSENT: ConsentDraft = { status: null, decidedOn: '', method: null, scope: [], documentNumber: '' };

export type ConsentReading =
  | { readonly ok: true; readonly consent: Consent | null }
  | { readonly ok: false; readonly problem: { readonly field: string; readonly message: string } };

/** The register's shape; `null` when no status was chosen and nothing else was typed either. */
export function readConsent(draft: ConsentDraft): ConsentReading {
  if (draft.status === null) {
    const isEmpty = draft.decidedOn.trim() === '' && draft.method === null && draft.scope.length === 0;
    return isEmpty
      ? { ok: true, consent: null }
      : { ok: false, problem: { field: 'consentStatus', message: '同意の状態を選んでください。' } };
  }
  const reading =
    draft.decidedOn.trim() === '' ? null : readDate(draft.decidedOn, { today: today(), purpose: 'event' });
  if (reading && !reading.ok) {
    return { ok: false, problem: { field: 'consentDecidedOn', message: `同意の日付：${reading.message}` } };
  }
  return {
    ok: true,
    consent: consentSchema.parse({ ...draft, scope: [...draft.scope], decidedOn: reading?.ok ? reading.date : null }),
  };
}

interface ConsentFieldsProps {
  readonly draft: ConsentDraft;
  readonly put: (changes: Partial<ConsentDraft>) => void;
  readonly messageOf: (field: string) => string | undefined;
}

export function ConsentFields({ draft, put, messageOf }: ConsentFieldsProps) {
  const codes = useCodes();
  return (
    <>
      <FieldRow>
        <SelectField
          id="consentStatus"
          label="同意の状態"
          options={codes.choices('consentStatus', draft.status)}
          value={draft.status}
          onChange={(status) => put({ status })}
          errorMessage={messageOf('consentStatus')}
          canBeEmpty
        />
        <SelectField
          id="consentMethod"
          label="確かめた方法"
          options={codes.choices('consentMethod', draft.method)}
          value={draft.method}
          onChange={(method) => put({ method })}
          canBeEmpty
        />
      </FieldRow>
      <DateTextField
        id="consentDecidedOn"
        label="同意（不同意）の日付"
        value={draft.decidedOn}
        onChange={(decidedOn) => put({ decidedOn })}
        today={today()}
        purpose="event"
        errorMessage={messageOf('consentDecidedOn')}
      />
      <CheckButtons
        label="同意の範囲（だれに何を伝えてよいか）"
        groups={[{ label: '伝えてよい先', options: codes.choices('consentScope') }]}
        value={draft.scope}
        onChange={(scope) => put({ scope })}
      />
      <TextField
        label="根拠書類の番号"
        value={draft.documentNumber}
        onChange={(documentNumber) => put({ documentNumber })}
        widthInCharacters={20}
      />
    </>
  );
}
