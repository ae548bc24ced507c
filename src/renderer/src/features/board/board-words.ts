// The words of the Today screen: how long ago, how soon, how late. Pure.
import { type CalendarDate, datePartsOf, daysBetween, weekdayOf } from '#shared/model/calendar-date.ts';

/** 10月13日（火） */
export function shortDay(date: CalendarDate): string {
  const { month, day } = datePartsOf(date);
  return `${month}月${day}日（${weekdayOf(date)}）`;
}

/** 今日, 明日, 2日すぎ, 10月20日（火）まで */
export function stepDay(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return '今日';
  if (days === 1) return '明日';
  return days < 0 ? `${-days}日すぎ` : `${shortDay(date)}まで`;
}

/** What the day of a due person says: 今日が予定日, 予定日を14日すぎ. */
export function dueWords(dueOn: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(dueOn, today);
  return days <= 0 ? '今日が予定日' : `予定日を${days}日すぎ`;
}
