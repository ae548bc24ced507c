// Several lines of text in a box that grows with them, so that nothing written is out of sight.
import { type Ref, useLayoutEffect, useRef } from 'react';
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import { compositionGuard } from './composition.ts';
import { defined } from './defined.ts';
import { FieldHead, FieldProblem, type FieldProps, fieldClass } from './field.tsx';

type TextAreaProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  /** Lines shown when empty. */
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly ref?: Ref<HTMLTextAreaElement> | undefined;
};

function growToFit(area: HTMLTextAreaElement): void {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}

export function TextArea(props: TextAreaProps) {
  const { value, onChange, errorMessage, isRequired = false, isDisabled = false, rows = 3 } = props;
  const { id, name, onBlur, maxLength, autoFocus } = props;
  const area = useRef<HTMLTextAreaElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useLayoutEffect(() => {
    if (area.current) growToFit(area.current);
  }, [value]);

  return (
    <div {...compositionGuard}>
      <AriaTextField
        {...defined({ id, name, onBlur, maxLength, autoFocus })}
        className={fieldClass.root}
        value={value}
        onChange={onChange}
        isRequired={isRequired}
        isDisabled={isDisabled}
        isInvalid={errorMessage !== undefined}
        validationBehavior="aria"
        spellCheck="false"
      >
        <FieldHead {...props} />
        <AriaTextArea
          ref={(element) => {
            area.current = element;
            if (typeof props.ref === 'function') props.ref(element);
            else if (props.ref) props.ref.current = element;
          }}
          rows={rows}
          className={fieldClass.input}
        />
        <FieldProblem message={errorMessage} />
      </AriaTextField>
    </div>
  );
}
