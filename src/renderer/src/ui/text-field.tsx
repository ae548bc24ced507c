// One line of text.
import type { InputHTMLAttributes, Ref } from 'react';
import { TextField as AriaTextField, Input } from 'react-aria-components';
import { compositionGuard } from './composition.ts';
import { defined } from './defined.ts';
import { FieldHead, FieldProblem, type FieldProps, fieldClass } from './field.tsx';

type TextFieldProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly type?: 'text' | 'tel' | 'email' | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | undefined;
  readonly maxLength?: number | undefined;
  readonly autoFocus?: boolean | undefined;
  /** Width of the box in full-width characters, so that its size says what belongs in it. */
  readonly widthInCharacters?: number | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  /** For composition handlers (フリガナ) and the like. */
  readonly inputProps?:
    | Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'style' | 'value' | 'onChange'>
    | undefined;
};

export function TextField(props: TextFieldProps) {
  const { value, onChange, errorMessage, isRequired = false, isDisabled = false, type = 'text' } = props;
  const { id, name, onBlur, inputMode, maxLength, autoFocus, widthInCharacters } = props;
  return (
    <div {...compositionGuard}>
      <AriaTextField
        {...defined({ id, name, onBlur, inputMode, maxLength, autoFocus })}
        className={fieldClass.root}
        value={value}
        onChange={onChange}
        type={type}
        isRequired={isRequired}
        isDisabled={isDisabled}
        isInvalid={errorMessage !== undefined}
        validationBehavior="aria"
        autoComplete="off"
        spellCheck="false"
      >
        <FieldHead {...props} />
        <Input
          {...defined({ ref: props.inputRef })}
          {...defined(props.inputProps ?? {})}
          className={fieldClass.input}
          style={widthInCharacters ? { maxWidth: `${widthInCharacters + 2}em` } : {}}
        />
        <FieldProblem message={errorMessage} />
      </AriaTextField>
    </div>
  );
}
