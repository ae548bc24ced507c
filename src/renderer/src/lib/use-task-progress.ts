// How far a running task is, as main tells it. Shows the last report only; forgets it when the task begins anew.
import { useEffect, useState } from 'react';
import type { OperationName } from '#shared/contract/index.ts';
import { onRegisterEvent } from './client.ts';

export interface TaskProgress {
  readonly done: number;
  /** 0: not known. */
  readonly total: number;
  readonly step: string;
}

/** The last report of a running task; null before its first, and when it does not run. */
export function useTaskProgress(operation: OperationName, isRunning: boolean): TaskProgress | null {
  const [progress, setProgress] = useState<TaskProgress | null>(null);
  useEffect(() => {
    if (!isRunning) {
      setProgress(null);
      return;
    }
    return onRegisterEvent((event) => {
      if (event.type === 'progress' && event.operation === operation) {
        setProgress({ done: event.done, total: event.total, step: event.step });
      }
    });
  }, [operation, isRunning]);
  return progress;
}
