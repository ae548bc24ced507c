import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { releaseLock, takeLock } from '#tools/chromium-shell/single-instance.ts';

const LOCK = 'chromium-shell.lock';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'single-instance-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a folder that a living process holds is refused', () => {
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  try {
    writeFileSync(join(folder, LOCK), String(other.pid));
    expect(takeLock(folder, () => undefined)).toBe(false);
  } finally {
    other.kill();
  }
});

test('the lock of a process that was killed is taken over', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(join(folder, LOCK), String(pid));
  expect(takeLock(folder, () => undefined)).toBe(true);
  releaseLock(folder);
  expect(takeLock(folder, () => undefined)).toBe(true);
});

test('the holder hears of a second start', async () => {
  const heard = new Promise((resolve) => {
    expect(takeLock(folder, ({ argv }) => resolve(argv))).toBe(true);
  });
  const call = { argv: ['electron', '.'], workingDirectory: '/' };
  writeFileSync(join(folder, 'chromium-shell.second-instance'), JSON.stringify(call));
  expect(await heard).toEqual(['electron', '.']);
});
