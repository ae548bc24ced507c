// A box that searches as one types.
import { Search, X } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { SearchField as AriaSearchField, Button, Group, Input } from 'react-aria-components';
import { classesOf } from './class-names.ts';
import { compositionGuard } from './composition.ts';
import { defined } from './defined.ts';
import { FieldHead, type FieldProps, fieldClass } from './field.tsx';
import styles from './search-field.module.css';

const cx = classesOf(styles);

type SearchFieldProps = Pick<FieldProps, 'label' | 'description' | 'isLabelHidden' | 'id'> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  /** Enter, never the Enter of a conversion. */
  readonly onSubmit?: ((value: string) => void) | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
  /** The id of a list that the box steers with the arrow keys, and of the entry that is chosen in it. */
  readonly controls?: string | undefined;
  readonly activeDescendant?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
};

export function SearchField(props: SearchFieldProps) {
  const { label, description, isLabelHidden, value, onChange, placeholder, onSubmit, onKeyDown, autoFocus, id } = props;
  return (
    <div {...compositionGuard}>
      <AriaSearchField
        {...defined({ id, onSubmit, autoFocus })}
        className={fieldClass.root}
        value={value}
        onChange={onChange}
        autoComplete="off"
        spellCheck="false"
      >
        <FieldHead label={label} description={description} isLabelHidden={isLabelHidden} />
        <Group className={fieldClass.box}>
          <Search aria-hidden className={cx('glass')} />
          <Input
            {...defined({
              ref: props.inputRef,
              placeholder,
              onKeyDown,
              'aria-activedescendant': props.activeDescendant,
            })}
            {...(props.controls ? { role: 'combobox', 'aria-expanded': true, 'aria-controls': props.controls } : {})}
            className={`${fieldClass.bare} ${cx('input')}`}
          />
          {value !== '' && (
            <Button aria-label="検索の文字を消す" className={cx('clear')}>
              <X aria-hidden className={cx('clearIcon')} />
            </Button>
          )}
        </Group>
      </AriaSearchField>
    </div>
  );
}
