// One box that takes a date in any notation and says under it how it was understood. Never changes what was typed by itself.
import { CalendarCheck, CornerDownRight } from 'lucide-react';
import { type Ref, useState } from 'react';
import { TextField as AriaTextField, Input } from 'react-aria-components';
import { addDays, type CalendarDate, weekdayOf } from '#shared/model/calendar-date.ts';
import { type DatePurpose, type DateReading, readDate } from '#shared/model/date-text.ts';
import { describeBirth, formatEra } from '#shared/model/era.ts';
import { Button } from './button.tsx';
import { classesOf } from './class-names.ts';
import { compositionGuard } from './composition.ts';
import styles from './date-text-field.module.css';
import { defined } from './defined.ts';
import { FieldHead, FieldProblem, type FieldProps, fieldClass } from './field.tsx';

const cx = classesOf(styles);

type DateTextFieldProps = FieldProps & {
  /** What was typed, as typed. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** The date as understood, or null while there is none. Called with every change. */
  readonly onDate?: ((date: CalendarDate | null) => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly today: CalendarDate;
  readonly purpose: DatePurpose;
  readonly autoFocus?: boolean | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
};

type QuickDay = { readonly label: string; readonly days: number };

/** The days that one means most often, offered as buttons. A birth date has none. */
const QUICK_DAYS: Readonly<Record<DatePurpose, readonly QuickDay[]>> = {
  birth: [],
  event: [
    { label: '今日', days: 0 },
    { label: '昨日', days: -1 },
  ],
  plan: [
    { label: '明日', days: 1 },
    { label: '1週間後', days: 7 },
    { label: '2週間後', days: 14 },
  ],
};

function describe(reading: Extract<DateReading, { ok: true }>, purpose: DatePurpose, today: CalendarDate): string {
  if (purpose === 'birth') return describeBirth(reading.date, today);
  const year = reading.date.slice(0, 4);
  const assumed = reading.note === 'year_assumed' ? ' 年はおぎないました' : '';
  return `${formatEra(reading.date)}（${year}年・${weekdayOf(reading.date)}曜日）${assumed}`;
}

function Suggestion({ date, onTake }: { readonly date: CalendarDate; readonly onTake: (text: string) => void }) {
  const text = formatEra(date);
  return (
    <Button size="small" icon={CornerDownRight} onPress={() => onTake(text)}>
      {text}にする
    </Button>
  );
}

export function DateTextField(props: DateTextFieldProps) {
  const { label, value, onChange, onDate, onBlur, today, purpose, errorMessage } = props;
  const { isRequired = false, isDisabled = false, id, name, autoFocus } = props;
  const [isLeft, setIsLeft] = useState(value !== '');
  const reading = value.trim() === '' ? null : readDate(value, { today, purpose });
  const suggestion = reading?.ok === false ? reading.suggestion : undefined;
  const problem = reading?.ok === false && (isLeft || suggestion) ? reading.message : errorMessage;

  const take = (typed: string) => {
    onChange(typed);
    const next = typed.trim() === '' ? null : readDate(typed, { today, purpose });
    onDate?.(next?.ok ? next.date : null);
  };

  return (
    <div {...compositionGuard} className={cx('root')}>
      <AriaTextField
        {...defined({ id, name, autoFocus })}
        className={fieldClass.root}
        value={value}
        onChange={(typed) => {
          setIsLeft(false);
          take(typed);
        }}
        onBlur={() => {
          setIsLeft(true);
          onBlur?.();
        }}
        isRequired={isRequired}
        isDisabled={isDisabled}
        isInvalid={problem !== undefined}
        validationBehavior="aria"
        autoComplete="off"
        spellCheck="false"
      >
        <FieldHead {...props} />
        <div className={cx('line')}>
          <Input {...defined({ ref: props.inputRef })} className={`${fieldClass.input} ${cx('input')}`} />
          {QUICK_DAYS[purpose].length > 0 && (
            <div className={cx('quick')}>
              {QUICK_DAYS[purpose].map((quick) => (
                <Button
                  key={quick.label}
                  aria-label={`${quick.label}（${label}）`}
                  isDisabled={isDisabled}
                  onPress={() => take(formatEra(addDays(today, quick.days)))}
                >
                  {quick.label}
                </Button>
              ))}
            </div>
          )}
        </div>
        <FieldProblem message={problem} />
      </AriaTextField>
      <div aria-live="polite">
        {reading?.ok && (
          <p className={cx('echo')}>
            <CalendarCheck aria-hidden className={cx('echoIcon')} />
            {describe(reading, purpose, today)}
          </p>
        )}
        {suggestion && <Suggestion date={suggestion} onTake={take} />}
      </div>
    </div>
  );
}
