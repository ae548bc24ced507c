// Reads a time of day as people type it: 10:30, 1030, 10時半, 午後2時, full-width too. Pure.

const CLOCK = /^(午前|午後)?(\d{1,2})(?:[:.時](半|\d{1,2})?分?)?$/u;
const DIGITS = /^(\d{1,2})(\d{2})$/u;

function timeOf(hour: number, minute: number): string | null {
  return hour <= 23 && minute <= 59 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null;
}

/** `HH:MM`, or null when it cannot be read as a time. */
export function readTimeOfDay(text: string): string | null {
  const folded = text.normalize('NFKC').replace(/\s/gu, '');
  const digits = DIGITS.exec(folded);
  if (digits) {
    return timeOf(Number(digits[1]), Number(digits[2]));
  }
  const [, half, hour, minute] = CLOCK.exec(folded) ?? [];
  if (hour === undefined) {
    return null;
  }
  const afternoon = half === '午後' && Number(hour) < 12 ? 12 : 0;
  return timeOf(Number(hour) + afternoon, minute === '半' ? 30 : Number(minute ?? 0));
}
