// A new passphrase, typed twice, with one offered from common words. Wherever somebody chooses one: set-up, change, recovery, new coordinator.
import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import type { FieldProblemLine } from '#renderer/ui/error-summary.tsx';
import { PasswordField } from '#renderer/ui/password-field.tsx';
import { LEAST_PASSPHRASE_LENGTH } from '#shared/model/passphrase.ts';
import styles from './gate-form.module.css';
import type { NewPassphrase } from './new-passphrase.ts';
import { suggestPassphrase } from './passphrase-words.ts';

const randomNumbers = (size: number) => crypto.getRandomValues(new Uint16Array(size));

interface NewPassphraseFieldsProps {
  /** 「合言葉」 or 「新しい合言葉」. */
  readonly label: string;
  readonly value: NewPassphrase;
  readonly onChange: (changes: Partial<NewPassphrase>) => void;
  readonly problems: readonly FieldProblemLine[];
  readonly autoFocus?: boolean;
}

export function NewPassphraseFields({ label, value, onChange, problems, autoFocus }: NewPassphraseFieldsProps) {
  const [suggestion, setSuggestion] = useState(() => suggestPassphrase(randomNumbers));
  const messageOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <>
      <PasswordField
        id="passphrase"
        label={`${label}（${LEAST_PASSPHRASE_LENGTH}文字以上）`}
        description="ローマ字と数字で入れます。言葉をいくつか並べると、覚えやすく破られにくくなります。"
        value={value.passphrase}
        onChange={(passphrase) => onChange({ passphrase })}
        errorMessage={messageOf('passphrase')}
        isRequired
        {...(autoFocus ? { autoFocus } : {})}
      />
      <div className={styles['suggestion']}>
        <p className={styles['example']}>
          たとえば <span className={styles['words']}>{suggestion}</span>
        </p>
        <Button size="small" onPress={() => onChange({ passphrase: suggestion })}>
          これを使う
        </Button>
        <Button size="small" variant="quiet" onPress={() => setSuggestion(suggestPassphrase(randomNumbers))}>
          別の案
        </Button>
      </div>
      <PasswordField
        id="repeated"
        label={`${label}（もう一度）`}
        value={value.repeated}
        onChange={(repeated) => onChange({ repeated })}
        errorMessage={messageOf('repeated')}
        isRequired
      />
    </>
  );
}
