// The button: what happens is written on it. Its colour only says how weighty it is.
import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Link as AriaLink, Button as Pressable } from 'react-aria-components';
import styles from './button.module.css';
import { classesOf } from './class-names.ts';
import { defined } from './defined.ts';
import { KeyHint } from './key-hint.tsx';

const cx = classesOf(styles);

type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
type ButtonSize = 'medium' | 'large' | 'small';

type ButtonLook = {
  /** One primary per screen; secondary is the default. */
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly isFullWidth?: boolean | undefined;
  /** Shown beside the words, for example `Ctrl+N`. */
  readonly keyHint?: string | undefined;
  readonly children: ReactNode;
};

type ButtonProps = ButtonLook & {
  readonly onPress?: (() => void) | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  /** Id of the form it submits, where it stands outside of it. */
  readonly form?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Shows that the work runs, and takes no second press. */
  readonly isPending?: boolean | undefined;
  /** What stands on the button meanwhile, for example 「保存しています」. */
  readonly pendingText?: string | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly id?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
};

function Face({ icon: Icon, keyHint, children }: Pick<ButtonLook, 'icon' | 'keyHint' | 'children'>) {
  return (
    <>
      {Icon && <Icon aria-hidden className={cx('icon')} />}
      <span>{children}</span>
      {keyHint && (
        <span aria-hidden className={cx('hint')}>
          <KeyHint keys={keyHint} />
        </span>
      )}
    </>
  );
}

export function Button(props: ButtonProps) {
  const { variant = 'secondary', size = 'medium', isPending = false, isDisabled = false, type = 'button' } = props;
  const { onPress, id, ref, autoFocus, icon, keyHint, children } = props;
  return (
    // React Aria's own `isPending` leaves pictures without words behind for screen readers; a pending button keeps its focus
    // and does nothing instead.
    <Pressable
      {...defined({ onPress: isPending ? undefined : onPress, id, ref, autoFocus, form: props.form })}
      {...defined({ 'aria-label': props['aria-label'], 'aria-describedby': props['aria-describedby'] })}
      type={isPending ? 'button' : type}
      isDisabled={isDisabled}
      {...(isPending ? { 'aria-disabled': true } : {})}
      className={cx('button', variant, size, isPending && 'pending', props.isFullWidth && 'full')}
    >
      {isPending ? (
        <>
          <LoaderCircle aria-hidden className={cx('icon', 'spinner')} />
          <span>{props.pendingText ?? children}</span>
        </>
      ) : (
        <Face icon={icon} keyHint={keyHint}>
          {children}
        </Face>
      )}
    </Pressable>
  );
}

type LinkButtonProps = ButtonLook & { readonly href: string; readonly onPress?: (() => void) | undefined };

/** Looks like a button, goes somewhere like a link. */
export function LinkButton({ variant = 'secondary', size = 'medium', isFullWidth, ...props }: LinkButtonProps) {
  return (
    <AriaLink
      href={props.href}
      {...defined({ onPress: props.onPress })}
      className={cx('button', variant, size, isFullWidth && 'full')}
    >
      <Face icon={props.icon} keyHint={props.keyHint}>
        {props.children}
      </Face>
    </AriaLink>
  );
}
