// A meeting as typed: times in the ways people write them, and what is still missing.
import { describe, expect, it } from 'vitest';
import { newDraft, readMeetingDraft, readTime } from '#renderer/features/meetings/meeting-draft.ts';
import { readCopies } from '#renderer/features/meetings/packet-panel.tsx';
import { asCalendarDate } from '#shared/model/calendar-date.ts';

const TODAY = asCalendarDate('2026-10-15');

describe('a meeting as typed', () => {
  it.each([
    ['10:00', '10:00'],
    ['9:5', '09:05'],
    ['１０：３０', '10:30'],
    ['10時', '10:00'],
    ['10時半', '10:30'],
    ['13時15分', '13:15'],
    ['1330', '13:30'],
    ['24:00', null],
    ['10:60', null],
    ['午前', null],
    ['', null],
  ])('reads the time %s as %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it('names everything that is missing at once', () => {
    const reading = readMeetingDraft({ ...newDraft('horie', null), startsAt: '11:30', endsAt: '10:00' }, TODAY);
    expect(reading.ok ? [] : reading.problems.map(({ field }) => field)).toEqual(['heldOn', 'endsAt', 'place']);
  });

  it('takes a day in any notation', () => {
    const reading = readMeetingDraft({ ...newDraft('horie', null), heldOn: '10/28', place: '会館' }, TODAY);
    expect(reading.ok && reading.meeting).toMatchObject({ heldOn: '2026-10-28', startsAt: '10:00', district: 'horie' });
  });

  it.each([
    ['8', 8],
    ['１２部', 12],
    ['0', null],
    ['61', null],
    ['-1', null],
    ['たくさん', null],
  ])('reads %s copies as %s', (text, copies) => {
    expect(readCopies(text)).toBe(copies);
  });
});
