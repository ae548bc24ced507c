// Which 分野 is proposed for whom.
import { describe, expect, it } from 'vitest';
import { proposeField } from '#renderer/features/consultations/field-proposal.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import { buildShownPerson } from '../support/shown-people.ts';

const TODAY = asCalendarDate('2026-10-15');
const born = (birthOn: string) => ({ birthOn: asCalendarDate(birthOn) });

describe('the proposed field', () => {
  it.each([
    ['somebody of 65', born('1961-10-15'), 'elderly'],
    ['somebody one day younger', born('1961-10-16'), null],
    ['an old person with a handbook', { ...born('1940-03-04'), handbookPhysical: 'grade1' }, 'elderly'],
    ['a younger person with a handbook', { ...born('1980-03-04'), handbookMental: 'grade2' }, 'disability'],
    ['a child with a handbook', { ...born('2015-03-04'), handbookIntellectual: 'a' }, 'child'],
    ['somebody of unknown age with a care level', { birthOn: null, careLevel: 'care1' }, 'elderly'],
    ['somebody of whom nothing is known', { birthOn: null }, null],
  ])('of %s', (_who, overrides, field) => {
    expect(proposeField(buildShownPerson(overrides), TODAY)).toBe(field);
  });
});
