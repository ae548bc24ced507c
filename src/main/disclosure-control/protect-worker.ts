// The worker thread's entry: protects one publication and says how far it is. It has no file and no database, only what it was handed.
import { parentPort, workerData } from 'node:worker_threads';
import { protectPublication } from './protect.ts';
import type { History, Progress, ProtectOutcome, PublicationRequest } from './publication-model.ts';
import { startSolver } from './solver.ts';

/** What the thread is started with. */
export interface ProtectJob {
  readonly request: PublicationRequest;
  readonly history: History;
}

/** What it sends: any number of times how far it is, then the outcome. */
export type ProtectMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'outcome'; readonly outcome: ProtectOutcome };

const say = (message: ProtectMessage): void => parentPort?.postMessage(message);

if (parentPort !== null) {
  const { request, history } = workerData as ProtectJob;
  const solver = await startSolver();
  const outcome = protectPublication(request, history, {
    solver,
    now: () => performance.now(),
    onProgress: (progress) => say({ kind: 'progress', progress }),
  });
  say({ kind: 'outcome', outcome });
}
