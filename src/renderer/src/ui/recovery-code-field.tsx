// Where a recovery code is typed from its paper. Never changes what was typed (a conversion may be open); shows below what it read,
// group by group, and which one to look at again.
import { Check, CircleAlert } from 'lucide-react';
import { foldRecoveryText, RECOVERY_GROUPS, readRecoveryCode } from '#shared/model/recovery-code.ts';
import { classesOf } from './class-names.ts';
import type { FieldProps } from './field.tsx';
import styles from './recovery-code-field.module.css';
import { TextField } from './text-field.tsx';

const cx = classesOf(styles);

const GROUP = 4;
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/u;

interface Look {
  readonly tone: 'open' | 'good' | 'wrong';
  readonly words: string;
  /** The group to look at again. */
  readonly group: number | null;
}

function lookAt(typed: string): Look {
  const length = [...foldRecoveryText(typed)].length;
  const reading = readRecoveryCode(typed);
  if (reading.ok) {
    return { tone: 'good', words: '28文字を読み取りました。書き写しの間違いはありません。', group: null };
  }
  const { problem, group } = reading;
  if (JAPANESE.test(foldRecoveryText(typed))) {
    return {
      tone: 'wrong',
      words: 'ひらがなが入っています。キーボードの「半角/全角」を押して、英字で入れてください。',
      group,
    };
  }
  switch (problem) {
    case 'unreadable':
      return { tone: 'wrong', words: `${(group ?? 0) + 1}組目に、コードにない文字があります。`, group };
    case 'too_long':
      return { tone: 'wrong', words: `文字が多すぎます（28文字のところ、${length}文字あります）。`, group };
    case 'mistyped':
      return {
        tone: 'wrong',
        words:
          group === null
            ? '書き写しの間違いがあります。紙と1組ずつ見くらべてください。'
            : `${group + 1}組目を、紙と見くらべてください。書き写しの間違いがあります。`,
        group,
      };
    case 'too_short':
      return { tone: 'open', words: `28文字のうち、${length}文字まで入りました。`, group };
  }
}

/** Why it is no code yet, or `null`. */
export function recoveryCodeProblem(typed: string): string | null {
  const look = lookAt(typed);
  return look.tone === 'good'
    ? null
    : look.tone === 'wrong'
      ? look.words
      : `コードは28文字です。${typed.trim() === '' ? '紙を見て入れてください。' : '続きを入れてください。'}`;
}

function Groups({ typed, wrong }: { readonly typed: string; readonly wrong: number | null }) {
  const text = [...foldRecoveryText(typed)];
  return (
    <ol aria-hidden className={cx('groups')}>
      {Array.from({ length: RECOVERY_GROUPS }, (_, at) => ({
        at,
        letters: text.slice(at * GROUP, (at + 1) * GROUP).join(''),
      })).map(({ at, letters }) => (
        <li key={at} className={cx('group', at === wrong && 'wrong', letters.length === GROUP && 'full')}>
          <span className={cx('number')}>{at + 1}組目</span>
          <span className={cx('letters')}>{letters.padEnd(GROUP, '・')}</span>
        </li>
      ))}
    </ol>
  );
}

type RecoveryCodeFieldProps = Pick<FieldProps, 'errorMessage' | 'id'> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean | undefined;
};

export function RecoveryCodeField({ value, onChange, errorMessage, id, autoFocus }: RecoveryCodeFieldProps) {
  const look = lookAt(value);
  const Icon = look.tone === 'good' ? Check : CircleAlert;
  return (
    <div className={cx('root')}>
      <TextField
        label="回復用コード"
        description="紙のコードを、1組目から続けて入れてください。小文字でも、間の「-」がなくてもかまいません。"
        value={value}
        onChange={onChange}
        maxLength={200}
        {...(id ? { id } : {})}
        {...(autoFocus ? { autoFocus } : {})}
        {...(errorMessage ? { errorMessage } : {})}
      />
      <Groups typed={value} wrong={look.group} />
      <p role="status" className={cx('look', { open: null, good: 'lookGood', wrong: 'lookWrong' }[look.tone])}>
        {value.trim() !== '' && errorMessage !== look.words && (
          <>
            {look.tone !== 'open' && <Icon aria-hidden className={cx('icon')} />}
            {look.words}
          </>
        )}
      </p>
    </div>
  );
}
