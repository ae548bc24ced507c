// The first screen on a new machine: who keeps the register, and under what passphrase. The recovery code comes right after it.
import { History } from 'lucide-react';
import { useState } from 'react';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx';
import { ErrorSummary, type FieldProblemLine } from '#renderer/ui/error-summary.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './gate-form.module.css';
import { GateLayout } from './gate-layout.tsx';
import { type NewPassphrase, NO_PASSPHRASE, newPassphraseProblems } from './new-passphrase.ts';
import { NewPassphraseFields } from './new-passphrase-fields.tsx';

interface Draft extends NewPassphrase {
  readonly coordinator: string;
  readonly isNoted: boolean;
}

function problemsOf(draft: Draft): FieldProblemLine[] {
  const problems: FieldProblemLine[] = [];
  if (draft.coordinator.trim() === '') {
    problems.push({ field: 'coordinator', message: 'お名前を入れてください。' });
  }
  problems.push(...newPassphraseProblems(draft));
  if (!draft.isNoted) {
    problems.push({ field: 'noted', message: '合言葉を紙に控えたことを確かめてください。' });
  }
  return problems;
}

interface CreateScreenProps {
  readonly onRestore: () => void;
  /** Just before the register is made: the step of the recovery code comes next and needs the passphrase once more. */
  readonly onCreating: (passphrase: string) => void;
}

export function CreateScreen({ onRestore, onCreating }: CreateScreenProps) {
  const [draft, setDraft] = useState<Draft>({ coordinator: '', ...NO_PASSPHRASE, isNoted: false });
  const [problems, setProblems] = useState<readonly FieldProblemLine[]>([]);
  const create = useRegisterCommand('vault.create');
  const put = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const messageOf = (field: string) => problems.find((problem) => problem.field === field)?.message;

  const submit = async () => {
    const found = problemsOf(draft);
    setProblems(found);
    if (found.length > 0) {
      return false;
    }
    onCreating(draft.passphrase);
    await create.mutateAsync({ passphrase: draft.passphrase, coordinator: draft.coordinator.trim() }).catch(() => {});
    return true;
  };

  return (
    <GateLayout title="はじめに" lead="新しい台帳を作ります。合言葉を知っている人だけが、台帳を開くことができます。">
      <Form onSubmit={submit} aria-label="新しい台帳">
        <div className={styles['fields']}>
          <ErrorSummary problems={problems} />
          {create.error && <Notice tone="error" title={describeFailure(create.error.failure)} isUrgent />}
          <TextField
            id="coordinator"
            label="コーディネーターのお名前"
            value={draft.coordinator}
            onChange={(coordinator) => put({ coordinator })}
            errorMessage={messageOf('coordinator')}
            isRequired
            autoFocus
          />
          <NewPassphraseFields label="合言葉" value={draft} onChange={put} problems={problems} />
          <Notice tone="warning" title="合言葉を忘れると、台帳を開けません">
            紙に書いて、パソコンとは別の場所にしまってください。このあと、忘れたときに使う「回復用コード」の紙を作ります。
          </Notice>
          <CheckboxField
            id="noted"
            label="合言葉を紙に控えました"
            isSelected={draft.isNoted}
            onChange={(isNoted) => put({ isNoted })}
            errorMessage={messageOf('noted')}
          />
          <Button
            type="submit"
            variant="primary"
            size="large"
            isFullWidth
            isPending={create.isPending}
            pendingText="作っています"
          >
            台帳を作る
          </Button>
          <Button variant="quiet" icon={History} onPress={onRestore}>
            控えから戻す（前に使っていた台帳があるとき）
          </Button>
        </div>
      </Form>
    </GateLayout>
  );
}
