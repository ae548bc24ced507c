// Any number of choices as toggle buttons, under headings where there are many (異変サイン).
import { Check } from 'lucide-react';
import { CheckboxButton, CheckboxField as CheckboxFrame, CheckboxGroup } from 'react-aria-components';
import styles from './check-buttons.module.css';
import { classesOf } from './class-names.ts';
import { compositionGuard } from './composition.ts';
import { defined } from './defined.ts';
import { FieldHead, FieldProblem, type FieldProps, fieldClass } from './field.tsx';
import type { Option, OptionGroup } from './option.ts';

const cx = classesOf(styles);

type CheckButtonsProps = FieldProps & {
  /** Groups with headings; one group with an empty label shows no heading. */
  readonly groups: readonly OptionGroup[];
  readonly value: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
};

function CheckButton({ option }: { readonly option: Option }) {
  return (
    <CheckboxFrame value={option.code} className={cx('field')}>
      <CheckboxButton className={cx('choice')}>
        {({ isSelected }) => (
          <>
            <span aria-hidden className={cx('box')}>
              {isSelected && <Check className={cx('check')} />}
            </span>
            <span>
              {option.label}
              {option.note && <span className={cx('note')}>{option.note}</span>}
            </span>
          </>
        )}
      </CheckboxButton>
    </CheckboxFrame>
  );
}

export function CheckButtons(props: CheckButtonsProps) {
  const { groups, value, onChange, errorMessage, isRequired = false, isDisabled = false } = props;
  return (
    <div {...compositionGuard}>
      <CheckboxGroup
        {...defined({ id: props.id, name: props.name })}
        className={fieldClass.root}
        value={[...value]}
        onChange={onChange}
        isRequired={isRequired}
        isDisabled={isDisabled}
        isInvalid={errorMessage !== undefined}
        validationBehavior="aria"
      >
        <FieldHead {...props} />
        {groups.map((group) => (
          <div key={group.label} className={cx('group')}>
            {group.label && <p className={cx('heading')}>{group.label}</p>}
            <div className={cx('choices')}>
              {group.options.map((option) => (
                <CheckButton key={option.code} option={option} />
              ))}
            </div>
          </div>
        ))}
        <FieldProblem message={errorMessage} />
      </CheckboxGroup>
    </div>
  );
}
