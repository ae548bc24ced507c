// Reckons the share of ＊ of every form of every table of a month, for choosing. Kept until something is closed or published.
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
  forget(): void;
}

/** Shares hold as long as months, publications and the rules of the profile are the same. */
const keyOf = ({ month, profile, snapshots }: Ground, published: number): string =>
  JSON.stringify([month, profile.id, profile.k, snapshots.size, published]);

export function createReckoning(): Reckoning {
  const kept = new Map<string, Shares>();
  return {
    find: (ground, published) => kept.get(keyOf(ground, published)) ?? NO_SHARES,
    keep: (ground, published, shares) => {
      kept.set(keyOf(ground, published), shares);
    },
    forget: () => kept.clear(),
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
  const onProgress = ({ done }: { readonly done: number }) =>
    context.progress(Math.round(done * requests.length), requests.length, '＊の割合を見積もっています');
  const shares = requests.length === 0 ? [] : await hiddenShares(requests, { ...options, onProgress });
  if (shares === null) throw new Refusal('cancelled');
  return new Map(choices.map((choice, index) => [choiceKey(choice), shares[index] ?? null]));
}

const withRounded = (offers: readonly TableOffer[], shares: Shares): Shares =>
  new Map([...shares, ...offers.map(({ tableId, span }) => [choiceKey({ tableId, span, form: ROUNDED }), 0] as const)]);

const readWith = (context: TaskContext, wish: Pick<Wish, 'month' | 'profile'>) =>
  context.read(({ reader }) => ({
    ground: readGround(reader, wish),
    published: findHead(reader)?.count ?? 0,
  }));

/** @throws Refusal `month_not_closed`; `cancelled` when it was stopped by a lock */
export async function reckonOffers(
  context: TaskContext,
  reckoning: Reckoning,
  options: ProtectOptions,
  wish: Pick<Wish, 'month' | 'profile'>,
): Promise<TableOffer[]> {
  const { ground, published } = readWith(context, wish);
  const known = reckoning.find(ground, published);
  if (known.size > 0) return offersOf(ground, known);
  const shares = withRounded(offersOf(ground, NO_SHARES), await reckon(context, ground, options));
  context.read(() => null);
  reckoning.keep(ground, published, shares);
  return offersOf(ground, shares);
}
