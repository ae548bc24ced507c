// Ctrl+K: finds a person or a screen from anywhere. Asks the caller for what there is; keeps nothing.
import type { LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { classesOf } from './class-names.ts';
import styles from './command-palette.module.css';
import { isComposing } from './composition.ts';
import { KeyHint } from './key-hint.tsx';
import { SearchField } from './search-field.tsx';

const cx = classesOf(styles);

export type PaletteItem = {
  readonly id: string;
  readonly label: ReactNode;
  /** フリガナ, age, address; 表記ちがい. */
  readonly note?: ReactNode;
  readonly icon: LucideIcon;
  readonly onChoose: () => void;
};

export type PaletteSection = { readonly title: string; readonly items: readonly PaletteItem[] };

const PALETTE_LABEL = '人や画面をさがす';

type CommandPaletteProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Called with every change of the text, and with an empty one at opening. Late answers to earlier texts are dropped. */
  readonly onSearch: (text: string) => readonly PaletteSection[] | Promise<readonly PaletteSection[]>;
  readonly placeholder?: string | undefined;
  /** What is being looked for, read out; 「人や画面をさがす」 unless given. */
  readonly label?: string | undefined;
};

/** What was found, and whether it was found for the text that stands in the box now. */
function useSections(text: string, isOpen: boolean, onSearch: CommandPaletteProps['onSearch']) {
  const [answer, setAnswer] = useState<{ text: string; sections: readonly PaletteSection[] } | null>(null);
  const search = useRef(onSearch);
  search.current = onSearch;
  useEffect(() => {
    if (!isOpen) return;
    let isLatest = true;
    void Promise.resolve(search.current(text)).then((sections) => isLatest && setAnswer({ text, sections }));
    return () => {
      isLatest = false;
    };
  }, [text, isOpen]);
  return { sections: answer?.sections ?? [], isAnswered: answer?.text === text };
}

function Entry({
  item,
  id,
  isActive,
  onPoint,
}: {
  item: PaletteItem;
  id: string;
  isActive: boolean;
  onPoint: () => void;
}) {
  const entry = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) entry.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box holds the focus and takes the keys.
    <div
      ref={entry}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={cx('item', isActive && 'active')}
      onMouseMove={onPoint}
      onClick={item.onChoose}
    >
      <item.icon aria-hidden className={cx('icon')} />
      <span className={cx('label')}>{item.label}</span>
      {item.note && <span className={cx('note')}>{item.note}</span>}
    </div>
  );
}

function Palette({
  onClose,
  onSearch,
  placeholder = '名前・フリガナ・電話・住所・画面の名前',
  label = PALETTE_LABEL,
}: Omit<CommandPaletteProps, 'isOpen'>) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const { sections, isAnswered } = useSections(text, true, onSearch);
  const items = sections.flatMap((section) => section.items);
  const current = Math.min(active, items.length - 1);
  const optionId = (index: number) => `${listId}-${index}`;
  const isEnterWaiting = useRef(false);

  const chooseCurrent = () => {
    const chosen = items[current];
    if (!chosen) return;
    onClose();
    chosen.onChoose();
  };

  // Enter that came before the answer must not open what was found for an earlier text: somebody else.
  useEffect(() => {
    if (!isAnswered || !isEnterWaiting.current) return;
    isEnterWaiting.current = false;
    chooseCurrent();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive((current + step + items.length) % Math.max(1, items.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (isAnswered) chooseCurrent();
      else isEnterWaiting.current = true;
    }
  };

  return (
    <div className={cx('inside')}>
      <SearchField
        label={label}
        isLabelHidden
        value={text}
        onChange={(next) => {
          isEnterWaiting.current = false;
          setText(next);
          setActive(0);
        }}
        placeholder={placeholder}
        onKeyDown={onKeyDown}
        controls={listId}
        activeDescendant={current >= 0 ? optionId(current) : undefined}
        autoFocus
      />
      <div role="listbox" id={listId} aria-label="見つかったもの" className={cx('list')}>
        {sections
          .filter((section) => section.items.length > 0)
          .map((section) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own.
            <div key={section.title} role="group" aria-label={section.title}>
              <p aria-hidden className={cx('heading')}>
                {section.title}
              </p>
              {section.items.map((item) => {
                const index = items.indexOf(item);
                const choose = () => {
                  onClose();
                  item.onChoose();
                };
                return (
                  <Entry
                    key={item.id}
                    id={optionId(index)}
                    item={{ ...item, onChoose: choose }}
                    isActive={index === current}
                    onPoint={() => setActive(index)}
                  />
                );
              })}
            </div>
          ))}
      </div>
      <p role="status" className={cx('status')}>
        {items.length === 0
          ? text === ''
            ? ''
            : '見つかりません。ひらがなや電話番号でもさがせます。'
          : `${items.length}件`}
      </p>
      <p aria-hidden className={cx('keys')}>
        <KeyHint keys="↑" /> <KeyHint keys="↓" /> えらぶ　
        <KeyHint keys="Enter" /> 開く　
        <KeyHint keys="Esc" /> 閉じる
      </p>
    </div>
  );
}

export function CommandPalette({ isOpen, onClose, ...rest }: CommandPaletteProps) {
  return (
    <ModalOverlay className={cx('overlay')} isOpen={isOpen} isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={cx('modal')}>
        <Dialog aria-label={rest.label ?? PALETTE_LABEL} className={cx('dialog')}>
          <Palette onClose={onClose} {...rest} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
