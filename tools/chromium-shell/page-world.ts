// Runs in the page before the app's own scripts: gives the preload its `ipcRenderer` and `contextBridge`. Leaves nothing behind on `window`.
import { decode, encode, WIRE_SOURCE } from './wire.ts';

type Send = (kind: 'invoke' | 'send' | 'next', channel: string, payload: string) => Promise<string>;
type Listener = (event: object, ...values: readonly unknown[]) => void;
type Listeners = Map<string, Set<Listener>>;
type Preload = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void;

/** Name under which the page finds the shell, until the preload has run. */
export const BINDING = '__chromiumShell';

function createIpcRenderer(send: Send, listeners: Listeners) {
  const ipcRenderer = {
    async invoke(channel: string, ...values: readonly unknown[]) {
      const answer = decode(await send('invoke', channel, encode(values))) as { value?: unknown; error?: string };
      if (answer.error !== undefined) throw new Error(`Error invoking remote method '${channel}': ${answer.error}`);
      return answer.value;
    },
    send(channel: string, ...values: readonly unknown[]) {
      void send('send', channel, encode(values));
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      return ipcRenderer;
    },
    off(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
    removeListener: (channel: string, listener: Listener) => ipcRenderer.off(channel, listener),
  };
  return ipcRenderer;
}

/** Asks again and again; the shell answers when it has something to tell. */
async function listenForEver(send: Send, listeners: Listeners): Promise<void> {
  for (;;) {
    const messages = decode(await send('next', '', '')) as readonly (readonly [string, readonly unknown[]])[];
    for (const [channel, values] of messages) {
      for (const listener of [...(listeners.get(channel) ?? [])]) listener({}, ...values);
    }
  }
}

/** What crosses the bridge is copied; functions become proxies that copy what passes through them. */
function copyAcross(value: unknown): unknown {
  if (typeof value === 'function') {
    const proxied = value as (...values: readonly unknown[]) => unknown;
    return (...values: readonly unknown[]) => copyAcross(proxied(...values.map(copyAcross)));
  }
  if (value instanceof Promise) return value.then(copyAcross);
  if (Array.isArray(value)) return value.map(copyAcross);
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, copyAcross(held)]));
  }
  return structuredClone(value);
}

function freezeDeeply(value: unknown): unknown {
  if (value !== null && typeof value === 'object') for (const held of Object.values(value)) freezeDeeply(held);
  return Object.freeze(value);
}

function exposeInMainWorld(key: string, api: unknown): void {
  if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
  Object.defineProperty(window, key, { value: freezeDeeply(copyAcross(api)), enumerable: true });
}

function runPreload(bindingName: string, preload: Preload): void {
  const page = window as unknown as Record<string, unknown>;
  const send = page[bindingName] as Send | undefined;
  delete page[bindingName];
  // Like Electron's own, our preload runs in the main frame only.
  if (send === undefined || window.top !== window) return;
  window.open = () => null;
  const listeners: Listeners = new Map();
  const electron = { ipcRenderer: createIpcRenderer(send, listeners), contextBridge: { exposeInMainWorld } };
  const module = { exports: {} };
  const require = (name: string) => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`module not found: ${name}`);
  };
  preload(require, module, module.exports);
  listenForEver(send, listeners).catch(() => undefined);
}

/** The script that runs first in each document: the functions above, and the app's preload among them. */
export function pageScript(preload: string): string {
  const functions = [createIpcRenderer, listenForEver, copyAcross, freezeDeeply, exposeInMainWorld, runPreload].join(
    '\n',
  );
  const call = `runPreload(${JSON.stringify(BINDING)}, function (require, module, exports) {${preload}\n});`;
  return `(() => {\n${WIRE_SOURCE}\n${functions}\n${call}\n})();`;
}
