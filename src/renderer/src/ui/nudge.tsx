// One quiet line on the Today screen with the way to mend what it names. Never stands in the way.
import { LinkButton } from './button.tsx';
import styles from './nudge.module.css';

export interface NudgeProps {
  readonly text: string;
  readonly href: string;
  readonly action: string;
}

export function Nudge({ text, href, action }: NudgeProps) {
  return (
    <p className={styles['nudge']}>
      <span>{text}</span>
      <LinkButton href={href} size="small" variant="quiet">
        {action}
      </LinkButton>
    </p>
  );
}
