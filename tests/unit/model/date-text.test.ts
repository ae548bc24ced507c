import { describe, expect, it } from 'vitest';
import { addDays, asCalendarDate, type CalendarDate, datePartsOf, weekdayOf } from '#shared/model/calendar-date.ts';
import { type DateReadingOptions, readDate } from '#shared/model/date-text.ts';
import { eraOf, formatDate, formatEra, formatEraShort } from '#shared/model/era.ts';

const on = asCalendarDate;
const today = on('2026-11-22');
const birth: DateReadingOptions = { today, purpose: 'birth' };
const event: DateReadingOptions = { today, purpose: 'event' };
const plan: DateReadingOptions = { today, purpose: 'plan' };

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
}

function kanjiNumber(value: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[value % 10]}`;
}

function kanjiDate(date: CalendarDate): string {
  const { month, day } = datePartsOf(date);
  const found = eraOf(date);
  if (found === null) throw new RangeError('before the eras');
  return `${found.era.name}${kanjiNumber(found.year)}年${kanjiNumber(month)}月${kanjiNumber(day)}日`;
}

function notationsOf(date: CalendarDate): readonly string[] {
  const { year, month, day } = datePartsOf(date);
  const two = (value: number) => String(value).padStart(2, '0');
  const found = eraOf(date);
  if (found === null) throw new RangeError('before the eras');
  const { era, year: eraYear } = found;
  return [
    formatEraShort(date),
    `${era.letter.toLowerCase()}${two(eraYear)}/${two(month)}/${two(day)}`,
    `${era.letter}${two(eraYear)}${two(month)}${two(day)}`,
    formatEra(date),
    fullWidth(formatEra(date)),
    kanjiDate(date),
    `${era.short}${eraYear}.${month}.${day}`,
    `${year}${two(month)}${two(day)}`,
    `${year}/${month}/${day}`,
    fullWidth(`${year}-${two(month)}-${two(day)}`),
    `${year}年 ${month}月 ${day}日（${weekdayOf(date)}）`,
    formatDate(date, 'both'),
  ];
}

describe('a typed date', () => {
  it('goes round in twelve notations for every day from 1900 to 2030', () => {
    const last = on('2030-12-31');
    const failures: string[] = [];
    let days = 0;
    for (let date = on('1900-01-01'); date <= last; date = addDays(date, 1)) {
      days += 1;
      for (const text of notationsOf(date)) {
        const reading = readDate(text, { today: last, purpose: 'birth' });
        if (!reading.ok || reading.date !== date || reading.note !== undefined) failures.push(`${text} of ${date}`);
      }
    }
    expect(failures).toEqual([]);
    expect(days).toBe(47_847);
  });

  it.each([
    ['S12.3.4', '1937-03-04'],
    ['s12/03/04', '1937-03-04'],
    ['S.12.3.4', '1937-03-04'],
    ['S12 3 4', '1937-03-04'],
    ['Ｓ１２．３．４', '1937-03-04'],
    ['Ｓ１２。３。４', '1937-03-04'],
    ['昭和12年3月4日', '1937-03-04'],
    ['昭和 12 年 3 月 4 日', '1937-03-04'],
    ['昭和１２年０３月０４日', '1937-03-04'],
    ['昭和十二年三月四日', '1937-03-04'],
    ['昭和一二年三月四日', '1937-03-04'],
    ['一九三七年三月四日', '1937-03-04'],
    ['千九百三十七年三月四日', '1937-03-04'],
    ['昭和二〇年十二月三十一日', '1945-12-31'],
    ['㍼12年3月4日', '1937-03-04'],
    ['昭12.3.4', '1937-03-04'],
    ['昭・12・3・4', '1937-03-04'],
    ['昭和12年3月4日生', '1937-03-04'],
    ['昭和12年3月4日生まれ', '1937-03-04'],
    ['昭和12年（1937年）3月4日', '1937-03-04'],
    ['1937（昭和12）年3月4日', '1937-03-04'],
    ['昭和12年3月4日（1937年・89歳）', '1937-03-04'],
    ['昭和12年3月4日（木）', '1937-03-04'],
    ['1937/3/4 木曜日', '1937-03-04'],
    ['1937/3/4 0:00', '1937-03-04'],
    ['1937-03-04 00:00:00', '1937-03-04'],
    ['西暦1937年3月4日', '1937-03-04'],
    ['1937.3.4', '1937-03-04'],
    ['1937－3－4', '1937-03-04'],
    ['1937ー3ー4', '1937-03-04'],
    ['  19370304  ', '1937-03-04'],
    ['T15.12.24', '1926-12-24'],
    ['大正元年7月30日', '1912-07-30'],
    ['M45.7.29', '1912-07-29'],
    ['明45.7.29', '1912-07-29'],
    ['H元.2.1', '1989-02-01'],
    ['平成元年2月1日', '1989-02-01'],
    ['令元.5.1', '2019-05-01'],
    ['R8.9.30', '2026-09-30'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text, birth)).toEqual({ ok: true, date });
  });

  it('takes the one day that two eras share in either of them', () => {
    expect(readDate('明治45年7月30日', birth)).toEqual({ ok: true, date: '1912-07-30' });
    expect(readDate('大正15年12月25日', birth)).toEqual({ ok: true, date: '1926-12-25' });
    expect(readDate('昭和元年12月25日', birth)).toEqual({ ok: true, date: '1926-12-25' });
  });
});

describe('a day that its era did not have', () => {
  it.each([
    ['昭和64年2月1日', '1989-02-01', '昭和は64年1月7日までです。平成元年2月1日のことですか？'],
    ['昭和64年1月8日', '1989-01-08', '昭和は64年1月7日までです。平成元年1月8日のことですか？'],
    ['平成元年1月7日', '1989-01-07', '平成は元年1月8日からです。昭和64年1月7日のことですか？'],
    ['平成31年5月1日', '2019-05-01', '平成は31年4月30日までです。令和元年5月1日のことですか？'],
    ['令和元年4月30日', '2019-04-30', '令和は元年5月1日からです。平成31年4月30日のことですか？'],
    ['昭和元年12月24日', '1926-12-24', '昭和は元年12月25日からです。大正15年12月24日のことですか？'],
    ['T15.12.26', '1926-12-26', '大正は15年12月25日までです。昭和元年12月26日のことですか？'],
    ['M45.7.31', '1912-07-31', '明治は45年7月30日までです。大正元年7月31日のことですか？'],
    ['大正元年7月29日', '1912-07-29', '大正は元年7月30日からです。明治45年7月29日のことですか？'],
    ['明治100年1月1日', '1967-01-01', '明治は45年7月30日までです。昭和42年1月1日のことですか？'],
    ['S65.12.1', '1990-12-01', '昭和は64年1月7日までです。平成2年12月1日のことですか？'],
    ['S0.3.4', '1925-03-04', '昭和は元年12月25日からです。大正14年3月4日のことですか？'],
  ])('%s is refused and %s offered', (text, suggestion, message) => {
    expect(readDate(text, birth)).toEqual({ ok: false, problem: 'outside_era', suggestion, message });
  });

  it('is refused without an offer when the day meant would itself be impossible', () => {
    const reading = readDate('昭和200年1月1日', birth);
    expect(reading).toEqual({
      ok: false,
      problem: 'outside_era',
      message: '昭和は64年1月7日までです。年号と年をお確かめください。',
    });
    expect(readDate('昭和999年1月1日', birth)).toMatchObject({ ok: false, problem: 'outside_era' });
    expect(readDate('明治元年1月1日', birth)).toMatchObject({ ok: false, problem: 'outside_era' });
  });
});

describe('a date that cannot be taken', () => {
  it.each([
    ['', 'empty'],
    ['　', 'empty'],
    ['不明', 'unknown'],
    ['生年月日不詳', 'unknown'],
    ['？', 'unknown'],
    ['あいう', 'unreadable'],
    ['S12', 'unreadable'],
    ['S20.3', 'unreadable'],
    ['昭和20年3月', 'unreadable'],
    ['1945/3', 'unreadable'],
    ['1945年', 'unreadable'],
    ['12.3.4', 'unreadable'],
    ['35/8/23', 'unreadable'],
    ['193734', 'unreadable'],
    ['昭和12年頃', 'unreadable'],
    ['13578', 'unreadable'],
    ['X12.3.4', 'unreadable'],
    ['S12.3.4～S13.1.1', 'unreadable'],
    ['S65.13.1', 'no_such_day'],
    ['S12.0.4', 'no_such_day'],
    ['昭和13年2月29日', 'no_such_day'],
    ['1937/2/29', 'no_such_day'],
    ['19370431', 'no_such_day'],
    ['S12.3.0', 'no_such_day'],
    ['2050/1/1', 'in_future'],
    ['R50.1.1', 'in_future'],
    ['R999.1.1', 'in_future'],
    ['9999/1/1', 'in_future'],
    ['2026/11/23', 'in_future'],
    ['1867/12/31', 'too_old'],
    ['M10.1.1', 'too_old'],
    ['10/5', 'year_missing'],
    ['10月5日', 'year_missing'],
    ['昭和12年3月4日（金）', 'unreadable'],
    ['昭和12年（1938年）3月4日', 'unreadable'],
    ['1938年（昭和12年）3月4日', 'unreadable'],
  ])('%s is refused as %s', (text, problem) => {
    const reading = readDate(text, birth);
    expect(reading).toMatchObject({ ok: false, problem });
    if (!reading.ok) expect(reading.message).toMatch(/。$/);
  });

  it('says plainly what is wrong', () => {
    const messageOf = (text: string) => {
      const reading = readDate(text, birth);
      return reading.ok ? 'taken' : reading.message;
    };
    expect(messageOf('S20.3')).toBe(
      '日がありません。年・月・日を「昭和12年3月4日」「S12.3.4」「1937/3/4」のように入れてください。',
    );
    expect(messageOf('S65.13.1')).toBe('13月はありません。月は1から12までです。');
    expect(messageOf('昭和13年2月30日')).toBe('30日はありません。昭和13年2月は1日から28日までです。');
    expect(messageOf('1937/2/30')).toBe('30日はありません。1937年2月は1日から28日までです。');
    expect(messageOf('2050/1/1')).toBe(
      '令和32年1月1日（2050年）はまだ来ていません。今日（令和8年11月22日）までの日付を入れてください。',
    );
    expect(messageOf('昭和12年3月4日（金）')).toBe('昭和12年3月4日は木曜日です。日付か曜日をお確かめください。');
  });
});

describe('a date without a year', () => {
  it('is the last such day for something that happened, and marked', () => {
    expect(readDate('10/5', event)).toEqual({ ok: true, date: '2026-10-05', note: 'year_assumed' });
    expect(readDate('10月5日', event)).toEqual({ ok: true, date: '2026-10-05', note: 'year_assumed' });
    expect(readDate('１０／５（月）', event)).toEqual({ ok: true, date: '2026-10-05', note: 'year_assumed' });
    expect(readDate('11/22', event)).toEqual({ ok: true, date: '2026-11-22', note: 'year_assumed' });
    expect(readDate('11/23', event)).toEqual({ ok: true, date: '2025-11-23', note: 'year_assumed' });
    expect(readDate('2/29', event)).toEqual({ ok: true, date: '2024-02-29', note: 'year_assumed' });
  });

  it('is the next such day for something planned, and marked', () => {
    expect(readDate('11/22', plan)).toEqual({ ok: true, date: '2026-11-22', note: 'year_assumed' });
    expect(readDate('11/21', plan)).toEqual({ ok: true, date: '2027-11-21', note: 'year_assumed' });
    expect(readDate('2/29', plan)).toEqual({ ok: true, date: '2028-02-29', note: 'year_assumed' });
  });

  it('must still be a day', () => {
    expect(readDate('2/30', event)).toMatchObject({ ok: false, problem: 'no_such_day' });
    expect(readDate('13/5', event)).toMatchObject({ ok: false, problem: 'no_such_day' });
  });
});

describe('the purpose of a date', () => {
  it('decides whether it may lie ahead', () => {
    expect(readDate('R9.1.10', event)).toMatchObject({ ok: false, problem: 'in_future' });
    expect(readDate('R9.1.10', plan)).toEqual({ ok: true, date: '2027-01-10' });
    expect(readDate('昭和102年1月10日', plan)).toMatchObject({ ok: false, suggestion: '2027-01-10' });
    expect(readDate('昭和102年1月10日', event)).not.toHaveProperty('suggestion');
  });
});
