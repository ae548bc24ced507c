// Electron's `BrowserWindow`: a page of Chromium that is seen, or one that never is.
import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron';
import { app } from './app.ts';
import { type ShellSession, session } from './session.ts';
import { ShellWebContents } from './web-contents.ts';

type Surface =
  | 'id'
  | 'loadURL'
  | 'show'
  | 'hide'
  | 'close'
  | 'destroy'
  | 'focus'
  | 'isDestroyed'
  | 'isVisible'
  | 'isFocused'
  | 'isMinimized'
  | 'restore'
  | 'maximize'
  | 'setMenu'
  | 'setTitle'
  | 'getTitle'
  | 'setContentProtection'
  | 'isContentProtected'
  | 'setMenuBarVisibility';

const open = new Set<ShellBrowserWindow>();
let lastId = 0;

app.closeWindows = () => {
  for (const window of open) window.close();
};

export class ShellBrowserWindow extends EventEmitter implements Pick<BrowserWindow, Surface> {
  readonly id = ++lastId;
  readonly webContents: ShellWebContents;
  #isVisible: boolean;
  #isClosed = false;
  #isContentProtected = false;
  #title: string;

  static getAllWindows(): BrowserWindow[] {
    return [...open] as unknown as BrowserWindow[];
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    const found = [...open].find((window) => window.webContents.id === contents.id);
    return (found as unknown as BrowserWindow | undefined) ?? null;
  }

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    const { width = 800, height = 600, show = true, title = app.getName(), webPreferences: preferences = {} } = options;
    this.#isVisible = show;
    this.#title = title;
    // A window that is made hidden stays so: it is there to be printed.
    this.webContents = new ShellWebContents(chooseSession(preferences), {
      isSeen: show,
      size: { width, height },
      preferences,
    });
    this.webContents.once('dom-ready', () => this.emit('ready-to-show', {}));
    this.webContents.once('destroyed', () => this.#afterClose());
    open.add(this);
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  close(): void {
    let isPrevented = false;
    const event = {
      preventDefault: () => {
        isPrevented = true;
      },
    };
    this.emit('close', event);
    if (!isPrevented) this.destroy();
  }

  destroy(): void {
    void this.webContents.destroy();
    this.#afterClose();
  }

  show(): void {
    this.#isVisible = true;
    this.emit('show', {});
  }

  hide(): void {
    this.#isVisible = false;
    this.emit('hide', {});
  }

  focus(): void {
    void this.webContents.bringToFront();
    this.emit('focus', {});
  }

  isDestroyed(): boolean {
    return this.#isClosed;
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  isFocused(): boolean {
    return this.#isVisible;
  }

  isMinimized(): boolean {
    return false;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  getTitle(): string {
    return this.#title;
  }

  restore(): void {}
  maximize(): void {}
  setMenu(): void {}
  setMenuBarVisibility(): void {}

  setContentProtection(isOn: boolean): void {
    this.#isContentProtected = isOn;
  }

  isContentProtected(): boolean {
    return this.#isContentProtected;
  }

  #afterClose(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    open.delete(this);
    this.emit('closed');
    if (open.size === 0) app.noteAllWindowsClosed();
  }
}

function chooseSession(preferences: Electron.WebPreferences): ShellSession {
  if (preferences.session !== undefined) return preferences.session as unknown as ShellSession;
  return preferences.partition === undefined ? session.defaultSession : session.fromPartition(preferences.partition);
}
