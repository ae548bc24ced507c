// The life of the desktop app, from its start to its end. Knows windows and signals of the system; knows nothing of the register.
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, powerMonitor, protocol, session } from 'electron';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';
import type { PaperPrinter } from '#main/platform/files/paper-printer.ts';
import type { RegisterEvent } from '#shared/contract/events.ts';
import { serveRenderer } from './app-protocol.ts';
import { createFileChooser } from './dialogs.ts';
import { removeMenuBar } from './menu.ts';
import { forbidNetwork } from './no-network.ts';
import { SCHEME } from './origin.ts';
import { isSteeredFromOutside } from './outside-switches.ts';
import { createPaperPrinter } from './printing.ts';
import { answerCalls, broadcast, type CallRouter } from './rpc-binding.ts';
import {
  addressOf,
  createMainWindow,
  createPaperWindow,
  denyPermissions,
  keepInPlace,
  PARTITION,
  replacePage,
} from './window.ts';

/** Closing a register takes this long at most; then the app ends in any case. */
const FAREWELL_LIMIT_MS = 20_000;

export interface Application {
  readonly version: string;
  /** Folder of the register and all that belongs to it. */
  readonly dataFolder: string;
  /** What the system calls the user's own folders. */
  readonly userFolders: { readonly documents: string; readonly desktop: string; readonly downloads: string };
  readonly fileChooser: FileChooser;
  readonly paperPrinter: PaperPrinter;
  /** Tells every window. After a lock the main window's page is thrown away and loaded anew. */
  broadcast(event: RegisterEvent): void;
  /** From now on the page's calls are answered. Once only. */
  answerCalls(call: CallRouter): void;
  /** The screen was locked or the machine goes to sleep. */
  onUnattended(listener: () => void): void;
  /** Done before the app ends; at most 20 seconds. */
  onFarewell(farewell: () => void | Promise<void>): void;
  openWindow(): Promise<void>;
}

/**
 * Starts the app once per data folder: a second start only shows the first one's window.
 * `boot` runs when the system is ready; when it fails, the app says so and ends. Electron is ready only after the main
 * file has been loaded, so `boot` must not be awaited there.
 */
export function startApplication(boot: (application: Application) => Promise<void>): void {
  keepDataOnThisMachine();
  const isSteered = app.isPackaged && isSteeredFromOutside((name) => app.commandLine.hasSwitch(name));
  if (isSteered || !app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  forbidNetwork(app.commandLine, readDeveloperOrigin() !== null);
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  app.on('window-all-closed', () => app.quit());
  app.on('web-contents-created', (_event, contents) => keepInPlace(contents));
  app
    .whenReady()
    .then(() => boot(createApplication()))
    .catch((error: unknown) => {
      dialog.showErrorBox('見守り台帳を始められませんでした', String(error));
      app.exit(1);
    });
}

/** Windows copies its usual folder for app data to servers (roaming profiles); a register must stay where it was made. */
function keepDataOnThisMachine(): void {
  const local = process.env['LOCALAPPDATA'];
  if (process.platform !== 'win32' || local === undefined || app.commandLine.hasSwitch('user-data-dir')) return;
  app.setPath('userData', join(local, app.getName()));
}

/** Vite's server during development; a packaged app knows none. */
function readDeveloperOrigin(): string | null {
  return app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
}

function createApplication(): Application {
  const built = join(app.getAppPath(), 'out');
  const preload = join(built, 'preload', 'index.cjs');
  const developerOrigin = readDeveloperOrigin();
  const profile = session.fromPartition(PARTITION);
  denyPermissions(profile);
  serveRenderer(profile, { folder: join(built, 'renderer'), developerOrigin });
  removeMenuBar(developerOrigin !== null);

  let mainWindow: BrowserWindow | null = null;
  const shownWindow = () => {
    if (mainWindow === null || mainWindow.isDestroyed()) throw new Error('The window is closed.');
    return mainWindow;
  };
  const isEndOfSession = followSessions();
  app.on('second-instance', () => bringToFront(mainWindow));

  return {
    version: app.getVersion(),
    dataFolder: app.getPath('userData'),
    userFolders: {
      documents: app.getPath('documents'),
      desktop: app.getPath('desktop'),
      downloads: app.getPath('downloads'),
    },
    fileChooser: createFileChooser(shownWindow),
    paperPrinter: createPaperPrinter(() => createPaperWindow(preload), addressOf),
    broadcast(event) {
      broadcast(event);
      if (isEndOfSession(event) && mainWindow !== null && !mainWindow.isDestroyed()) {
        replacePage(mainWindow);
      }
    },
    answerCalls,
    onUnattended(listener) {
      powerMonitor.on('suspend', listener);
      powerMonitor.on('lock-screen', listener);
    },
    onFarewell: sayFarewellBeforeQuit,
    async openWindow() {
      mainWindow = createMainWindow(preload);
      await mainWindow.loadURL(addressOf(''));
    },
  };
}

/** True for the event that ends an unlock; a closed register that is told again to be closed has nothing to throw away. */
function followSessions(): (event: RegisterEvent) => boolean {
  let isOpen = false;
  return (event) => {
    if (event.type !== 'vault') return false;
    const hasEnded = isOpen && event.state === 'locked';
    isOpen = event.state === 'unlocked';
    return hasEnded;
  };
}

function bringToFront(window: BrowserWindow | null): void {
  if (window === null || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

function sayFarewellBeforeQuit(farewell: () => void | Promise<void>): void {
  let state: 'at work' | 'leaving' | 'gone' = 'at work';
  app.on('will-quit', (event) => {
    if (state === 'gone') return;
    event.preventDefault();
    if (state === 'leaving') return;
    state = 'leaving';
    const limit = new Promise<void>((resolve) => {
      setTimeout(resolve, FAREWELL_LIMIT_MS);
    });
    Promise.race([Promise.resolve().then(farewell), limit])
      .catch(() => undefined)
      .finally(() => {
        state = 'gone';
        app.quit();
      });
  });
}
