// `npm run dev`: the app with hot reload, in Electron or else in the Chromium shell.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fetchElectron } from './system/electron-binary.ts';
import { ensureSystem, WINDOW_NEEDS } from './system/ensure.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const SHELL = fileURLToPath(new URL('chromium-shell/electron.ts', import.meta.url));
const VITE = fileURLToPath(new URL('../node_modules/electron-vite/bin/electron-vite.js', import.meta.url));

try {
  const electron = await fetchElectron();
  if (electron === null) {
    await ensureSystem(WINDOW_NEEDS);
    console.log('The window opens in the Chromium shell (development equipment; see tools/chromium-shell/README.md).');
  }
  const child = spawn(process.execPath, [VITE, 'dev', '--watch', ...process.argv.slice(2)], {
    stdio: 'inherit',
    cwd: PROJECT,
    env: { ...process.env, ELECTRON_EXEC_PATH: electron ?? SHELL },
  });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
