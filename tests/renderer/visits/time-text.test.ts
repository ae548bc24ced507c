// Reading a time of day as people type it.
import { describe, expect, it } from 'vitest';
import { readTimeOfDay } from '#renderer/features/visits/time-text.ts';

describe('a time of day', () => {
  it.each([
    ['10:30', '10:30'],
    ['９：０５', '09:05'],
    ['1030', '10:30'],
    ['930', '09:30'],
    ['10時半', '10:30'],
    ['10時', '10:00'],
    ['9', '09:00'],
    ['10時5分', '10:05'],
    ['午前9時', '09:00'],
    ['午後2時半', '14:30'],
    ['午後 12:10', '12:10'],
    ['0:00', '00:00'],
    ['23.59', '23:59'],
  ])('%s is read as %s', (typed, read) => {
    expect(readTimeOfDay(typed)).toBe(read);
  });

  it.each(['25時', '10:61', '午後13:99', 'あさ', '', '1:2:3', '12345'])('%j is refused', (typed) => {
    expect(readTimeOfDay(typed)).toBeNull();
  });
});
