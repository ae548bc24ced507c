// Step 2: which column holds what. Shows what was found by name, lets it be corrected, and shows the first rows as they are.

import { StatusTag } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { classesOf } from '#renderer/ui/class-names.ts';
import { FormActions } from '#renderer/ui/form-actions.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { LEDGER_FIELD_LABELS, LEDGER_FIELDS, type LedgerField } from '#shared/contract/ledger-field.ts';
import type { Ledger, LedgerColumn } from '#shared/contract/transfer.contract.ts';
import styles from './import.module.css';
import { ENCODING_WORDS } from './plan-words.ts';

const cx = classesOf(styles);

const FIELD_OPTIONS = LEDGER_FIELDS.map((code) => ({ code, label: LEDGER_FIELD_LABELS[code] }));

type ColumnsStepProps = {
  readonly ledger: Ledger;
  readonly mapping: readonly LedgerField[];
  readonly onMap: (index: number, field: LedgerField) => void;
  readonly onNext: () => void;
  readonly onChooseAgain: () => void;
};

const nameOf = (column: LedgerColumn) => column.heading || `見出しのない列（${column.index + 1}番目）`;

function SourceTag({ column, field }: { readonly column: LedgerColumn; readonly field: LedgerField }) {
  if (field === 'note') return <StatusTag variant="quiet">備考に残します</StatusTag>;
  if (field !== column.field)
    return (
      <StatusTag variant="quiet" tone="info">
        手で選びました
      </StatusTag>
    );
  if (column.source === 'remembered')
    return (
      <StatusTag variant="quiet" tone="good">
        前回と同じ
      </StatusTag>
    );
  return (
    <StatusTag variant="quiet" tone="good">
      見出しからわかりました
    </StatusTag>
  );
}

function MappingTable({ ledger, mapping, onMap }: Pick<ColumnsStepProps, 'ledger' | 'mapping' | 'onMap'>) {
  return (
    <div className={cx('tableScroll')}>
      <table className={cx('table')}>
        <thead>
          <tr>
            <th scope="col">名簿の見出し</th>
            <th scope="col">中身の例</th>
            <th scope="col">入れる項目</th>
            <th scope="col">決め方</th>
          </tr>
        </thead>
        <tbody>
          {ledger.columns.map((column) => {
            const field = mapping[column.index] ?? 'note';
            return (
              <tr key={column.index}>
                <th scope="row">{nameOf(column)}</th>
                <td className={cx('samples')}>{column.samples.join(' ／ ') || '（空）'}</td>
                <td className={cx('chooser')}>
                  <SelectField
                    label={`「${nameOf(column)}」を入れる項目`}
                    isLabelHidden
                    options={FIELD_OPTIONS}
                    value={field}
                    onChange={(code) => onMap(column.index, (code ?? 'note') as LedgerField)}
                  />
                </td>
                <td>
                  <SourceTag column={column} field={field} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function FirstRows({ ledger }: { readonly ledger: Ledger }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section className={cx('tableScroll')} aria-label="はじめの10行の表" tabIndex={0}>
      <table className={cx('table', 'asItIs')}>
        <thead>
          <tr>
            <th scope="col">行</th>
            {ledger.columns.map((column) => (
              <th key={column.index} scope="col">
                {nameOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ledger.sample.map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {ledger.columns.map(({ index }) => (
                <td key={index}>{cells[index] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function ColumnsStep({ ledger, mapping, onMap, onNext, onChooseAgain }: ColumnsStepProps) {
  const hasName = mapping.includes('name');
  const noted = mapping.filter((field) => field === 'note').length;
  const above = ledger.aboveHeader;
  return (
    <Stack>
      <Notice tone="info" title={`「${ledger.fileName}」を読みました。まだ何も書いていません。`}>
        {ENCODING_WORDS[ledger.encoding]}。{ledger.headerRow}行目を見出しとして、その下に{ledger.rowCount}行あります。
        {above.length > 0 && `見出しより上の${above.length}行（${above.join('、').slice(0, 80)}）は取り込みません。`}
      </Notice>
      {!hasName && (
        <Notice tone="error" title="「氏名」の列が決まっていません。" isUrgent>
          氏名が入っている列を探して、「入れる項目」で「氏名」を選んでください。
        </Notice>
      )}
      <Panel
        title="列の読み方"
        description={
          noted === 0
            ? 'すべての列に、入れる項目があります。'
            : `${noted}列は、入れる項目がないため、「見出し: 中身」の形で備考に残します。`
        }
        padding="flush"
      >
        <MappingTable ledger={ledger} mapping={mapping} onMap={onMap} />
      </Panel>
      <Panel title="はじめの10行" description="名簿に書かれているままです。" padding="flush">
        <FirstRows ledger={ledger} />
      </Panel>
      <FormActions>
        <Button variant="primary" onPress={onNext} isDisabled={!hasName}>
          次へ（中身を確かめる）
        </Button>
        <Button onPress={onChooseAgain}>ファイルを選び直す</Button>
      </FormActions>
    </Stack>
  );
}
