// The door of the library for the app: everything slow is done in a thread of its own. Cancel, time-out, crash: a refusal, never a file.
import { Worker } from 'node:worker_threads';
import type { Job, JobMessage, JobOutcomes } from './protect-worker.ts';
import type {
  History,
  Progress,
  ProtectOutcome,
  PublicationRecord,
  PublicationRefusal,
  PublicationRequest,
  RefusalCode,
  TidyFiles,
} from './publication-model.ts';

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

type Stop = Extract<RefusalCode, 'cancelled' | 'timed_out' | 'solver_failed'>;

const DETAILS: Readonly<Record<Stop, string>> = {
  cancelled: 'the work was cancelled',
  timed_out: 'the work took too long',
  solver_failed: 'the worker ended without an outcome',
};

const refusalOf = (code: Stop): PublicationRefusal => ({ code, cells: [], detail: DETAILS[code] });

type Ended<Kind extends Job['kind']> = { readonly outcome: JobOutcomes[Kind] } | { readonly stop: Stop };

function work<Kind extends Job['kind']>(
  job: Job & { readonly kind: Kind },
  { onProgress, signal, timeoutMs = TEN_MINUTES, workerFile = defaultWorkerFile() }: ProtectOptions,
): Promise<Ended<Kind>> {
  if (signal?.aborted) return Promise.resolve({ stop: 'cancelled' });
  return new Promise((resolve) => {
    const worker = new Worker(workerFile, { workerData: job, stdout: true, stderr: true });
    const end = (ended: Ended<Kind>): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      void worker.terminate();
      resolve(ended);
    };
    const cancel = () => end({ stop: 'cancelled' });
    const timer = setTimeout(() => end({ stop: 'timed_out' }), timeoutMs);
    signal?.addEventListener('abort', cancel);
    worker.on('message', (message: JobMessage) => {
      if (message.kind === 'progress') onProgress?.(message.progress);
      else end({ outcome: message.outcome as JobOutcomes[Kind] });
    });
    worker.on('error', () => end({ stop: 'solver_failed' }));
    worker.on('exit', () => end({ stop: 'solver_failed' }));
  });
}

/**
 * Counts, protects, audits and writes one publication (see `protect.ts`) without blocking this thread. Never rejects: whatever goes
 * wrong is a refusal. The caller keeps the record and the new head of the history, writes the files, and only then releases them.
 */
export async function protect(
  request: PublicationRequest,
  history: History,
  options: ProtectOptions = {},
): Promise<ProtectOutcome> {
  const ended = await work({ kind: 'protect', request, history }, options);
  return 'outcome' in ended ? ended.outcome : { ok: false, refusal: refusalOf(ended.stop) };
}

/** The share of ＊ of each request (see `hidden-share.ts`), or `null` for all where the work was stopped. */
export async function hiddenShares(
  requests: readonly PublicationRequest[],
  options: ProtectOptions = {},
): Promise<readonly (number | null)[] | null> {
  const ended = await work({ kind: 'shares', requests }, options);
  return 'outcome' in ended ? ended.outcome : null;
}

/** The last look (see `release-check.ts`) at files as they were read back: `null`, or why they may not leave. */
export async function checkRelease(
  release: { readonly files: TidyFiles; readonly record: PublicationRecord; readonly history: History },
  options: ProtectOptions = {},
): Promise<PublicationRefusal | null> {
  const ended = await work({ kind: 'release', ...release }, options);
  return 'outcome' in ended ? ended.outcome : refusalOf(ended.stop);
}
