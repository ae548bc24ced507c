// One yes or no that is saved with the form.
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField as CheckboxFrame, Text } from 'react-aria-components';
import styles from './checkbox-field.module.css';
import { classesOf } from './class-names.ts';
import { defined } from './defined.ts';
import { FieldProblem, type FieldProps } from './field.tsx';

const cx = classesOf(styles);

type CheckboxFieldProps = Omit<FieldProps, 'label' | 'isLabelHidden'> & {
  readonly label: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** Some but not all of what it stands for. */
  readonly isIndeterminate?: boolean | undefined;
};

export function CheckboxField(props: CheckboxFieldProps) {
  const {
    label,
    isSelected,
    onChange,
    errorMessage,
    isRequired = false,
    isDisabled = false,
    isIndeterminate = false,
  } = props;
  return (
    <CheckboxFrame
      {...defined({ id: props.id, name: props.name })}
      className={cx('root')}
      isSelected={isSelected}
      onChange={onChange}
      isRequired={isRequired}
      isDisabled={isDisabled}
      isIndeterminate={isIndeterminate}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
    >
      <CheckboxButton className={cx('button')}>
        <span aria-hidden className={cx('box')}>
          {isIndeterminate ? <Minus className={cx('mark')} /> : isSelected && <Check className={cx('mark')} />}
        </span>
        <span>{label}</span>
      </CheckboxButton>
      {props.description && (
        <Text slot="description" className={cx('description')}>
          {props.description}
        </Text>
      )}
      <FieldProblem message={errorMessage} />
    </CheckboxFrame>
  );
}
