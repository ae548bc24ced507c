// Proposes the 分野 of a consultation from whom it is about. Only proposes: it can always be changed. Pure.
import type { Person } from '#shared/contract/person-shape.ts';
import { ageOn, type CalendarDate } from '#shared/model/calendar-date.ts';

type Known = Pick<Person, 'birthOn' | 'handbookPhysical' | 'handbookIntellectual' | 'handbookMental' | 'careLevel'>;

const ELDERLY_FROM = 65;
const CHILD_UNDER = 18;

/** A code of `consultationField`, or null when the register says nothing. A child stays a child, an old person old, with a handbook too. */
export function proposeField(person: Known, today: CalendarDate): string | null {
  const age = person.birthOn === null ? null : ageOn(person.birthOn, today);
  if (age !== null && age < CHILD_UNDER) {
    return 'child';
  }
  if (age !== null && age >= ELDERLY_FROM) {
    return 'elderly';
  }
  if (person.handbookPhysical ?? person.handbookIntellectual ?? person.handbookMental) {
    return 'disability';
  }
  return age === null && person.careLevel !== null ? 'elderly' : null;
}
