// The first screen on a new machine: who keeps the register, and under what passphrase. Says plainly that it cannot be recovered yet.
import { History } from 'lucide-react';
import { useState } from 'react';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx';
import { ErrorSummary, type FieldProblemLine } from '#renderer/ui/error-summary.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PasswordField } from '#renderer/ui/password-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './gate-form.module.css';
import { GateLayout } from './gate-layout.tsx';
import { passphraseProblem } from './passphrase-problem.ts';
import { suggestPassphrase } from './passphrase-words.ts';

interface Draft {
  readonly coordinator: string;
  readonly passphrase: string;
  readonly repeated: string;
  readonly isNoted: boolean;
}

function problemsOf(draft: Draft): FieldProblemLine[] {
  const problems: FieldProblemLine[] = [];
  if (draft.coordinator.trim() === '') {
    problems.push({ field: 'coordinator', message: 'お名前を入れてください。' });
  }
  const weakness = passphraseProblem(draft.passphrase);
  if (weakness) {
    problems.push({ field: 'passphrase', message: weakness });
  } else if (draft.passphrase !== draft.repeated) {
    problems.push({ field: 'repeated', message: '2回の合言葉が同じではありません。' });
  }
  if (!draft.isNoted) {
    problems.push({ field: 'noted', message: '合言葉を紙に控えたことを確かめてください。' });
  }
  return problems;
}

const randomBytes = (size: number) => crypto.getRandomValues(new Uint8Array(size));

export function CreateScreen({ onRestore }: { readonly onRestore: () => void }) {
  const [draft, setDraft] = useState<Draft>({ coordinator: '', passphrase: '', repeated: '', isNoted: false });
  const [problems, setProblems] = useState<readonly FieldProblemLine[]>([]);
  const [suggestion, setSuggestion] = useState(() => suggestPassphrase(randomBytes));
  const create = useRegisterCommand('vault.create');
  const put = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const messageOf = (field: string) => problems.find((problem) => problem.field === field)?.message;

  const submit = async () => {
    const found = problemsOf(draft);
    setProblems(found);
    if (found.length > 0) {
      return false;
    }
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
          <PasswordField
            id="passphrase"
            label="合言葉（12文字以上、ローマ字と数字）"
            description="言葉をいくつか並べると、覚えやすく破られにくくなります。"
            value={draft.passphrase}
            onChange={(passphrase) => put({ passphrase })}
            errorMessage={messageOf('passphrase')}
            isRequired
          />
          <div className={styles['suggestion']}>
            <span>たとえば</span>
            <span className={styles['words']}>{suggestion}</span>
            <Button size="small" onPress={() => put({ passphrase: suggestion })}>
              これを使う
            </Button>
            <Button size="small" variant="quiet" onPress={() => setSuggestion(suggestPassphrase(randomBytes))}>
              別の案
            </Button>
          </div>
          <PasswordField
            id="repeated"
            label="合言葉（もう一度）"
            value={draft.repeated}
            onChange={(repeated) => put({ repeated })}
            errorMessage={messageOf('repeated')}
            isRequired
          />
          <Notice tone="warning" title="合言葉を忘れると、だれにも開けません">
            紙に書いて、パソコンとは別の場所（事務所の金庫など）にしまってください。
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
