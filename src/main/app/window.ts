// Makes the windows, hardened alike: sandboxed, isolated, without permissions, unable to leave our page.
import { BrowserWindow, type BrowserWindowConstructorOptions, dialog, type Session, type WebContents } from 'electron';
import { isOwnPage, PAGE_URL } from './origin.ts';
import { followZoomKeys } from './zoom-keys.ts';

const TITLE = '見守り台帳';
const PAPER_WHITE = '#fbfaf7';

/** Lives in memory: nothing of a session is written to the disk. */
export const PARTITION = 'register';

/** Refuses everything that a page could ask of the system; a download would be a copy of the register in clear. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}

function createHardenedWindow(preload: string, options: BrowserWindowConstructorOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: TITLE,
    backgroundColor: PAPER_WHITE,
    ...options,
    webPreferences: {
      ...options.webPreferences,
      preload,
      partition: PARTITION,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  // Neither screenshots of other programs nor screen sharing show what stands in here.
  window.setContentProtection(true);
  return window;
}

/** For every page that comes to be, whoever makes it: it opens no window, holds no other page, and goes nowhere but to our own. */
export function keepInPlace(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  const stay = (event: { readonly url: string; preventDefault(): void }) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
}

export function createMainWindow(preload: string): BrowserWindow {
  const window = createHardenedWindow(preload, { width: 1280, height: 860, minWidth: 1024, minHeight: 700 });
  followZoomKeys(window.webContents);
  askBeforeUnsavedTextIsLost(window);
  return window;
}

const replacing = new WeakSet<BrowserWindow>();

/** Throws the page and all that its scripts hold away, and loads it anew at the same address. Asks nobody: what was typed is kept. */
export function replacePage(window: BrowserWindow): void {
  replacing.add(window);
  window.webContents.once('did-finish-load', () => replacing.delete(window));
  window.webContents.reload();
}

/** A page with unsaved text holds up the closing of its window; without this question Electron would just not close it. */
function askBeforeUnsavedTextIsLost(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    if (replacing.has(window)) {
      event.preventDefault();
      return;
    }
    const answer = dialog.showMessageBoxSync(window, {
      type: 'question',
      title: TITLE,
      message: 'まだ保存していません',
      detail: '書きかけは台帳の中にとっておきます。次に開いたとき、続きから書けます。',
      buttons: ['続けて書く', '終わる'],
      defaultId: 0,
      cancelId: 0,
    });
    if (answer === 1) event.preventDefault();
  });
}

/** Never shown; A4 in CSS pixels. Draws as if it were shown. */
export function createPaperWindow(preload: string): BrowserWindow {
  return createHardenedWindow(preload, {
    show: false,
    width: 794,
    height: 1123,
    webPreferences: { backgroundThrottling: false },
  });
}

/** Address of a route of the renderer, for example `/print/packet/1`. */
export const addressOf = (route: string) => (route === '' ? PAGE_URL : `${PAGE_URL}#${route}`);
