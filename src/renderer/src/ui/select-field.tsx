// One choice from a short list that stays closed until asked for.
import { ChevronDown } from 'lucide-react';
import { Select as AriaSelect, Button, SelectValue } from 'react-aria-components';
import { classesOf } from './class-names.ts';
import { defined } from './defined.ts';
import { FieldHead, FieldProblem, type FieldProps, fieldClass } from './field.tsx';
import type { Option } from './option.ts';
import { OptionList } from './option-list.tsx';
import styles from './select-field.module.css';

const cx = classesOf(styles);

type SelectFieldProps = FieldProps & {
  readonly options: readonly Option[];
  /** A code, or null when nothing is chosen. */
  readonly value: string | null;
  readonly onChange: (code: string | null) => void;
  readonly onBlur?: (() => void) | undefined;
  /** Offers 「選ばない」 as first entry. */
  readonly canBeEmpty?: boolean | undefined;
  readonly emptyLabel?: string | undefined;
  readonly placeholder?: string | undefined;
};

const EMPTY = '\u0000';

export function SelectField(props: SelectFieldProps) {
  const { options, value, onChange, errorMessage, isRequired = false, isDisabled = false } = props;
  const { id, name, onBlur, canBeEmpty = false, emptyLabel = '選ばない', placeholder = '選んでください' } = props;
  const offered = canBeEmpty ? [{ code: EMPTY, label: emptyLabel }, ...options] : options;
  return (
    <AriaSelect
      {...defined({ id, name, onBlur })}
      className={fieldClass.root}
      value={value}
      onChange={(key) => onChange(key === null || key === EMPTY ? null : String(key))}
      isRequired={isRequired}
      isDisabled={isDisabled}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      placeholder={placeholder}
    >
      <FieldHead {...props} />
      <Button className={cx('button')}>
        <SelectValue className={cx('value')}>
          {({ selectedText, isPlaceholder }) => (isPlaceholder ? placeholder : selectedText)}
        </SelectValue>
        <ChevronDown aria-hidden className={cx('arrow')} />
      </Button>
      <FieldProblem message={errorMessage} />
      <OptionList options={offered} />
    </AriaSelect>
  );
}
