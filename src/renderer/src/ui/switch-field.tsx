// A setting that takes effect at once, with its state in words.
import type { ReactNode } from 'react';
import { SwitchButton, SwitchField as SwitchFrame, Text } from 'react-aria-components';
import { classesOf } from './class-names.ts';
import styles from './switch-field.module.css';

const cx = classesOf(styles);

type SwitchFieldProps = {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean | undefined;
  readonly onText?: string | undefined;
  readonly offText?: string | undefined;
};

export function SwitchField({
  label,
  description,
  isSelected,
  onChange,
  isDisabled = false,
  ...texts
}: SwitchFieldProps) {
  const { onText = '入', offText = '切' } = texts;
  return (
    <SwitchFrame className={cx('root')} isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      <SwitchButton className={cx('button')}>
        <span aria-hidden className={cx('track')}>
          <span className={cx('thumb')} />
        </span>
        <span aria-hidden className={cx('state')}>
          {isSelected ? onText : offText}
        </span>
        <span>{label}</span>
      </SwitchButton>
      {description && (
        <Text slot="description" className={cx('description')}>
          {description}
        </Text>
      )}
    </SwitchFrame>
  );
}
