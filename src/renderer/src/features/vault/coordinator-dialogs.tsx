// Adds a coordinator, who types their own passphrase, and mends the name of one.
import { useState } from 'react';
import { useReadAgain, useRegisterCommand } from '#renderer/lib/use-register.ts';
import type { FieldProblemLine } from '#renderer/ui/error-summary.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { SlotId } from '#shared/model/ids.ts';
import { KeyDialog } from './key-dialog.tsx';
import { NO_PASSPHRASE, newPassphraseProblems } from './new-passphrase.ts';
import { NewPassphraseFields } from './new-passphrase-fields.tsx';

const nameProblems = (name: string): FieldProblemLine[] =>
  name.trim() === '' ? [{ field: 'coordinator', message: 'お名前を入れてください。' }] : [];

interface NameFieldProps {
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly problems: readonly FieldProblemLine[];
}

function NameField({ value, onChange, problems }: NameFieldProps) {
  return (
    <TextField
      id="coordinator"
      label="担当者のお名前"
      value={value}
      onChange={onChange}
      maxLength={60}
      errorMessage={problems.find(({ field }) => field === 'coordinator')?.message}
      isRequired
      autoFocus
    />
  );
}

export function AddCoordinatorDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [draft, setDraft] = useState(NO_PASSPHRASE);
  const [own, setOwn] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblemLine[]>([]);
  const add = useRegisterCommand('vault.addCoordinator');
  const readAgain = useReadAgain('vault.status', 'vault.coordinators');
  const submit = async () => {
    const found = [...nameProblems(name), ...newPassphraseProblems(draft)];
    setProblems(found);
    if (found.length > 0) {
      return false;
    }
    try {
      await add.mutateAsync({ coordinator: name.trim(), passphrase: draft.passphrase, ownPassphrase: own });
    } catch {
      return false;
    }
    readAgain();
    toast(`${name.trim()}さんを担当者に足しました。次に開くときから、お名前を選んで入れます。`);
    onClose();
    return true;
  };
  return (
    <KeyDialog
      title="担当者を足す"
      deed="担当者に足す"
      pendingText="足しています"
      isPending={add.isPending}
      error={add.error}
      problems={problems}
      own={own}
      onOwn={setOwn}
      isDirty={name !== '' || draft !== NO_PASSPHRASE || own !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <NameField value={name} onChange={setName} problems={problems} />
      <p>
        ここからは、<strong>新しい担当者ご本人</strong>が入れてください。合言葉は、ほかの人に教えません。
      </p>
      <NewPassphraseFields
        label="新しい担当者の合言葉"
        value={draft}
        onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
        problems={problems}
      />
      <p>最後に、もとの担当者に代わってください。</p>
    </KeyDialog>
  );
}

interface RenameCoordinatorDialogProps {
  readonly slot: SlotId;
  readonly name: string;
  readonly onClose: () => void;
}

export function RenameCoordinatorDialog({ slot, name: before, onClose }: RenameCoordinatorDialogProps) {
  const [name, setName] = useState(before);
  const [own, setOwn] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblemLine[]>([]);
  const rename = useRegisterCommand('vault.renameCoordinator');
  const readAgain = useReadAgain('vault.status', 'vault.coordinators');
  const submit = async () => {
    const found = nameProblems(name);
    setProblems(found);
    if (found.length > 0) {
      return false;
    }
    try {
      await rename.mutateAsync({ slot, coordinator: name.trim(), ownPassphrase: own });
    } catch {
      return false;
    }
    readAgain();
    toast('お名前を直しました。');
    onClose();
    return true;
  };
  return (
    <KeyDialog
      title="担当者のお名前を直す"
      deed="直す"
      pendingText="直しています"
      isPending={rename.isPending}
      error={rename.error}
      problems={problems}
      own={own}
      onOwn={setOwn}
      isDirty={name !== before || own !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <NameField value={name} onChange={setName} problems={problems} />
      <p>これまでの操作の記録に残っているお名前は、変わりません。</p>
    </KeyDialog>
  );
}
