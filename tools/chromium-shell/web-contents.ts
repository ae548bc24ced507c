// Electron's `webContents`: the page of one window, its preload, its messages, and its print.
import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import type {
  IpcMainInvokeEvent,
  PrintToPDFOptions,
  WebContents,
  WebContentsPrintOptions,
  WebPreferences,
} from 'electron';
import type { Frame, Page } from 'playwright-core';
import { ipcMain } from './ipc-main.ts';
import { MessageQueue } from './message-queue.ts';
import { BINDING, pageScript } from './page-world.ts';
import { pdfParameters } from './pdf-parameters.ts';
import { toApp, toChromium } from './protocol.ts';
import { printed, problems } from './record.ts';
import type { ShellSession } from './session.ts';
import { decode, encode } from './wire.ts';

type Surface =
  | 'id'
  | 'send'
  | 'executeJavaScript'
  | 'printToPDF'
  | 'print'
  | 'setWindowOpenHandler'
  | 'isDestroyed'
  | 'reload'
  | 'getURL'
  | 'loadURL'
  | 'getZoomFactor'
  | 'setZoomFactor'
  | 'setWebRTCIPHandlingPolicy';

export interface PageSetting {
  readonly isSeen: boolean;
  readonly size: { readonly width: number; readonly height: number };
  readonly preferences: WebPreferences;
}

type WindowOpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

let lastId = 0;

export class ShellWebContents extends EventEmitter implements Pick<WebContents, Surface> {
  readonly id = ++lastId;
  readonly session: ShellSession;
  windowOpenHandler: WindowOpenHandler | null = null;
  readonly mainFrame: { readonly url: string; readonly parent: null };
  readonly #setting: PageSetting;
  #page: Promise<Page> | undefined;
  #url = '';
  #isDestroyed = false;
  #isLoadingForApp = false;
  readonly #messages = new MessageQueue();

  constructor(session: ShellSession, setting: PageSetting) {
    super();
    this.session = session;
    this.#setting = setting;
    const address = () => this.#url;
    this.mainFrame = {
      parent: null,
      get url() {
        return address();
      },
    };
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#open(url);
    this.#isLoadingForApp = true;
    await page.goto(toChromium(url), { waitUntil: 'load' }).finally(() => {
      this.#isLoadingForApp = false;
    });
  }

  reload(): void {
    this.#isLoadingForApp = true;
    const reloaded = this.#page?.then((page) => page.reload());
    reloaded
      ?.catch(() => undefined)
      .finally(() => {
        this.#isLoadingForApp = false;
      });
  }

  getURL(): string {
    return this.#url;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  send(channel: string, ...values: readonly unknown[]): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
    this.#messages.push(channel, values);
  }

  async executeJavaScript(code: string): Promise<unknown> {
    return (await this.#existingPage()).evaluate(code);
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const page = await this.#existingPage();
    const devtools = await page.context().newCDPSession(page);
    const { data } = await devtools.send('Page.printToPDF', pdfParameters(options));
    await devtools.detach();
    return Buffer.from(data, 'base64');
  }

  /** There is no printer here: what would lie in its tray is kept for whoever tests. */
  print(options: WebContentsPrintOptions, callback: (isPrinted: boolean, reason: string) => void = () => {}): void {
    const { printBackground = false } = options;
    this.printToPDF({ preferCSSPageSize: true, printBackground, pageSize: 'A4' }).then(
      (pdf) => {
        printed.push({ url: this.#url, pdf: pdf.toString('base64') });
        callback(true, '');
      },
      (error: unknown) => callback(false, String(error)),
    );
  }

  getZoomFactor(): number {
    return 1;
  }

  setZoomFactor(): void {}

  /** Pages get it from the switch of the same meaning. */
  setWebRTCIPHandlingPolicy(): void {}

  /** New windows never open here, whatever it says; a page's call of `window.open` answers `null`. */
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler;
  }

  get preferences(): WebPreferences {
    return this.#setting.preferences;
  }

  async bringToFront(): Promise<void> {
    await (await this.#page)?.bringToFront();
  }

  async destroy(): Promise<void> {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    const page = await this.#page?.catch(() => undefined);
    await page?.close().catch(() => undefined);
    this.emit('destroyed');
  }

  #existingPage(): Promise<Page> {
    return this.#page ?? Promise.reject(new Error('The window has loaded nothing yet.'));
  }

  #open(url: string): Promise<Page> {
    this.#page ??= this.#prepare(url);
    return this.#page;
  }

  async #prepare(url: string): Promise<Page> {
    const page = await this.session.openPage(this.#setting.isSeen, url, { ...this.#setting.size });
    this.#watch(page);
    await page.exposeBinding(BINDING, ({ frame }, kind: string, channel: string, payload: string) =>
      this.#fromPage(frame, kind, channel, payload),
    );
    const { preload } = this.#setting.preferences;
    const source = preload === undefined ? '' : await readFile(preload, 'utf8');
    await page.addInitScript(pageScript(source));
    return page;
  }

  #watch(page: Page): void {
    const record = (kind: 'page error' | 'console error' | 'crash', text: string) =>
      problems.push({ kind, text, url: toApp(page.url()) });
    this.session.addNavigationRule(page, (next) => this.#decideNavigation(next));
    page.on('popup', (popup) => void popup.close());
    page.on('pageerror', (error) => record('page error', error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') record('console error', message.text());
    });
    page.on('crash', () => {
      record('crash', 'the page crashed');
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.#url = toApp(frame.url());
    });
    page.on('domcontentloaded', () => this.emit('dom-ready', {}));
    page.on('load', () => this.emit('did-finish-load', {}));
    page.on('close', () => {
      this.#isDestroyed = true;
      this.emit('destroyed');
    });
  }

  #decideNavigation(url: string): 'go' | 'stay' {
    if (!this.#isLoadingForApp) {
      let isPrevented = false;
      const event = {
        url,
        isMainFrame: true,
        preventDefault: () => {
          isPrevented = true;
        },
      };
      this.emit('will-navigate', event, url);
      if (isPrevented) return 'stay';
    }
    this.#messages.clear();
    return 'go';
  }

  async #fromPage(frame: Frame, kind: string, channel: string, payload: string): Promise<string> {
    if (kind === 'next') return this.#messages.next();
    const isMain = frame.parentFrame() === null;
    const senderFrame = isMain ? this.mainFrame : { url: toApp(frame.url()), parent: this.mainFrame };
    const event = { type: 'frame', sender: this, senderFrame, processId: 1, frameId: isMain ? 1 : 2 };
    const values = decode(payload) as readonly unknown[];
    if (kind === 'send') {
      ipcMain.emit(channel, event, ...values);
      return encode(undefined);
    }
    return encode(await ipcMain.answer(channel, event as unknown as IpcMainInvokeEvent, values));
  }
}
