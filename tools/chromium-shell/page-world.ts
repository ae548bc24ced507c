// Runs in the page before the app's own scripts: gives the preload its `ipcRenderer` and `contextBridge`. Leaves nothing behind on `window`.
import type { Wire } from './wire.ts';

type Send = (kind: 'invoke' | 'send' | 'next', channel: string, payload: string) => Promise<string>;
type Listener = (event: object, ...values: readonly unknown[]) => void;
type Preload = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void;

/** Name under which the page finds the shell, until the preload has run. */
export const BINDING = '__chromiumShell';

/** Must not use anything outside itself: `String(runPreload)` is sent to the page. */
export function runPreload(bindingName: string, wire: Wire, preload: Preload): void {
  const page = window as unknown as Record<string, unknown>;
  const send = page[bindingName] as Send | undefined;
  delete page[bindingName];
  if (send === undefined || window.top !== window) return;

  const listeners = new Map<string, Set<Listener>>();

  const invoke = async (channel: string, ...values: readonly unknown[]) => {
    const answer = wire.decode(await send('invoke', channel, wire.encode(values))) as {
      value?: unknown;
      error?: string;
    };
    if (answer.error !== undefined) throw new Error(`Error invoking remote method '${channel}': ${answer.error}`);
    return answer.value;
  };

  const listenForEver = async () => {
    for (;;) {
      const messages = wire.decode(await send('next', '', '')) as readonly (readonly [string, readonly unknown[]])[];
      for (const [channel, values] of messages) {
        for (const listener of [...(listeners.get(channel) ?? [])]) listener({}, ...values);
      }
    }
  };

  /** What crosses the bridge is copied; functions become proxies that copy what passes through them. */
  const copy = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const proxied = value as (...values: readonly unknown[]) => unknown;
      return (...values: readonly unknown[]) => copy(proxied(...values.map(copy)));
    }
    if (value instanceof Promise) return value.then(copy);
    if (Array.isArray(value)) return value.map(copy);
    if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
      return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, copy(held)]));
    }
    return structuredClone(value);
  };

  const freeze = (value: unknown): unknown => {
    if (value !== null && typeof value === 'object') for (const held of Object.values(value)) freeze(held);
    return Object.freeze(value);
  };

  const ipcRenderer = {
    invoke,
    send: (channel: string, ...values: readonly unknown[]) => void send('send', channel, wire.encode(values)),
    on(channel: string, listener: Listener) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      return ipcRenderer;
    },
    removeListener(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
    off: (channel: string, listener: Listener) => ipcRenderer.removeListener(channel, listener),
  };

  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown) {
      if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
      Object.defineProperty(window, key, { value: freeze(copy(api)), enumerable: true });
    },
  };

  window.open = () => null;
  const module = { exports: {} };
  const require = (name: string) => {
    if (name === 'electron' || name === 'electron/renderer') return { ipcRenderer, contextBridge };
    throw new Error(`module not found: ${name}`);
  };
  preload(require, module, module.exports);
  listenForEver().catch(() => undefined);
}
