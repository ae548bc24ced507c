// What main remembers of publications between two calls: what is being prepared, and what was reckoned. Gone with the lock.
import { createPreparation, type Preparation } from './preparation.ts';
import type { PublishedHead } from './published-head.ts';
import { createReckoning, type Reckoning } from './reckoning.ts';

export interface PublicationMemory {
  readonly preparation: Preparation;
  readonly reckoning: Reckoning;
  readonly publishedHead: PublishedHead;
  readonly forget: () => void;
}

/** @param publishedHead is on the disk, and stays. */
export function createPublicationMemory(publishedHead: PublishedHead): PublicationMemory {
  const preparation = createPreparation();
  const reckoning = createReckoning();
  return {
    preparation,
    reckoning,
    publishedHead,
    forget: () => {
      preparation.forget();
      reckoning.forget();
    },
  };
}
