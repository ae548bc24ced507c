// What of the audit trail is shown: which deeds, whose, from which day. Days are counted on this machine's calendar.
import { useState } from 'react';
import { today } from '#renderer/lib/today.ts';
import { DateTextField } from '#renderer/ui/date-text-field.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import type { TrailFilter } from '#shared/contract/audit.contract.ts';
import { DEED_KIND_CHOICES } from '#shared/contract/deeds.ts';
import { addDays, type CalendarDate } from '#shared/model/calendar-date.ts';
import styles from './audit-screen.module.css';

export type TrailChoice = Omit<TrailFilter, 'personId'>;

export const WHOLE_TRAIL: TrailChoice = { actor: null, kind: null, from: null, to: null };

/** How many days back, today included. */
const SPANS: Readonly<Record<string, number>> = { today: 1, week: 7, month: 30, year: 365 };
const PERIODS = [
  { code: 'today', label: '今日' },
  { code: 'week', label: '7日間' },
  { code: 'month', label: '30日間' },
  { code: 'year', label: '1年間' },
  { code: 'own', label: '日を決める' },
];

interface TrailFiltersProps {
  readonly choice: TrailChoice;
  readonly onChange: (choice: TrailChoice) => void;
  readonly actors: readonly string[];
}

function OwnPeriod({ choice, onChange }: Pick<TrailFiltersProps, 'choice' | 'onChange'>) {
  const [typed, setTyped] = useState({ from: '', to: '' });
  const field = (key: 'from' | 'to', label: string) => (
    <DateTextField
      label={label}
      value={typed[key]}
      onChange={(text) => setTyped((before) => ({ ...before, [key]: text }))}
      onDate={(date: CalendarDate | null) => onChange({ ...choice, [key]: date })}
      today={today()}
      purpose="event"
    />
  );
  return (
    <div className={styles['days']}>
      {field('from', 'この日から')}
      {field('to', 'この日まで')}
    </div>
  );
}

export function TrailFilters({ choice, onChange, actors }: TrailFiltersProps) {
  const [period, setPeriod] = useState<string | null>(null);
  const choosePeriod = (code: string | null) => {
    setPeriod(code);
    const days = code === null ? undefined : SPANS[code];
    onChange({ ...choice, from: days === undefined ? null : addDays(today(), 1 - days), to: null });
  };
  return (
    <>
      <div className={styles['filters']}>
        <SelectField
          label="期間"
          options={PERIODS}
          value={period}
          onChange={choosePeriod}
          canBeEmpty
          emptyLabel="すべて"
          placeholder="すべて"
        />
        <SelectField
          label="種類"
          options={DEED_KIND_CHOICES}
          value={choice.kind}
          onChange={(code) => onChange({ ...choice, kind: code as TrailChoice['kind'] })}
          canBeEmpty
          emptyLabel="すべて"
          placeholder="すべて"
        />
        <SelectField
          label="誰が"
          options={actors.map((actor) => ({ code: actor, label: actor }))}
          value={choice.actor}
          onChange={(actor) => onChange({ ...choice, actor })}
          canBeEmpty
          emptyLabel="全員"
          placeholder="全員"
        />
      </div>
      {period === 'own' && <OwnPeriod choice={choice} onChange={onChange} />}
    </>
  );
}
