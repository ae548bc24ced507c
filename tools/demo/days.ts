// Days as they are typed, counted from today.

/** `2026/10/3`, so many days from today. */
export function today(plus = 0): string {
  const day = new Date();
  day.setDate(day.getDate() + plus);
  return `${day.getFullYear()}/${day.getMonth() + 1}/${day.getDate()}`;
}
