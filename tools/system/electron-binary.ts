// Electron's binary, which npm does not bring: finds it, or fetches it once where that is possible.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FOLDER = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const SOURCE = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? 'https://github.com';
const PROBE_LIMIT_MS = 4_000;
const FETCH_LIMIT_MS = 300_000;

/** Path of the binary, or `null` where it was never fetched. */
export function findElectron(): string | null {
  const pathFile = join(FOLDER, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(FOLDER, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

async function isSourceReachable(): Promise<boolean> {
  try {
    await fetch(SOURCE, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_LIMIT_MS) });
    return true;
  } catch {
    return false;
  }
}

/** Path of the binary, or `null` with one line that says why there is none. */
export async function fetchElectron(): Promise<string | null> {
  const found = findElectron();
  if (found !== null) return found;
  if (!(await isSourceReachable())) {
    console.log(`Electron's binary is not here and cannot be fetched: ${new URL(SOURCE).host} does not answer.`);
    return null;
  }
  console.log(`Fetching Electron's binary from ${new URL(SOURCE).host} (once) ...`);
  const isFetched = await new Promise<boolean>((resolve) => {
    const options = { stdio: 'ignore', timeout: FETCH_LIMIT_MS } as const;
    const child = spawn(process.execPath, [join(FOLDER, 'install.js')], options);
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
  if (!isFetched) console.log("Electron's binary could not be fetched.");
  return findElectron();
}
