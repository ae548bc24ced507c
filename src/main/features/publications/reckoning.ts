// Reckons the share of ＊ of every form of every table of a month, for choosing. Kept until something is closed or published; of what was stopped nothing is.
import { hiddenShares, type ProtectOptions } from '#main/disclosure-control/protect-in-worker.ts';
import type { TaskContext } from '#main/platform/contexts.ts';
import { Refusal } from '#main/platform/refusal.ts';
import { readGround } from './ground.ts';
import { choiceKey, choicesIn, NO_SHARES, offersOf, type Shares, type TableOffer } from './offers.ts';
import type { Wish } from './preparing.ts';
import { buildRequest } from './publication-request.ts';
import { findHead } from './publications.queries.ts';
import { type Ground, planTables, ROUNDED } from './table-plan.ts';

export interface Reckoning {
  /** What was reckoned of a month and profile and still holds. */
  find(ground: Ground, published: number): Shares;
  keep(ground: Ground, published: number, shares: Shares): void;
  /** Does work that `cancel` stops. */
  run<Outcome>(work: (signal: AbortSignal) => Promise<Outcome>): Promise<Outcome>;
  /** Stops all that is under way; what was reckoned before stays. */
  cancel(): void;
  /** On lock. */
  forget(): void;
}

/** Shares hold as long as months, publications and the rules of the profile are the same. */
const keyOf = ({ month, profile, snapshots }: Ground, published: number): string =>
  JSON.stringify([month, profile.id, profile.k, snapshots.size, published]);

export function createReckoning(): Reckoning {
  const kept = new Map<string, Shares>();
  const underWay = new Set<AbortController>();
  const cancel = (): void => {
    for (const work of underWay) work.abort();
  };
  return {
    cancel,
    async run(work) {
      const controller = new AbortController();
      underWay.add(controller);
      try {
        return await work(controller.signal);
      } finally {
        underWay.delete(controller);
      }
    },
    find: (ground, published) => kept.get(keyOf(ground, published)) ?? NO_SHARES,
    keep: (ground, published, shares) => {
      kept.set(keyOf(ground, published), shares);
    },
    forget: () => {
      cancel();
      kept.clear();
    },
  };
}

/** Only how something was chosen for the reckoning; what is published has a seed of its own. */
const RECKONING_SEED = 'a'.repeat(64);

async function reckon(context: TaskContext, ground: Ground, options: ProtectOptions): Promise<Shares> {
  const choices = choicesIn(offersOf(ground, NO_SHARES));
  const requests = choices.map((choice) =>
    buildRequest(ground, planTables(ground, [choice]), {
      id: 'reckoned',
      recipient: '',
      seed: RECKONING_SEED,
    }),
  );
  const total = requests.length;
  const onProgress = (progress: { readonly done: number }) => {
    const done = Math.round(progress.done * total);
    context.progress(done, total, `${total}とおりの表のうち、${done}とおりを計算しました`);
  };
  const shares = requests.length === 0 ? [] : await hiddenShares(requests, { ...options, onProgress });
  if (shares === null) {
    context.read(() => null);
    if (options.signal?.aborted) throw new Refusal('cancelled');
    throw new Error('the reckoning ended without an outcome');
  }
  return new Map(choices.map((choice, index) => [choiceKey(choice), shares[index] ?? null]));
}

const withRounded = (offers: readonly TableOffer[], shares: Shares): Shares =>
  new Map([...shares, ...offers.map(({ tableId, span }) => [choiceKey({ tableId, span, form: ROUNDED }), 0] as const)]);

const readWith = (context: TaskContext, wish: Pick<Wish, 'month' | 'profile'>) =>
  context.read(({ reader }) => ({
    ground: readGround(reader, wish),
    published: findHead(reader)?.count ?? 0,
  }));

/** @throws Refusal `month_not_closed`; `cancelled` when it was stopped, `locked` where a lock did that */
export async function reckonOffers(
  context: TaskContext,
  reckoning: Reckoning,
  options: ProtectOptions,
  wish: Pick<Wish, 'month' | 'profile'>,
): Promise<TableOffer[]> {
  const { ground, published } = readWith(context, wish);
  const known = reckoning.find(ground, published);
  if (known.size > 0) return offersOf(ground, known);
  const reckoned = await reckoning.run((signal) => reckon(context, ground, { ...options, signal }));
  const shares = withRounded(offersOf(ground, NO_SHARES), reckoned);
  context.read(() => null);
  reckoning.keep(ground, published, shares);
  return offersOf(ground, shares);
}
