// The control of the hardening tests: an app that does everything which Electron's checklist warns of. Never started but by them.
import { app, BrowserWindow, ipcMain, protocol, session } from 'electron';

const PAGE = `<!doctype html><html lang="ja"><title>不用心な見本</title><body><h1>不用心な見本</h1>
<script>window.inlineRan = true;</script></body></html>`;

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);

async function start(): Promise<void> {
  await app.whenReady();
  session
    .fromPartition('careless')
    .protocol.handle('app', () => new Response(PAGE, { headers: { 'content-type': 'text/html' } }));
  ipcMain.handle('anything', () => 'answered');
  const window = new BrowserWindow({
    webPreferences: {
      preload: `${import.meta.dirname}/preload.cjs`,
      partition: 'careless',
      sandbox: false,
      contextIsolation: false,
      nodeIntegration: true,
      webSecurity: false,
      allowRunningInsecureContent: true,
      experimentalFeatures: true,
      enableBlinkFeatures: 'CSSVariables',
      webviewTag: true,
    },
  });
  await window.loadURL('app://careless/index.html');
}

app.on('window-all-closed', () => app.quit());
void start();
