// The fields of a visit: what and how it went on the left, when, who and the note on the right. Keeps nothing itself.
import { CircleAlert, ListPlus } from 'lucide-react';
import { useRef } from 'react';
import { useCodes } from '#renderer/lib/codes.tsx';
import { today } from '#renderer/lib/today.ts';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckButtons } from '#renderer/ui/check-buttons.tsx';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import { DateTextField } from '#renderer/ui/date-text-field.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { supporterIdSchema } from '#shared/model/ids.ts';
import { withHeadings } from './note-headings.ts';
import { changesRegister, methodOptions, resultOptions, signGroups } from './visit-choices.ts';
import type { VisitDraft } from './visit-draft.ts';
import styles from './visit-entry.module.css';

export interface VisitFieldsProps {
  readonly draft: VisitDraft;
  readonly put: (changes: Partial<VisitDraft>) => void;
  readonly messageOf: (field: string) => string | undefined;
}

const MYSELF = '自分（コーディネーター）';

export function MethodAndResult({ draft, put, messageOf }: VisitFieldsProps) {
  const codes = useCodes();
  return (
    <div className={styles['side']}>
      <ChoiceButtons
        id="method"
        label="方法"
        columns={3}
        options={methodOptions(codes, draft.method)}
        value={draft.method}
        onChange={(method) => put({ method })}
        errorMessage={messageOf('method')}
      />
      <ChoiceButtons
        id="result"
        label="結果"
        columns={3}
        options={resultOptions(codes, draft.result)}
        value={draft.result}
        onChange={(result) => put({ result })}
        errorMessage={messageOf('result')}
      />
    </div>
  );
}

function VisitorField({ draft, put }: VisitFieldsProps) {
  const { data: supporters } = useRegisterQuery('supporters.list', {});
  const options = (supporters ?? [])
    .filter(({ id, isActive }) => isActive || id === draft.visitorId)
    .map(({ id, name, kind }) => ({ code: id, label: name, note: kind === 'volunteer' ? '見守り員' : '民生委員' }));
  return (
    <SelectField
      label="うかがった人"
      options={options}
      value={draft.visitorId}
      onChange={(id) => put({ visitorId: id === null ? null : supporterIdSchema.parse(id) })}
      canBeEmpty
      emptyLabel={MYSELF}
      placeholder={MYSELF}
    />
  );
}

function NoteField({ draft, put }: VisitFieldsProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <>
      <TextArea id="note" label="メモ" rows={3} value={draft.note} onChange={(note) => put({ note })} ref={area} />
      <div className={styles['noteTools']}>
        <Button
          size="small"
          variant="quiet"
          icon={ListPlus}
          onPress={() => {
            put({ note: withHeadings(draft.note) });
            area.current?.focus();
          }}
        >
          6つの見出しを入れる
        </Button>
      </div>
    </>
  );
}

export function WhenWhoAndNote(props: VisitFieldsProps) {
  const { draft, put, messageOf } = props;
  return (
    <div className={styles['side']}>
      <DateTextField
        id="visitedOn"
        label="日付"
        value={draft.visitedOn}
        onChange={(visitedOn) => put({ visitedOn })}
        today={today()}
        purpose="event"
        errorMessage={messageOf('visitedOn')}
      />
      <TextField
        id="time"
        label="時刻（任意）"
        value={draft.time}
        onChange={(time) => put({ time })}
        widthInCharacters={6}
        errorMessage={messageOf('time')}
      />
      <VisitorField {...props} />
      <NoteField {...props} />
    </div>
  );
}

/** The signs, and what to do about them. */
export function SignsAndNextDeed({ draft, put }: VisitFieldsProps) {
  const codes = useCodes();
  return (
    <>
      <Notice tone="warning" title="急ぐときは 119（救急・消防）・110（警察）へ">
        急がないときは、見守り相談室へつないでください。「記録して相談も書く」から、つないだことを残せます。
      </Notice>
      <CheckButtons
        id="signs"
        label="気になる様子（あてはまるものを、いくつでも）"
        groups={signGroups(codes)}
        value={draft.signs}
        onChange={(signs) => put({ signs })}
      />
    </>
  );
}

/** What else to correct after some results; nothing for the others. */
export function RegisterHint({ result }: { readonly result: string | null }) {
  return changesRegister(result) ? (
    <Notice tone="info" title="台帳も直してください">
      記録したあと、この方のページの「直す」で「在籍」を変えるか、「見守りを終了」を押してください。
    </Notice>
  ) : null;
}

export function SignsButton({ onPress }: { readonly onPress: () => void }) {
  return (
    <Button icon={CircleAlert} onPress={onPress}>
      気になる様子を選ぶ
    </Button>
  );
}
