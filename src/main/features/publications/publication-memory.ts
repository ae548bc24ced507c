// What main remembers of publications between two calls: what is being prepared, and what was reckoned. Gone with the lock.
import { createPreparation, type Preparation } from './preparation.ts';
import { createReckoning, type Reckoning } from './reckoning.ts';

export interface PublicationMemory {
  readonly preparation: Preparation;
  readonly reckoning: Reckoning;
  readonly forget: () => void;
}

export function createPublicationMemory(): PublicationMemory {
  const preparation = createPreparation();
  const reckoning = createReckoning();
  return {
    preparation,
    reckoning,
    forget: () => {
      preparation.forget();
      reckoning.forget();
    },
  };
}
