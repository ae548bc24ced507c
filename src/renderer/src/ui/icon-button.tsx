// A button that is only an icon. Its name is read out and shown when pointed at or focused.
import type { LucideIcon } from 'lucide-react';
import { Button as Pressable, Tooltip, TooltipTrigger } from 'react-aria-components';
import { classesOf } from './class-names.ts';
import { defined } from './defined.ts';
import styles from './icon-button.module.css';

const cx = classesOf(styles);

type IconButtonProps = {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onPress?: (() => void) | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isPressed?: boolean | undefined;
  /** `plain` lies inside another control and has no border. */
  readonly variant?: 'bordered' | 'plain' | undefined;
};

export function IconButton({
  label,
  icon: Icon,
  onPress,
  isDisabled = false,
  isPressed,
  variant = 'plain',
}: IconButtonProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={100}>
      <Pressable
        {...defined({ onPress, 'aria-pressed': isPressed })}
        aria-label={label}
        isDisabled={isDisabled}
        className={cx('button', variant)}
      >
        <Icon aria-hidden className={cx('icon')} />
      </Pressable>
      <Tooltip className={cx('tooltip')} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
