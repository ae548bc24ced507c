// One choice from a few, as big buttons: all choices in sight, by mouse, arrow keys or a single key.
import { Check } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import styles from './choice-buttons.module.css';
import { classesOf } from './class-names.ts';
import { compositionGuard, isComposing } from './composition.ts';
import { defined } from './defined.ts';
import { FieldHead, FieldProblem, type FieldProps, fieldClass } from './field.tsx';
import { KeyHint } from './key-hint.tsx';
import type { Option } from './option.ts';

const cx = classesOf(styles);

type Choice = Option & {
  /** Stands under the words and is read out with them: a figure, a bar, a tag. */
  readonly extra?: ReactNode;
};

type ChoiceButtonsProps = FieldProps & {
  readonly options: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (code: string) => void;
  /** Buttons of the same width in this many columns; without it they are as wide as their words. */
  readonly columns?: 2 | 3 | 4 | undefined;
};

const TEXT_ENTRY = 'input:not([type=radio], [type=checkbox]), textarea, [aria-haspopup=listbox], [role=listbox]';

/** True when a single key pressed on this element is text, or belongs to another group that has the same key. */
function isTakenElsewhere(target: EventTarget | null, key: string, group: HTMLElement): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(TEXT_ENTRY)) return true;
  const other = target.closest('[data-shortcuts]');
  return other !== null && other !== group && (other.getAttribute('data-shortcuts') ?? '').split(' ').includes(key);
}

/** Single keys work anywhere in the surrounding form, except while text is being written. */
function useShortcuts(options: readonly Option[], onChange: (code: string) => void) {
  const group = useRef<HTMLDivElement>(null);
  const latest = useRef({ options, onChange });
  latest.current = { options, onChange };

  useEffect(() => {
    const element = group.current;
    if (!element) return;
    const scope: HTMLElement = element.closest('form') ?? element;
    const choose = (event: KeyboardEvent) => {
      if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
      const key = event.key.toUpperCase();
      const chosen = latest.current.options.find((option) => option.shortcut?.toUpperCase() === key);
      if (!chosen || isTakenElsewhere(event.target, key, element)) return;
      event.preventDefault();
      latest.current.onChange(chosen.code);
    };
    scope.addEventListener('keydown', choose);
    return () => scope.removeEventListener('keydown', choose);
  }, []);
  return group;
}

/** The key that chooses it, or a ring; a tick once it is chosen. */
function Mark({ isSelected, shortcut }: { readonly isSelected: boolean; readonly shortcut: string | undefined }) {
  if (shortcut && !isSelected) {
    return (
      <span aria-hidden>
        <KeyHint keys={shortcut} />
      </span>
    );
  }
  return (
    <span aria-hidden className={cx('dot', shortcut && 'asWideAsKey')}>
      {isSelected && <Check className={cx('check')} />}
    </span>
  );
}

export function ChoiceButtons(props: ChoiceButtonsProps) {
  const { options, value, onChange, errorMessage, isRequired = false, isDisabled = false, columns } = props;
  const group = useShortcuts(options, onChange);
  const shortcuts = options.flatMap((option) => option.shortcut?.toUpperCase() ?? []).join(' ');
  return (
    <div ref={group} data-shortcuts={shortcuts} {...compositionGuard}>
      <RadioGroup
        {...defined({ id: props.id, name: props.name })}
        className={fieldClass.root}
        value={value}
        onChange={onChange}
        isRequired={isRequired}
        isDisabled={isDisabled}
        isInvalid={errorMessage !== undefined}
        validationBehavior="aria"
      >
        <FieldHead {...props} />
        <div className={cx('choices', columns && `columns${columns}`)}>
          {options.map((option) => (
            <RadioField key={option.code} value={option.code} className={cx('field')}>
              <RadioButton className={cx('choice')}>
                {({ isSelected }) => (
                  <>
                    <Mark isSelected={isSelected} shortcut={option.shortcut} />
                    <span className={cx('texts')}>
                      {option.label}
                      {option.note && <span className={cx('note')}>{option.note}</span>}
                      {option.extra}
                    </span>
                  </>
                )}
              </RadioButton>
            </RadioField>
          ))}
        </div>
        <FieldProblem message={errorMessage} />
      </RadioGroup>
    </div>
  );
}
