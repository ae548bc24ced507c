// A passphrase: hidden unless asked for. Warns of Caps Lock and of full-width letters, the two causes of "it won't open".
import { Eye, EyeOff, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { TextField as AriaTextField, Group, Input } from 'react-aria-components';
import { classesOf } from './class-names.ts';
import { compositionGuard } from './composition.ts';
import { defined } from './defined.ts';
import { FieldHead, FieldProblem, type FieldProps, fieldClass } from './field.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './password-field.module.css';

const cx = classesOf(styles);

type PasswordFieldProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
};

const FULL_WIDTH = /[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]/u;

function Warning({ text }: { readonly text: string }) {
  return (
    <p className={cx('warning')}>
      <TriangleAlert aria-hidden className={cx('warningIcon')} />
      {text}
    </p>
  );
}

export function PasswordField(props: PasswordFieldProps) {
  const { value, onChange, errorMessage, isRequired = false, isDisabled = false } = props;
  const { id, name, onBlur, autoFocus } = props;
  const [isShown, setIsShown] = useState(false);
  const [isCapsLockOn, setIsCapsLockOn] = useState(false);
  const watchCapsLock = (event: KeyboardEvent) => setIsCapsLockOn(event.getModifierState('CapsLock'));

  return (
    <div {...compositionGuard}>
      <AriaTextField
        {...defined({ id, name, onBlur, autoFocus })}
        className={fieldClass.root}
        value={value}
        onChange={onChange}
        type={isShown ? 'text' : 'password'}
        isRequired={isRequired}
        isDisabled={isDisabled}
        isInvalid={errorMessage !== undefined}
        validationBehavior="aria"
        autoComplete="off"
        spellCheck="false"
      >
        <FieldHead {...props} />
        <Group className={fieldClass.box} isInvalid={errorMessage !== undefined}>
          <Input
            {...defined({ ref: props.inputRef })}
            className={fieldClass.bare}
            onKeyDown={watchCapsLock}
            onKeyUp={watchCapsLock}
          />
          <IconButton
            label={isShown ? '文字をかくす' : '文字を見る'}
            icon={isShown ? EyeOff : Eye}
            onPress={() => setIsShown(!isShown)}
          />
        </Group>
        <FieldProblem message={errorMessage} />
      </AriaTextField>
      <div aria-live="polite">
        {isCapsLockOn && <Warning text="Caps Lock が入っています。大文字になります。" />}
        {FULL_WIDTH.test(value) && <Warning text="全角の文字が入っています。半角で入力したか確かめてください。" />}
      </div>
    </div>
  );
}
