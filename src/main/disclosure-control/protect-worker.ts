// The worker thread's entry: protects, reckons or checks, and says how far it is. It has no file and no database, only what it was handed.
import { parentPort, workerData } from 'node:worker_threads';
import { hiddenShare } from './hidden-share.ts';
import { protectPublication } from './protect.ts';
import type {
  History,
  Progress,
  ProtectOutcome,
  PublicationRecord,
  PublicationRefusal,
  PublicationRequest,
  TidyFiles,
} from './publication-model.ts';
import { checkRelease } from './release-check.ts';
import { startSolver } from './solver.ts';

/** What the thread is started with. */
export type Job =
  | { readonly kind: 'protect'; readonly request: PublicationRequest; readonly history: History }
  | { readonly kind: 'shares'; readonly requests: readonly PublicationRequest[] }
  | {
      readonly kind: 'release';
      readonly files: TidyFiles;
      readonly record: PublicationRecord;
      readonly history: History;
    };

/** What comes of each kind. */
export interface JobOutcomes {
  readonly protect: ProtectOutcome;
  readonly shares: readonly (number | null)[];
  readonly release: PublicationRefusal | null;
}

/** What it sends: any number of times how far it is, then the outcome. */
export type JobMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'outcome'; readonly outcome: JobOutcomes[Job['kind']] };

const say = (message: JobMessage): void => parentPort?.postMessage(message);
const sayProgress = (progress: Progress): void => say({ kind: 'progress', progress });
const now = () => performance.now();

async function carryOut(job: Job): Promise<JobOutcomes[Job['kind']]> {
  if (job.kind === 'release') return checkRelease(job.files, job.record, job.history);
  const solver = await startSolver();
  if (job.kind === 'protect') {
    return protectPublication(job.request, job.history, { solver, now, onProgress: sayProgress });
  }
  return job.requests.map((request, index) => {
    sayProgress({ part: 'hiding', done: index / job.requests.length });
    return hiddenShare(request, { solver, now });
  });
}

if (parentPort !== null) say({ kind: 'outcome', outcome: await carryOut(workerData as Job) });
