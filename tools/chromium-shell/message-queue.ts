// Messages from the app that wait until the page asks for them.
import { encode } from './wire.ts';

export class MessageQueue {
  #waiting: (readonly [channel: string, values: readonly unknown[]])[] = [];
  #deliver: (() => void) | undefined;

  push(channel: string, values: readonly unknown[]): void {
    this.#waiting.push([channel, values]);
    this.#deliver?.();
  }

  /** Resolves as soon as there is something to tell. */
  next(): Promise<string> {
    return new Promise((resolve) => {
      this.#deliver = () => {
        this.#deliver = undefined;
        resolve(encode(this.#waiting.splice(0)));
      };
      if (this.#waiting.length > 0) this.#deliver();
    });
  }

  /** A new document hears nothing that was said to the last one. */
  clear(): void {
    this.#waiting = [];
    this.#deliver = undefined;
  }
}
