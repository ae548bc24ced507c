// Electron's `session`: what a window may request and is allowed. Each session is a profile in memory.
import { EventEmitter } from 'node:events';
import type { Session, WebRequest } from 'electron';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { hiddenBrowser, isHeaded, seenContext, takePage } from './chromium.ts';
import { ShellProtocol, serve, toApp, toChromium } from './protocol.ts';
import { type RequestRecord, requests } from './record.ts';

type BeforeRequest = Parameters<WebRequest['onBeforeRequest']>[0];
type BeforeRequestDetails = Electron.OnBeforeRequestListenerDetails;
type Surface =
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setSpellCheckerEnabled'
  | 'isSpellCheckerEnabled'
  | 'clearStorageData'
  | 'on';

/** What a window decides about the next navigation of its page. */
type NavigationRule = (url: string) => 'go' | 'stay';

/** Vite's server, when `electron-vite dev` runs the app. */
const developerOrigin = process.env['ELECTRON_RENDERER_URL']
  ? new URL(process.env['ELECTRON_RENDERER_URL']).host
  : null;

const taken = new WeakSet<Page>();

class ShellSession implements Pick<Session, Surface | 'isPersistent'> {
  readonly #contexts = new Map<boolean, Promise<BrowserContext>>();
  readonly protocol = new ShellProtocol();
  #beforeRequest: BeforeRequest | null = null;
  readonly #navigationRules = new WeakMap<Page, NavigationRule>();

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest) => {
      this.#beforeRequest = listener;
    },
  };

  /** The shell grants nothing, whatever these say; a test may ask what they say. */
  requestHandler: Parameters<Session['setPermissionRequestHandler']>[0] = null;
  checkHandler: Parameters<Session['setPermissionCheckHandler']>[0] = null;
  #isSpellChecked = true;
  /** No event of a session happens here by itself: Chromium refuses downloads. */
  readonly events = new EventEmitter();

  setPermissionRequestHandler(handler: ShellSession['requestHandler']): void {
    this.requestHandler = handler;
  }

  setPermissionCheckHandler(handler: ShellSession['checkHandler']): void {
    this.checkHandler = handler;
  }

  setSpellCheckerEnabled(isOn: boolean): void {
    this.#isSpellChecked = isOn;
  }

  isSpellCheckerEnabled(): boolean {
    return this.#isSpellChecked;
  }

  readonly on = ((name: string, listener: (...values: unknown[]) => void) => {
    this.events.on(name, listener);
    return this as unknown as Session;
  }) as unknown as Session['on'];

  isPersistent(): boolean {
    return false;
  }

  async clearStorageData(): Promise<void> {
    for (const context of this.#contexts.values()) await (await context).clearCookies();
  }

  /** A page for a window; `url` is what it will load. */
  async openPage(isSeen: boolean, url: string, size: { width: number; height: number }): Promise<Page> {
    const inWindow = isSeen && isHeaded;
    const opening = this.#contexts.get(inWindow) ?? this.#openContext(inWindow, url, size);
    this.#contexts.set(inWindow, opening);
    const page = await takePage(await opening, taken);
    if (!inWindow) await page.setViewportSize(size);
    return page;
  }

  addNavigationRule(page: Page, rule: NavigationRule): void {
    this.#navigationRules.set(page, rule);
  }

  async #openContext(inWindow: boolean, url: string, size: { width: number; height: number }): Promise<BrowserContext> {
    const context = inWindow
      ? await seenContext(new URL(toChromium(url)).origin, size)
      : await (await hiddenBrowser()).newContext({
          viewport: size,
          locale: 'ja-JP',
          serviceWorkers: 'block',
          acceptDownloads: false,
        });
    await context.route('**/*', (route) => this.#decide(route));
    return context;
  }

  async #decide(route: Route): Promise<void> {
    const url = toApp(route.request().url());
    const record = (outcome: RequestRecord['outcome']) => requests.push({ url, outcome });
    if (this.#isUnwantedNavigation(route, url)) return route.fulfill({ status: 204 });
    if (await this.#isCancelled(route, url)) {
      record('cancelled');
      return route.abort('blockedbyclient');
    }
    const handler = this.protocol.handlerFor(url);
    if (handler !== undefined) {
      record('served');
      return serve(route, url, handler).catch((error: unknown) => {
        process.stderr.write(`The handler of ${url} failed: ${String(error)}\n`);
        return route.abort('failed');
      });
    }
    if (new URL(url).host === developerOrigin) {
      record('developer');
      return route.continue();
    }
    record('refused');
    return route.abort('blockedbyclient');
  }

  #isUnwantedNavigation(route: Route, url: string): boolean {
    const request = route.request();
    if (!request.isNavigationRequest() || request.frame().parentFrame() !== null) return false;
    return this.#navigationRules.get(request.frame().page())?.(url) === 'stay';
  }

  #isCancelled(route: Route, url: string): Promise<boolean> {
    const listener = this.#beforeRequest as ((details: BeforeRequestDetails, done: Decide) => void) | null;
    if (listener === null) return Promise.resolve(false);
    const details = {
      url,
      method: route.request().method(),
      resourceType: resourceType(route),
      referrer: '',
      timestamp: 0,
    };
    return new Promise((resolve) => {
      listener(details as unknown as BeforeRequestDetails, (response) => resolve(response.cancel === true));
    });
  }
}

type Decide = (response: Electron.CallbackResponse) => void;

function resourceType(route: Route): string {
  const kind = route.request().resourceType();
  return kind === 'document' ? 'mainFrame' : kind === 'fetch' ? 'xhr' : kind;
}

const partitions = new Map<string, ShellSession>();

function fromPartition(partition: string): ShellSession {
  if (partition.startsWith('persist:')) throw new Error('The Chromium shell keeps no profile on disk.');
  const known = partitions.get(partition) ?? new ShellSession();
  partitions.set(partition, known);
  return known;
}

export type { ShellSession };
export const session = { fromPartition, defaultSession: fromPartition('') };
