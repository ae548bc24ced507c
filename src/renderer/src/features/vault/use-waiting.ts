// The waiting after too many wrong passphrases or codes, counted down. Main decides when it is over; this only shows it.
import { useEffect, useState } from 'react';
import { momentNow } from '#renderer/lib/today.ts';

const secondsUntil = (at: string | null) =>
  at === null ? 0 : Math.max(0, Math.ceil((Date.parse(at) - momentNow()) / 1000));

/** Seconds left; 0: try now. @param until an instant, or `null`. */
export function useWaiting(until: string | null): number {
  const [left, setLeft] = useState(() => secondsUntil(until));
  useEffect(() => {
    setLeft(secondsUntil(until));
    if (secondsUntil(until) === 0) {
      return;
    }
    const timer = setInterval(() => setLeft(secondsUntil(until)), 1000);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}

/** 1分5秒 */
export function durationWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds}秒` : `${minutes}分${seconds % 60}秒`;
}
