// Edits one code table: rename, hide, add. Codes are never deleted, because old records keep them.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useCodes } from '#renderer/lib/codes.tsx';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/card.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { SwitchField } from '#renderer/ui/switch-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { CodeEntry } from '#shared/contract/codes.contract.ts';
import { CODE_LISTS, type CodeList, LISTS_WITH_MEANING } from '#shared/model/code-lists.ts';
import styles from './code-list-editor.module.css';
import { CODE_LIST_WORDS } from './code-list-words.ts';

function EntryRow({ entry }: { readonly entry: CodeEntry }) {
  const revise = useRegisterCommand('codes.revise');
  const [label, setLabel] = useState(entry.label);
  const save = (changes: Partial<Pick<CodeEntry, 'label' | 'isRetired'>>) => {
    const { list, code, position, isRetired } = entry;
    revise.mutate(
      { list, code, position, label: entry.label, isRetired, ...changes },
      {
        onSuccess: () => toast('一覧を保存しました。'),
        onError: ({ failure }) => {
          setLabel(entry.label);
          toast(describeFailure(failure), { tone: 'warning' });
        },
      },
    );
  };
  return (
    <li className={styles['entry']}>
      <TextField
        label={`${entry.label}の名前`}
        isLabelHidden
        value={label}
        onChange={setLabel}
        onBlur={() => label.trim() !== '' && label !== entry.label && save({ label })}
        maxLength={40}
      />
      <SwitchField label="使う" isSelected={!entry.isRetired} onChange={(isUsed) => save({ isRetired: !isUsed })} />
    </li>
  );
}

export function CodeListEditor() {
  const codes = useCodes();
  const [list, setList] = useState<CodeList>('district');
  const [added, setAdded] = useState('');
  const add = useRegisterCommand('codes.add');
  const submit = async () => {
    if (added.trim() === '') {
      return false;
    }
    try {
      await add.mutateAsync({ list, label: added });
    } catch {
      return false;
    }
    setAdded('');
    toast('一覧に足しました。');
    return true;
  };
  return (
    <Stack>
      <SelectField
        label="一覧"
        options={CODE_LISTS.map((name) => ({ code: name, label: CODE_LIST_WORDS[name] }))}
        value={list}
        onChange={(code) => setList(CODE_LISTS.find((name) => name === code) ?? list)}
      />
      <ul className={styles['entries']} aria-label={CODE_LIST_WORDS[list]}>
        {codes.all(list).map((entry) => (
          <EntryRow key={`${list}/${entry.code}/${entry.label}`} entry={entry} />
        ))}
      </ul>
      {add.error && <Notice tone="error" title={describeFailure(add.error.failure)} isUrgent />}
      {LISTS_WITH_MEANING.includes(list) ? (
        <p>
          予定や集計の計算に使う一覧のため、足すことはできません。名前の変更と、使う・使わないの切りかえができます。
        </p>
      ) : (
        <Form onSubmit={submit} aria-label="選択肢を足す">
          <div className={styles['add']}>
            <TextField label="足す選択肢" value={added} onChange={setAdded} maxLength={40} />
            <Button type="submit" icon={Plus} isDisabled={added.trim() === ''}>
              足す
            </Button>
          </div>
        </Form>
      )}
    </Stack>
  );
}
