// One choice from a long list, found by typing; where allowed, also a text that is not in the list.
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { ComboBox as AriaComboBox, Button, Group, Input } from 'react-aria-components';
import { classesOf } from './class-names.ts';
import styles from './combo-field.module.css';
import { compositionGuard } from './composition.ts';
import { defined } from './defined.ts';
import { FieldHead, FieldProblem, type FieldProps, fieldClass } from './field.tsx';
import { toKatakana } from './kana-capture.ts';
import type { Option } from './option.ts';
import { OptionList } from './option-list.tsx';

const cx = classesOf(styles);

/** A code from the list, or a text of one's own where `allowsOwnText` is set. */
export type ComboValue = { readonly code: string | null; readonly text: string };

type ComboFieldProps = FieldProps & {
  readonly options: readonly Option[];
  readonly value: ComboValue;
  readonly onChange: (value: ComboValue) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly allowsOwnText?: boolean | undefined;
  readonly placeholder?: string | undefined;
};

/** Width and kana make no difference when looking for an entry. */
function folded(text: string): string {
  return toKatakana(text.normalize('NFKC').toLowerCase()).replace(/[\s\u3000]/gu, '');
}

export function ComboField(props: ComboFieldProps) {
  const { options, value, onChange, errorMessage, isRequired = false, isDisabled = false } = props;
  const { id, name, onBlur, allowsOwnText = false, placeholder } = props;
  const [isTouched, setIsTouched] = useState(false);
  const found = isTouched
    ? options.filter((option) => folded(`${option.label}${option.note ?? ''}`).includes(folded(value.text)))
    : options;

  return (
    <div {...compositionGuard}>
      <AriaComboBox
        {...defined({ id, name, onBlur })}
        className={fieldClass.root}
        inputValue={value.text}
        onInputChange={(text) => {
          if (text === value.text) return;
          setIsTouched(true);
          onChange({ code: options.find((option) => option.label === text)?.code ?? null, text });
        }}
        value={value.code}
        onChange={(key) => {
          const chosen = options.find((option) => option.code === key);
          if (chosen) onChange({ code: chosen.code, text: chosen.label });
          else if (!allowsOwnText) onChange({ code: null, text: '' });
        }}
        onOpenChange={(isOpen) => !isOpen && setIsTouched(false)}
        defaultFilter={() => true}
        allowsCustomValue={allowsOwnText}
        allowsEmptyCollection
        menuTrigger="focus"
        isRequired={isRequired}
        isDisabled={isDisabled}
        isInvalid={errorMessage !== undefined}
        validationBehavior="aria"
      >
        <FieldHead {...props} />
        <Group className={fieldClass.box} isInvalid={errorMessage !== undefined}>
          <Input className={fieldClass.bare} {...defined({ placeholder })} />
          <Button className={cx('arrowButton')}>
            <ChevronDown aria-hidden className={cx('arrow')} />
          </Button>
        </Group>
        <FieldProblem message={errorMessage} />
        <OptionList
          options={found}
          emptyText={
            allowsOwnText
              ? '一覧にありません。このまま記録できます。'
              : '見つかりません。ほかの言葉でさがしてください。'
          }
        />
      </AriaComboBox>
    </div>
  );
}
