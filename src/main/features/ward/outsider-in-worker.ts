// Runs the ward's check in a thread of its own. Time-out, crash, a stop: no verdict, and without a verdict nothing is given out.
import { Worker } from 'node:worker_threads';
import type { OutsiderVerdict } from './outsider-check.ts';
import type { OutsiderJob, OutsiderMessage } from './outsider-worker.ts';

export interface CheckOptions {
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops the thread, whatever it is doing. */
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

/** Packages come from elsewhere: what they ask for has an end in time and in memory. */
const FIFTEEN_MINUTES = 900_000;
const MOST_MEGABYTES = 1_500;

/** Beside this file: its source when run from sources, else what the build made of it. */
function workerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? 'outsider-worker.ts' : 'ward-check-worker.js', import.meta.url);
}

/** `null`: there is no verdict. Never rejects. */
export function checkInWorker(
  job: OutsiderJob,
  { onProgress, signal, timeoutMs = FIFTEEN_MINUTES }: CheckOptions = {},
): Promise<OutsiderVerdict | null> {
  if (signal?.aborted) return Promise.resolve(null);
  return new Promise((resolve) => {
    const worker = new Worker(workerFile(), {
      workerData: job,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    const end = (verdict: OutsiderVerdict | null): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      void worker.terminate();
      resolve(verdict);
    };
    const stop = () => end(null);
    const timer = setTimeout(stop, timeoutMs);
    signal?.addEventListener('abort', stop);
    worker.on('message', (message: OutsiderMessage) => {
      if (message.kind === 'progress') onProgress?.(message.done, message.total);
      else end(message.verdict);
    });
    worker.on('error', stop);
    worker.on('exit', stop);
  });
}
