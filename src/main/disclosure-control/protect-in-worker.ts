// The door of the library for the app: protects a publication in a thread of its own. Cancel, time-out, crash: a refusal, never a file.
import { Worker } from 'node:worker_threads';
import type { ProtectJob, ProtectMessage } from './protect-worker.ts';
import type { History, Progress, ProtectOutcome, PublicationRequest, RefusalCode } from './publication-model.ts';

export interface ProtectOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the thread, whatever it is doing; the outcome is the refusal `cancelled`. */
  readonly signal?: AbortSignal;
  /** For the whole work; then the thread is stopped and the outcome is the refusal `timed_out`. Ten minutes. */
  readonly timeoutMs?: number;
  /** The worker's file, where it is not beside this one. */
  readonly workerFile?: URL;
}

/** The last month of a year takes a quarter of a minute on a quiet machine; a busy old one may need twenty times that. */
const TEN_MINUTES = 600_000;

/** Beside this file: its source when run from sources, else what the build made of it. */
function defaultWorkerFile(): URL {
  const name = import.meta.url.endsWith('.ts') ? 'protect-worker.ts' : 'disclosure-control-worker.js';
  return new URL(name, import.meta.url);
}

const DETAILS: Partial<Record<RefusalCode, string>> = {
  cancelled: 'the work was cancelled',
  timed_out: 'the work took too long',
  solver_failed: 'the worker ended without an outcome',
};

const refused = (code: RefusalCode): ProtectOutcome => ({
  ok: false,
  refusal: { code, cells: [], detail: DETAILS[code] ?? code },
});

/**
 * Counts, protects, audits and writes one publication (see `protect.ts`) without blocking this thread. Never rejects: whatever goes
 * wrong is a refusal. The caller keeps the record and the new head of the history, writes the files, and only then releases them.
 */
export function protect(
  request: PublicationRequest,
  history: History,
  options: ProtectOptions = {},
): Promise<ProtectOutcome> {
  const { onProgress, signal, timeoutMs = TEN_MINUTES, workerFile = defaultWorkerFile() } = options;
  if (signal?.aborted) return Promise.resolve(refused('cancelled'));
  return new Promise((resolve) => {
    const workerData: ProtectJob = { request, history };
    const worker = new Worker(workerFile, { workerData, stdout: true, stderr: true });
    const end = (outcome: ProtectOutcome): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      void worker.terminate();
      resolve(outcome);
    };
    const cancel = () => end(refused('cancelled'));
    const timer = setTimeout(() => end(refused('timed_out')), timeoutMs);
    signal?.addEventListener('abort', cancel);
    worker.on('message', (message: ProtectMessage) => {
      if (message.kind === 'progress') onProgress?.(message.progress);
      else end(message.outcome);
    });
    worker.on('error', () => end(refused('solver_failed')));
    worker.on('exit', () => end(refused('solver_failed')));
  });
}
