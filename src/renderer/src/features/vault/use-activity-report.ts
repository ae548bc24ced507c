// Tells main that somebody is at the keyboard, so that the register does not lock itself meanwhile.
import { useEffect } from 'react';
import { call } from '#renderer/lib/client.ts';

/** Main counts in minutes; once in ten seconds is enough. */
const EVERY_MS = 10_000;

export function useActivityReport(): void {
  useEffect(() => {
    let reportedAt = 0;
    const report = (event: Event) => {
      if (event.timeStamp - reportedAt < EVERY_MS && reportedAt !== 0) {
        return;
      }
      reportedAt = event.timeStamp;
      void call('vault.noteActivity', {}).catch(() => {});
    };
    const kinds = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const kind of kinds) {
      window.addEventListener(kind, report, { capture: true, passive: true });
    }
    return () => {
      for (const kind of kinds) {
        window.removeEventListener(kind, report, { capture: true });
      }
    };
  }, []);
}
