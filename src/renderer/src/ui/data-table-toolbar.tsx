// Above a data table: search (given), filters, row count, column choice, deeds (given).
import { Columns3, ListFilter, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover, Button as Pressable } from 'react-aria-components';
import { Button } from './button.tsx';
import { CheckboxField } from './checkbox-field.tsx';
import { classesOf } from './class-names.ts';
import { type ColumnFilters, choicesOf, type DataColumn } from './data-table-column.ts';
import styles from './data-table-toolbar.module.css';
import { TextField } from './text-field.tsx';

const cx = classesOf(styles);

type FilterProps<Row> = {
  readonly column: DataColumn<Row>;
  readonly rows: readonly Row[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
};

function FilterBody<Row>({ column, rows, chosen, onChange }: FilterProps<Row>) {
  if (column.filter === 'text') {
    return (
      <TextField
        label={`${column.header}に含まれる文字`}
        value={chosen[0] ?? ''}
        onChange={(text) => onChange(text === '' ? [] : [text])}
        autoFocus
      />
    );
  }
  const toggle = (choice: string, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, choice] : chosen.filter((each) => each !== choice));
  return (
    <fieldset className={cx('choices')}>
      <legend className={cx('legend')}>{column.header}</legend>
      {choicesOf(column, rows).map((choice) => (
        <CheckboxField
          key={choice}
          label={choice === '' ? '（空欄）' : choice}
          isSelected={chosen.includes(choice)}
          onChange={(isChosen) => toggle(choice, isChosen)}
        />
      ))}
    </fieldset>
  );
}

function Filter<Row>(props: FilterProps<Row>) {
  const { column, chosen, onChange } = props;
  const isActive = chosen.length > 0;
  const chosenText = chosen.length > 2 ? `${chosen.length}つ` : chosen.map((each) => each || '空欄').join('・');
  return (
    <DialogTrigger>
      <Pressable className={cx('pill', isActive && 'active')}>
        <ListFilter aria-hidden className={cx('icon')} />
        {isActive ? `${column.header}：${chosenText}` : column.header}
      </Pressable>
      <Popover className={cx('popover')} offset={4} placement="bottom start">
        <Dialog aria-label={`${column.header}でしぼり込む`} className={cx('dialog')}>
          <FilterBody {...props} />
          <Button size="small" variant="quiet" icon={X} isDisabled={!isActive} onPress={() => onChange([])}>
            しぼり込みをやめる
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

type ColumnChoiceProps<Row> = {
  readonly columns: readonly DataColumn<Row>[];
  readonly visible: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
};

function ColumnChoice<Row>({ columns, visible, onChange }: ColumnChoiceProps<Row>) {
  const toggle = (id: string, isVisible: boolean) =>
    onChange(columns.map((column) => column.id).filter((each) => (each === id ? isVisible : visible.includes(each))));
  return (
    <DialogTrigger>
      <Button size="small" variant="quiet" icon={Columns3}>
        列を選ぶ
      </Button>
      <Popover className={cx('popover')} offset={4} placement="bottom end">
        <Dialog aria-label="表示する列を選ぶ" className={cx('dialog')}>
          <fieldset className={cx('choices')}>
            <legend className={cx('legend')}>表示する列</legend>
            {columns.map((column) => (
              <CheckboxField
                key={column.id}
                label={column.header}
                isSelected={visible.includes(column.id)}
                isDisabled={column.isRowHeader === true}
                onChange={(isVisible) => toggle(column.id, isVisible)}
              />
            ))}
          </fieldset>
          <Button
            size="small"
            variant="quiet"
            onPress={() =>
              onChange(columns.filter((column) => column.defaultVisible !== false).map((column) => column.id))
            }
          >
            はじめの列に戻す
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

type ToolbarProps<Row> = {
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly visible: readonly string[];
  readonly onVisibleChange: (ids: readonly string[]) => void;
  readonly filters: ColumnFilters;
  readonly onFiltersChange: (filters: ColumnFilters) => void;
  readonly countText: string;
  readonly start: ReactNode;
  readonly actions: ReactNode;
};

export function DataTableToolbar<Row>(props: ToolbarProps<Row>) {
  const { columns, rows, visible, filters, onFiltersChange, countText, start, actions } = props;
  // A hidden column's filter would only be in the way, unless it is at work.
  const filterable = columns.filter(
    (column) =>
      column.filter && column.filterValue && (visible.includes(column.id) || (filters[column.id] ?? []).length > 0),
  );
  const isFiltered = Object.values(filters).some((chosen) => chosen.length > 0);
  return (
    <div className={cx('toolbar')} data-print="hide">
      {(start || actions) && (
        <div className={cx('line')}>
          <div className={cx('start')}>{start}</div>
          {actions && <div className={cx('actions')}>{actions}</div>}
        </div>
      )}
      <div className={cx('line')}>
        <div className={cx('filters')}>
          <p role="status" className={cx('count')}>
            {countText}
          </p>
          {filterable.map((column) => (
            <Filter
              key={column.id}
              column={column}
              rows={rows}
              chosen={filters[column.id] ?? []}
              onChange={(chosen) => onFiltersChange({ ...filters, [column.id]: chosen })}
            />
          ))}
          {isFiltered && (
            <Button size="small" variant="quiet" icon={X} onPress={() => onFiltersChange({})}>
              すべて表示
            </Button>
          )}
        </div>
        <div className={cx('end')}>
          <ColumnChoice columns={columns} visible={visible} onChange={props.onVisibleChange} />
        </div>
      </div>
    </div>
  );
}
