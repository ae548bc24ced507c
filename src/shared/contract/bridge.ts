// The one object that the preload gives to the page. Two functions; everything else is said in the contract.
import type { RegisterEvent } from './events.ts';

export interface RegisterBridge {
  /** Calls an operation of the contract by its name, for example `people.register`. Answers an envelope; never rejects on a refusal. */
  call(operation: string, input: unknown): Promise<unknown>;
  /** @returns a function that ends the listening. */
  onEvent(listener: (event: RegisterEvent) => void): () => void;
}

/** Name of the bridge on `window`. */
export const BRIDGE_NAME = 'register';
/** Channel of calls, from the page to main. */
export const CALL_CHANNEL = 'register';
/** Channel of events, from main to the page. */
export const EVENT_CHANNEL = 'register:event';
