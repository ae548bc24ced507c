// The agenda to be written: titles and texts, their order, new items. Saves only when told to, and loses nothing that was typed.
import { ArrowDown, ArrowUp, Plus, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useCodes } from '#renderer/lib/codes.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Cluster, Stack } from '#renderer/ui/card.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { FormActions } from '#renderer/ui/form-actions.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { addItem, changeItem, type DraftItem, moveItem, removeItem, restoreItem } from './agenda-draft.ts';
import styles from './agenda-editor.module.css';

const titleId = ({ key }: DraftItem) => `agenda-title-${key}`;

interface ItemProps {
  readonly item: DraftItem;
  readonly number: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly names: readonly string[];
  readonly problem: string | undefined;
  readonly onChange: (changes: Partial<DraftItem>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function Item({ item, number, isFirst, isLast, names, problem, onChange, onMove, onRemove }: ItemProps) {
  const name = `${number}番「${item.title}」`;
  return (
    <li className={styles['item']}>
      <div className={styles['head']}>
        <span aria-hidden className={styles['number']}>
          {number}
        </span>
        <div className={styles['title']}>
          <TextField
            id={titleId(item)}
            label={`議題${number}の題名`}
            isLabelHidden
            value={item.title}
            onChange={(title) => onChange({ title })}
            errorMessage={problem}
            maxLength={100}
          />
        </div>
        <div className={styles['deeds']}>
          <IconButton label={`${name}を上へ`} icon={ArrowUp} isDisabled={isFirst} onPress={() => onMove(-1)} />
          <IconButton label={`${name}を下へ`} icon={ArrowDown} isDisabled={isLast} onPress={() => onMove(1)} />
          <IconButton label={`${name}を消す`} icon={Trash2} onPress={onRemove} />
        </div>
      </div>
      {names.length > 0 && (
        <Notice tone="warning" title={`台帳の方のお名前があります：${names.join('、')}`}>
          配る資料にはお名前をのせられません。「Aさん」のように書きかえてください。
        </Notice>
      )}
      <TextArea
        label={`議題${number}の内容`}
        isLabelHidden
        value={item.body}
        onChange={(body) => onChange({ body })}
        rows={2}
      />
    </li>
  );
}

function AddItem({ onAdd }: { readonly onAdd: (kind: string, title: string) => void }) {
  const codes = useCodes();
  const [kind, setKind] = useState<string | null>(null);
  return (
    <div className={styles['add']}>
      <SelectField
        label="議題の種類"
        options={codes.choices('meetingAgenda')}
        value={kind}
        onChange={setKind}
        placeholder="種類を選ぶ"
      />
      <Button
        icon={Plus}
        isDisabled={kind === null}
        onPress={() => {
          if (kind !== null) {
            onAdd(kind, codes.label('meetingAgenda', kind));
            setKind(null);
          }
        }}
      >
        議題を足す
      </Button>
    </div>
  );
}

interface AgendaEditorProps {
  readonly items: readonly DraftItem[];
  readonly onChange: (change: (items: readonly DraftItem[]) => readonly DraftItem[]) => void;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** Names on the saved agenda, by the item's place. */
  readonly namesAt: (place: number) => readonly string[];
  readonly failure: string | null;
  readonly onSave: () => Promise<boolean>;
  readonly onRefill: () => void;
}

export function AgendaEditor(props: AgendaEditorProps) {
  const { items, onChange, isDirty, isSaving, namesAt, failure, onSave, onRefill } = props;
  const [isChecked, setIsChecked] = useState(false);
  const problemOf = ({ title }: DraftItem) => (title.trim() === '' ? '題名を入れてください。' : undefined);
  const problems = items.flatMap((item) => {
    const message = problemOf(item);
    return message ? [{ field: titleId(item), message }] : [];
  });
  const save = async () => {
    setIsChecked(true);
    return problems.length === 0 && onSave();
  };
  const remove = (item: DraftItem) => {
    const place = items.indexOf(item);
    onChange((all) => removeItem(all, item.key));
    toast(`「${item.title}」を消しました。`, { undo: () => onChange((all) => restoreItem(all, item, place)) });
  };
  return (
    <Form onSubmit={save} aria-label="議題" keepsEnter>
      <Stack>
        <Cluster align="between">
          <p className={styles['hint']}>順番・題名・内容を自由に直せます。お名前は書かないでください。</p>
          <Button icon={RefreshCw} onPress={onRefill}>
            数字を入れ直す
          </Button>
        </Cluster>
        <ErrorSummary problems={isChecked ? problems : []} />
        {failure && <Notice tone="error" title={failure} isUrgent />}
        <ol className={styles['list']}>
          {items.map((item, index) => (
            <Item
              key={item.key}
              item={item}
              number={index + 1}
              isFirst={index === 0}
              isLast={index === items.length - 1}
              names={isDirty ? [] : namesAt(index)}
              problem={isChecked ? problemOf(item) : undefined}
              onChange={(changes) => onChange((all) => changeItem(all, item.key, changes))}
              onMove={(by) => onChange((all) => moveItem(all, item.key, by))}
              onRemove={() => remove(item)}
            />
          ))}
        </ol>
        <AddItem onAdd={(kind, title) => onChange((all) => addItem(all, { kind, title, body: '' }))} />
      </Stack>
      <FormActions status={isDirty ? 'まだ保存していません' : '保存してあります'}>
        <Button
          type="submit"
          variant="primary"
          keyHint="Ctrl+Enter"
          isDisabled={!isDirty}
          isPending={isSaving}
          pendingText="保存しています"
        >
          議題を保存する
        </Button>
      </FormActions>
    </Form>
  );
}
