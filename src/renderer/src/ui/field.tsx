// What every form field has in common: label above, explanation under it, problem below the box. Holds no value itself.
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { classesOf } from './class-names.ts';
import styles from './field.module.css';

const cx = classesOf(styles);

/** The properties that all fields share. */
export type FieldProps = {
  readonly label: string;
  /** Explains what to write. Stands between label and box. */
  readonly description?: ReactNode;
  /** What is wrong and what to do; its presence marks the field as wrong. */
  readonly errorMessage?: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Links from the error summary go to this id. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** Keeps the label for screen readers only, where the surroundings say it already. */
  readonly isLabelHidden?: boolean | undefined;
};

type FieldHeadProps = Pick<FieldProps, 'label' | 'isRequired' | 'description' | 'isLabelHidden'>;

/** The label with its 必須 mark, and the explanation. To be put inside a field component of the kit. */
export function FieldHead({ label, isRequired = false, description, isLabelHidden = false }: FieldHeadProps) {
  return (
    <>
      <Label className={cx(isLabelHidden ? 'labelHidden' : 'label')}>
        {label}
        {isRequired && <span className={cx('required')}>必須</span>}
      </Label>
      {description && (
        <Text slot="description" className={cx('description')}>
          {description}
        </Text>
      )}
    </>
  );
}

/** The problem under the box, read out together with the field. */
export function FieldProblem({ message }: { readonly message?: string | undefined }) {
  if (!message) return null;
  return (
    <FieldError className={cx('problem')}>
      <CircleAlert aria-hidden className={cx('problemIcon')} />
      <span>{message}</span>
    </FieldError>
  );
}

/** Class names that give a box its look. `width` is in characters of the body size. */
export const fieldClass = { root: cx('root'), input: cx('input'), box: cx('box'), bare: cx('bare') } as const;
