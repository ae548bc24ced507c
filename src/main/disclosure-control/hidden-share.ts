// How much of a table would be ＊, reckoned quickly and without history: for choosing a design, never for giving anything out.
import { gather } from './publication-matter.ts';
import type { PublicationRequest } from './publication-model.ts';
import { Refused } from './refused.ts';
import type { Solver } from './solver.ts';
import { addDecoys, suppress } from './suppression.ts';

/** No proved optimum, a short clean-up: a few cells more than in the end, in a tenth of the time. */
const QUICK = { cleanUpMs: 300, optimalMs: 0 } as const;

/**
 * Share (0 to 1) of the figures other than 0 that the suppressor alone would hide in the tables of a request, as if nothing had been
 * published before and nobody audited. What is published in the end is a little more or less: history and audit have their say. A rounded
 * table hides nothing. `null`: the tables cannot be protected by hiding.
 */
export function hiddenShare(
  request: PublicationRequest,
  { solver, now }: { readonly solver: Solver; readonly now: () => number },
): number | null {
  if (request.tables.every(({ mode }) => mode === 'rounded')) return 0;
  try {
    const { own, needs, knowledge, sources, counted, limits } = gather(request, { records: [], head: null });
    const tools = { solver, now, limits: { ...limits, ...QUICK }, onProgress: () => {} };
    const { hidden } = suppress(request, own, needs, knowledge, sources, counted, tools);
    addDecoys(request, own, hidden, knowledge);
    const figures = [...own].filter(([, { tally }]) => tally.value > 0);
    return figures.length === 0 ? 0 : figures.filter(([key]) => hidden.has(key)).length / figures.length;
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
