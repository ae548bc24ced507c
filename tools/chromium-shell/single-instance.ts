// One app per data folder: a lock file that names the process, taken over when that process is gone.
import { mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LOCK = 'chromium-shell.lock';
const CALL = 'chromium-shell.second-instance';

interface Call {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function holderOf(lock: string): number | null {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    return pid !== process.pid && isAlive(pid) ? pid : null;
  } catch {
    return null;
  }
}

/** `electron-vite dev` starts the next copy while the last one is still ending. */
function waitForLastCopy(lock: string): void {
  if (process.env['ELECTRON_RENDERER_URL'] === undefined) return;
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < 5_000 && holderOf(lock) !== null; waited += 50) Atomics.wait(sleeper, 0, 0, 50);
}

/** `false` when another process holds the folder; that one is then told of this call. */
export function takeLock(folder: string, onSecondInstance: (call: Call) => void): boolean {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, LOCK);
  waitForLastCopy(lock);
  if (holderOf(lock) !== null) {
    const call: Call = { argv: process.argv, workingDirectory: process.cwd() };
    writeFileSync(join(folder, CALL), JSON.stringify(call));
    return false;
  }
  writeFileSync(lock, String(process.pid));
  watch(folder, { persistent: false }, (_kind, name) => {
    if (name !== CALL) return;
    try {
      const call = JSON.parse(readFileSync(join(folder, CALL), 'utf8')) as Call;
      rmSync(join(folder, CALL));
      onSecondInstance(call);
    } catch {
      // Half written or already taken: the watcher is called again when it is whole.
    }
  }).on('error', () => undefined);
  return true;
}

export function releaseLock(folder: string): void {
  rmSync(join(folder, LOCK), { force: true });
}
