// Registers or revises one 見守り員 or 民生委員.
import { useState } from 'react';
import { useCodes } from '#renderer/lib/codes.tsx';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Stack } from '#renderer/ui/card.tsx';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import { Dialog, DialogSubmit } from '#renderer/ui/dialog.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { SwitchField } from '#renderer/ui/switch-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { Supporter } from '#shared/contract/supporters.contract.ts';

export const SUPPORTER_KIND_WORDS = { volunteer: '見守り員', commissioner: '民生委員' } as const;

type Draft = Pick<Supporter, 'kind' | 'name' | 'district' | 'phone' | 'isActive'>;
const EMPTY: Draft = { kind: 'volunteer', name: '', district: null, phone: '', isActive: true };

interface SupporterDialogProps {
  /** `null` for a new one. */
  readonly supporter: Supporter | null;
  readonly onClose: () => void;
}

function draftFrom({ kind, name, district, phone, isActive }: Draft): Draft {
  return { kind, name, district, phone, isActive };
}

export function SupporterDialog({ supporter, onClose }: SupporterDialogProps) {
  const codes = useCodes();
  const [initial] = useState(() => draftFrom(supporter ?? EMPTY));
  const [draft, setDraft] = useState(initial);
  const [isNameMissing, setIsNameMissing] = useState(false);
  const register = useRegisterCommand('supporters.register');
  const revise = useRegisterCommand('supporters.revise');
  const failure = (register.error ?? revise.error)?.failure;
  const isPending = register.isPending || revise.isPending;
  const put = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const submit = async () => {
    setIsNameMissing(draft.name.trim() === '');
    if (draft.name.trim() === '') {
      return false;
    }
    try {
      await (supporter ? revise.mutateAsync({ id: supporter.id, supporter: draft }) : register.mutateAsync(draft));
    } catch {
      return false;
    }
    onClose();
    toast('保存しました。');
    return true;
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={supporter ? `${supporter.name}さん` : '見守り員・民生委員を足す'}
      isDirty={draft !== initial}
      footer={
        <DialogSubmit form="supporter" isPending={isPending} pendingText="保存しています">
          保存する
        </DialogSubmit>
      }
    >
      <Form id="supporter" onSubmit={submit} aria-label="見守り員・民生委員">
        <Stack>
          {failure && <Notice tone="error" title={describeFailure(failure)} isUrgent />}
          <ChoiceButtons
            label="役割"
            options={Object.entries(SUPPORTER_KIND_WORDS).map(([code, label]) => ({ code, label }))}
            value={draft.kind}
            onChange={(kind) => put({ kind: kind === 'commissioner' ? 'commissioner' : 'volunteer' })}
          />
          <TextField
            label="名前"
            value={draft.name}
            onChange={(name) => put({ name })}
            errorMessage={isNameMissing ? '名前を入れてください。' : undefined}
            isRequired
            autoFocus
          />
          <SelectField
            label="地域"
            options={codes.choices('district', draft.district)}
            value={draft.district}
            onChange={(district) => put({ district })}
            canBeEmpty
          />
          <TextField label="電話" type="tel" value={draft.phone} onChange={(phone) => put({ phone })} />
          <SwitchField label="活動中" isSelected={draft.isActive} onChange={(isActive) => put({ isActive })} />
        </Stack>
      </Form>
    </Dialog>
  );
}
