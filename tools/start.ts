// `npm start`: builds the app and opens its window, in Electron or else in the Chromium shell; without a display, gives the guided tour.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'electron-vite';
import { hasDisplay } from './system/display.ts';
import { fetchElectron } from './system/electron-binary.ts';
import { ensureSystem, WINDOW_NEEDS } from './system/ensure.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const SHELL = fileURLToPath(new URL('chromium-shell/electron.ts', import.meta.url));
const TOUR = fileURLToPath(new URL('demo/tour.ts', import.meta.url));

/** Ends with the exit code of what it ran. */
function run(command: string, values: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, values, { stdio: 'inherit', cwd: PROJECT });
    child.once('error', reject);
    child.once('exit', (code) => {
      process.exitCode = code ?? 1;
      resolve();
    });
    // Ctrl+C reaches the child by itself; we wait for its farewell.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
  });
}

async function openWindow(more: readonly string[]): Promise<void> {
  await build({ root: PROJECT, logLevel: 'error' });
  const electron = await fetchElectron();
  if (electron !== null) {
    const isRoot = process.getuid?.() === 0;
    return run(electron, [PROJECT, ...(isRoot ? ['--no-sandbox'] : []), ...more]);
  }
  await ensureSystem(WINDOW_NEEDS);
  console.log('The window opens in the Chromium shell (development equipment; see tools/chromium-shell/README.md).');
  return run(process.execPath, [SHELL, PROJECT, ...more]);
}

function giveTour(): Promise<void> {
  console.log('No display here: the guided tour runs instead, without a window.');
  return run(process.execPath, [TOUR]);
}

try {
  const more = process.argv.slice(2);
  await (hasDisplay() ? openWindow(more) : giveTour());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
