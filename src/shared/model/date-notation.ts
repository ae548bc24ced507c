// Takes a written date apart into era, year, month and day. Never judges whether there is such a day: date-text.ts does.
import type { Weekday } from './calendar-date.ts';
import { ERAS, type Era } from './era.ts';

/** What stands written. `year` counts in the era, or from Christ when `era` is null. */
export interface WrittenDay {
  readonly kind: 'day';
  readonly era: Era | null;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export type Written =
  | WrittenDay
  | { readonly kind: 'month_and_day'; readonly month: number; readonly day: number }
  | { readonly kind: 'day_missing' | 'month_and_day_missing' | 'short_year' | 'unknown' | 'empty' | 'unreadable' };

export interface Notation {
  readonly written: Written;
  /** A weekday that was written after the date. */
  readonly weekday?: Weekday;
  /** A western year that was written beside an era year, in parentheses. */
  readonly westernYear?: number;
  /** An era year that was written beside a western year, in parentheses. */
  readonly eraYear?: { readonly era: Era; readonly year: number };
}

const ERA_WORD = '明治|大正|昭和|平成|令和|[明大昭平令]|[MTSHRmtshr]';
const UNKNOWN = /不明|不詳|未詳|未確認|わから|分から|^unknown$|^[?]+$|^-+$/i;
const KANJI_NUMBER = /[〇零一二三四五六七八九十百千廿卅]+/g;
const KANJI_DIGITS = '〇一二三四五六七八九';
const KANJI_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

function eraOfWord(word: string): Era {
  const found = ERAS.find((era) => era.name === word || era.short === word || era.letter === word.toUpperCase());
  if (found === undefined) throw new RangeError(`Not an era: ${word}`);
  return found;
}

/** 十二 and 一二 are both 12; 千九百三十七 and 一九三七 are both 1937. */
function readKanjiNumber(text: string): string {
  const plain = text.replace(/零/g, '〇').replace(/廿/g, '二十').replace(/卅/g, '三十');
  if (!/[十百千]/.test(plain)) return [...plain].map((each) => KANJI_DIGITS.indexOf(each)).join('');
  let sum = 0;
  let pending = 0;
  for (const each of plain) {
    const unit = KANJI_UNITS[each];
    if (unit === undefined) {
      pending = pending * 10 + KANJI_DIGITS.indexOf(each);
    } else {
      sum += (pending === 0 ? 1 : pending) * unit;
      pending = 0;
    }
  }
  return String(sum + pending);
}

/** One dot between the numbers, nothing else: 昭和12年 3月 4日 becomes 昭和12.3.4 */
function toDotted(text: string): string {
  return text
    .replace(KANJI_NUMBER, readKanjiNumber)
    .replace(/元(?=\s*[年./\-・])/g, '1')
    .replace(/(?<=\d)\s*日$/, '')
    .replace(/[年月/\-‐‑‒–—―−ー・,、。]/g, '.')
    .replace(/(?<=\d)\s+(?=\d)/g, '.')
    .replace(/\s+/g, '');
}

function readDotted(text: string): Written {
  const eraDay =
    new RegExp(`^(${ERA_WORD})\\.?(\\d{1,3})\\.(\\d{1,2})\\.(\\d{1,2})$`).exec(text) ??
    new RegExp(`^(${ERA_WORD})(\\d{2})(\\d{2})(\\d{2})$`).exec(text);
  if (eraDay !== null) {
    const [, word = '', year, month, day] = eraDay;
    return { kind: 'day', era: eraOfWord(word), year: Number(year), month: Number(month), day: Number(day) };
  }
  const westernDay = /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (westernDay !== null) {
    const [, year, month, day] = westernDay;
    return { kind: 'day', era: null, year: Number(year), month: Number(month), day: Number(day) };
  }
  const monthAndDay = /^(\d{1,2})\.(\d{1,2})$/.exec(text);
  if (monthAndDay !== null)
    return { kind: 'month_and_day', month: Number(monthAndDay[1]), day: Number(monthAndDay[2]) };
  if (/^\d{1,3}\.\d{1,2}\.\d{1,2}$/.test(text)) return { kind: 'short_year' };
  const beginning = `(?:(?:${ERA_WORD})\\.?\\d{1,3}|\\d{4})`;
  if (new RegExp(`^${beginning}\\.\\d{1,2}\\.?$`).test(text)) return { kind: 'day_missing' };
  if (new RegExp(`^${beginning}\\.?$`).test(text)) return { kind: 'month_and_day_missing' };
  return { kind: 'unreadable' };
}

/** Takes away what may stand around a date: the weekday, a second year in parentheses, 生まれ, midnight. */
function unwrap(text: string): Omit<Notation, 'written'> & { readonly rest: string } {
  const weekday = /(?:\(\s*([日月火水木金土])(?:曜日?)?(?:・?[祝休]日?)?\s*\)|([日月火水木金土])曜日?)$/.exec(text);
  let rest = weekday === null ? text : text.slice(0, weekday.index).trim();
  rest = rest.replace(/(?:生まれ|生れ|生)$/, '').replace(/[ T]0?0:00(?::00)?$/, '');
  const western = /\((\d{4})年?(?:・\d{1,3}歳)?\)/.exec(rest);
  if (western !== null) rest = rest.replace(western[0], '');
  const beside = new RegExp(`\\((${ERA_WORD})(\\d{1,3}|元)年?\\)`).exec(rest);
  if (beside !== null) rest = rest.replace(beside[0], '');
  const [, word = '', eraYear = ''] = beside ?? [];
  const day = weekday?.[1] ?? weekday?.[2];
  return {
    rest: rest.replace(/^(?:西暦|紀元)\s*/, '').trim(),
    ...(day === undefined ? {} : { weekday: day as Weekday }),
    ...(western === null ? {} : { westernYear: Number(western[1]) }),
    ...(beside === null ? {} : { eraYear: { era: eraOfWord(word), year: eraYear === '元' ? 1 : Number(eraYear) } }),
  };
}

export function readNotation(text: string): Notation {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return { written: { kind: 'empty' } };
  if (UNKNOWN.test(plain)) return { written: { kind: 'unknown' } };
  const { rest, ...around } = unwrap(plain);
  return { written: readDotted(toDotted(rest)), ...around };
}
