// A tiny app for testing the Chromium shell itself: every call in it is a call of Electron's.
import { app, BrowserWindow, dialog, ipcMain, powerMonitor, protocol, session } from 'electron';

const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src https:";

const PAGE = `<!doctype html><html lang="ja"><title>見本</title><body><h1>見本の画面</h1>
<script>window.inlineRan = true;</script><script src="/page.js"></script></body></html>`;

const FILES: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/index.html': ['text/html; charset=utf-8', PAGE],
  '/page.js': ['text/javascript', 'window.ownScriptRan = true;'],
};

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);

function createWindow(show: boolean): BrowserWindow {
  const preload = `${import.meta.dirname}/preload.cjs`;
  const webPreferences = { preload, partition: 'sample', sandbox: true, contextIsolation: true };
  return new BrowserWindow({ width: 900, height: 640, show, webPreferences });
}

async function printPage(): Promise<Uint8Array> {
  const window = createWindow(false);
  await window.loadURL('app://sample/index.html');
  const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
  window.destroy();
  return new Uint8Array(pdf);
}

function serve(request: Request): Response {
  const [type, body] = FILES[new URL(request.url).pathname] ?? ['text/plain', ''];
  const headers = { 'content-type': type, 'content-security-policy': CSP };
  return new Response(body, { status: body === '' ? 404 : 200, headers });
}

function answer(window: BrowserWindow): void {
  ipcMain.handle('echo', (_event, value: unknown) => value);
  ipcMain.handle('sender', (event) => [event.senderFrame?.url, event.senderFrame === event.sender.mainFrame]);
  ipcMain.handle('about', () => [app.getName(), app.getVersion(), app.getPath('userData'), app.isPackaged]);
  ipcMain.handle('fail', () => {
    throw new TypeError('refused for the test');
  });
  ipcMain.handle('choose', () => dialog.showOpenDialog(window, { title: '開く', properties: ['openFile'] }));
  ipcMain.handle('print', printPage);
  powerMonitor.on('suspend', () => window.webContents.send('power', 'suspend'));
}

async function start(): Promise<void> {
  await app.whenReady();
  const profile = session.fromPartition('sample');
  profile.protocol.handle('app', serve);
  profile.webRequest.onBeforeRequest((details, done) => {
    done({ cancel: details.url.includes('forbidden-by-app') });
  });
  const window = createWindow(true);
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  answer(window);
  await window.loadURL('app://sample/index.html');
}

if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => app.quit());
  void start();
} else {
  app.exit(3);
}
