// Counts the time without a keystroke and shuts the register, with a warning first. Knows nothing of keys.

export interface AutoLock {
  /** Starts counting, or counts again from zero; `minutes` replaces the earlier setting. */
  start(minutes: number): void;
  /** Somebody is there. */
  noteActivity(): void;
  stop(): void;
}

/** Seconds between the warning and the lock (WCAG 2.2.1 asks for at least 20). */
const WARNING_SECONDS = 60;

export function createAutoLock(actions: {
  readonly warn: (seconds: number | null) => void;
  readonly lock: () => void;
}): AutoLock {
  let minutes = 0;
  let isWarned = false;
  let timer: NodeJS.Timeout | null = null;

  const schedule = (milliseconds: number, action: () => void) => {
    if (timer) {
      clearTimeout(timer);
    }
    timer = setTimeout(action, milliseconds);
    timer.unref();
  };

  const countFromZero = () => {
    if (isWarned) {
      isWarned = false;
      actions.warn(null);
    }
    schedule(minutes * 60_000 - WARNING_SECONDS * 1000, () => {
      isWarned = true;
      actions.warn(WARNING_SECONDS);
      schedule(WARNING_SECONDS * 1000, () => {
        isWarned = false;
        timer = null;
        actions.lock();
      });
    });
  };

  return {
    start(next) {
      minutes = next;
      countFromZero();
    },
    noteActivity() {
      if (timer) {
        countFromZero();
      }
    },
    stop() {
      if (timer) {
        clearTimeout(timer);
      }
      timer = null;
      isWarned = false;
    },
  };
}
