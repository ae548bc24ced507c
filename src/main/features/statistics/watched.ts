// Who is under watch on a day, and what about them is broken down: age band, group of care. Pure.
import { ageOn, type CalendarDate } from '#shared/model/calendar-date.ts';
import { NOT_STATED, NOT_STATED_LABEL } from './counting-axes.ts';

interface Watch {
  readonly watchStartedOn: string | null;
  readonly watchEndedOn: string | null;
}

/** Begun by then (unknown: since ever), and not ended by then. The day on which a watch ends is no longer part of it. */
export function isWatchedOn({ watchStartedOn, watchEndedOn }: Watch, day: CalendarDate): boolean {
  return (watchStartedOn === null || watchStartedOn <= day) && (watchEndedOn === null || watchEndedOn > day);
}

/** Keys that are no whole numbers: those would come first, whatever the order here. */
export const AGE_BANDS: Readonly<Record<string, string>> = {
  under65: '65歳未満',
  age65: '65〜74歳',
  age75: '75〜84歳',
  age85: '85歳以上',
  [NOT_STATED]: NOT_STATED_LABEL,
};

/** Key of `AGE_BANDS`, by the age on that day. */
export function ageBandOn(birthOn: CalendarDate | null, day: CalendarDate): string {
  if (birthOn === null) {
    return NOT_STATED;
  }
  const age = ageOn(birthOn, day);
  return age < 65 ? 'under65' : age < 75 ? 'age65' : age < 85 ? 'age75' : 'age85';
}

/** 要介護度, 11 levels in 4 groups. `none` is 認定なし here, not 記入なし. */
export const CARE_GROUP_LABELS: Readonly<Record<string, string>> = {
  none: '認定なし・未申請',
  support: '要支援・事業対象',
  care12: '要介護1・2',
  care35: '要介護3〜5',
  unknown: 'その他・記入なし',
};

const GROUP_OF_LEVEL: ReadonlyMap<string | null, string> = new Map([
  ...['not_applied', 'applying', 'not_eligible'].map((level) => [level, 'none'] as const),
  ...['program', 'support1', 'support2'].map((level) => [level, 'support'] as const),
  ...['care1', 'care2'].map((level) => [level, 'care12'] as const),
  ...['care3', 'care4', 'care5'].map((level) => [level, 'care35'] as const),
]);

/** Key of `CARE_GROUP_LABELS`. A level that the register added itself belongs to no group. */
export const careGroupOf = (careLevel: string | null): string => GROUP_OF_LEVEL.get(careLevel) ?? 'unknown';
