// The open list under a select or combo box.
import { Check } from 'lucide-react';
import { ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { classesOf } from './class-names.ts';
import type { Option } from './option.ts';
import styles from './option-list.module.css';

const cx = classesOf(styles);

type OptionListProps = {
  readonly options: readonly Option[];
  readonly emptyText?: string | undefined;
};

/** Opens under the box that it is put into. */
export function OptionList({ options, emptyText }: OptionListProps) {
  return (
    <Popover className={cx('popover')} offset={4}>
      <ListBox
        className={cx('list')}
        {...(emptyText ? { renderEmptyState: () => <p className={cx('empty')}>{emptyText}</p> } : {})}
      >
        {options.map((option) => (
          <ListBoxItem key={option.code} id={option.code} textValue={option.label} className={cx('item')}>
            {({ isSelected }) => (
              <>
                <Check aria-hidden className={cx('check', !isSelected && 'unchecked')} />
                <span className={cx('texts')}>
                  <span>{option.label}</span>
                  {option.note && <span className={cx('note')}>{option.note}</span>}
                </span>
              </>
            )}
          </ListBoxItem>
        ))}
      </ListBox>
    </Popover>
  );
}
