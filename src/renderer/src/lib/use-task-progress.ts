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

const NOTHING_YET: TaskProgress = { done: 0, total: 0, step: '' };

export function useTaskProgress(operation: OperationName, isRunning: boolean): TaskProgress {
  const [progress, setProgress] = useState(NOTHING_YET);
  useEffect(() => {
    if (!isRunning) {
      setProgress(NOTHING_YET);
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
