// The worker thread's entry of the ward's check: it has no file and no register, only the texts of packages that it was handed.
import { parentPort, workerData } from 'node:worker_threads';
import { startSolver } from '#main/disclosure-control/solver.ts';
import { type CheckedPackage, checkAsOutsider, type OutsiderVerdict, type WardFact } from './outsider-check.ts';

export interface OutsiderJob {
  readonly packages: readonly CheckedPackage[];
  readonly wardFacts: readonly WardFact[];
}

export type OutsiderMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'verdict'; readonly verdict: OutsiderVerdict };

const say = (message: OutsiderMessage): void => parentPort?.postMessage(message);

/** As often as a person can see it. */
const EVERY = 20;

if (parentPort !== null) {
  const { packages, wardFacts } = workerData as OutsiderJob;
  const solver = await startSolver();
  const verdict = checkAsOutsider(solver, packages, wardFacts, (done, total) => {
    if (done % EVERY === 0 || done === total) say({ kind: 'progress', done, total });
  });
  say({ kind: 'verdict', verdict });
}
