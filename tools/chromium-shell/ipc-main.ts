// Electron's `ipcMain`: the app's side of the calls that a preload makes.
import { EventEmitter } from 'node:events';
import type { IpcMain, IpcMainInvokeEvent } from 'electron';

// biome-ignore lint/suspicious/noExplicitAny: Electron declares its handlers so.
type Handler = (event: IpcMainInvokeEvent, ...values: any[]) => unknown;

class ShellIpcMain extends EventEmitter implements Pick<IpcMain, 'handle' | 'removeHandler'> {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, listener: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, listener);
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Answers as the page gets it: a value, or the text of the error. */
  async answer(channel: string, event: IpcMainInvokeEvent, values: readonly unknown[]): Promise<object> {
    const handler = this.#handlers.get(channel);
    if (handler === undefined) return { error: `Error: No handler registered for '${channel}'` };
    try {
      return { value: await handler(event, ...values) };
    } catch (error) {
      return { error: String(error) };
    }
  }
}

export const ipcMain = new ShellIpcMain();
