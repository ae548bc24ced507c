// Adds a coordinator, who types their own passphrase, and mends the name of one.
import { type ReactNode, useState } from 'react';
import type { OperationError } from '#renderer/lib/client.ts';
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

interface CoordinatorDialogProps {
  readonly title: string;
  readonly deed: string;
  readonly pendingText: string;
  /** The name to begin with. */
  readonly before: string;
  /** What else was typed. */
  readonly isMoreTyped?: boolean;
  /** What is wrong with the rest. */
  readonly findMore?: () => readonly FieldProblemLine[];
  readonly command: { readonly isPending: boolean; readonly error: OperationError | null };
  readonly perform: (coordinator: string, ownPassphrase: string) => Promise<unknown>;
  /** What is said when it is done. */
  readonly doneWords: (coordinator: string) => string;
  readonly onClose: () => void;
  readonly children: (problems: readonly FieldProblemLine[]) => ReactNode;
}

/** Asks for a coordinator's name, whatever else there is, and the own passphrase. */
function CoordinatorDialog(props: CoordinatorDialogProps) {
  const { before, isMoreTyped = false, findMore, command, perform, doneWords, onClose } = props;
  const [name, setName] = useState(before);
  const [own, setOwn] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblemLine[]>([]);
  const readAgain = useReadAgain('vault.status', 'vault.coordinators');
  const submit = async () => {
    const found = [...nameProblems(name), ...(findMore?.() ?? [])];
    setProblems(found);
    if (found.length > 0) {
      return false;
    }
    try {
      await perform(name.trim(), own);
    } catch {
      return false;
    }
    readAgain();
    toast(doneWords(name.trim()));
    onClose();
    return true;
  };
  return (
    <KeyDialog
      title={props.title}
      deed={props.deed}
      pendingText={props.pendingText}
      isPending={command.isPending}
      error={command.error}
      problems={problems}
      own={own}
      onOwn={setOwn}
      isDirty={name !== before || isMoreTyped || own !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        id="coordinator"
        label="担当者のお名前"
        value={name}
        onChange={setName}
        maxLength={60}
        errorMessage={problems.find(({ field }) => field === 'coordinator')?.message}
        isRequired
        autoFocus
      />
      {props.children(problems)}
    </KeyDialog>
  );
}

export function AddCoordinatorDialog({ onClose }: { readonly onClose: () => void }) {
  const [draft, setDraft] = useState(NO_PASSPHRASE);
  const add = useRegisterCommand('vault.addCoordinator');
  return (
    <CoordinatorDialog
      title="担当者を足す"
      deed="担当者に足す"
      pendingText="足しています"
      before=""
      isMoreTyped={draft !== NO_PASSPHRASE}
      findMore={() => newPassphraseProblems(draft)}
      command={add}
      perform={(coordinator, ownPassphrase) =>
        add.mutateAsync({ coordinator, passphrase: draft.passphrase, ownPassphrase })
      }
      doneWords={(coordinator) => `${coordinator}さんを担当者に足しました。次に開くときから、お名前を選んで入れます。`}
      onClose={onClose}
    >
      {(problems) => (
        <>
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
        </>
      )}
    </CoordinatorDialog>
  );
}

interface RenameCoordinatorDialogProps {
  readonly slot: SlotId;
  readonly name: string;
  readonly onClose: () => void;
}

export function RenameCoordinatorDialog({ slot, name, onClose }: RenameCoordinatorDialogProps) {
  const rename = useRegisterCommand('vault.renameCoordinator');
  return (
    <CoordinatorDialog
      title="担当者のお名前を直す"
      deed="直す"
      pendingText="直しています"
      before={name}
      command={rename}
      perform={(coordinator, ownPassphrase) => rename.mutateAsync({ slot, coordinator, ownPassphrase })}
      doneWords={() => 'お名前を直しました。'}
      onClose={onClose}
    >
      {() => <p>これまでの操作の記録に残っているお名前は、変わりません。</p>}
    </CoordinatorDialog>
  );
}
