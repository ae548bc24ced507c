// Starts a child process that works on a register, tells what it says, and ends it without warning. The child is bundled once a run.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import type { ChildWork } from './child-work.ts';

const PROJECT = join(import.meta.dirname, '../..');
/** Inside the project, so that the bundle finds the packages with native parts. */
const CACHE = join(PROJECT, 'node_modules/.cache/register-child');

let bundled: Promise<string> | null = null;

async function bundle(): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'run-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    root: PROJECT,
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'tests/support/register-child.ts', outDir: folder, target: 'node24', minify: false },
  });
  return join(folder, 'register-child.js');
}

export interface KillAt {
  /** The line after which the time runs. */
  readonly after: string;
  readonly milliseconds: number;
}

export interface ChildRun {
  /** Everything it said, in order. */
  readonly lines: readonly string[];
  /** When each line came, in milliseconds after the first. */
  readonly times: readonly number[];
  readonly hasEnded: boolean;
  readonly wasKilled: boolean;
}

/**
 * Runs the child to its end, or until it is killed with signal 9.
 * @param under a program that starts it, for example `['strace', '-f']`.
 * @throws Error when the child failed by itself.
 */
export async function runChild(
  work: ChildWork,
  killAt: KillAt | null,
  under: readonly string[] = [],
): Promise<ChildRun> {
  bundled ??= bundle();
  const [program = '', ...values] = [...under, process.execPath, await bundled, JSON.stringify(work)];
  // What it would have cleared away itself, had it not been killed.
  const scratch = mkdtempSync(join(tmpdir(), 'mimamori-child-'));
  const child = spawn(program, values, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: scratch, NODE_COMPILE_CACHE: join(CACHE, 'compiled') },
  });
  const closed = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      code === 0 || signal !== null ? resolve(signal) : reject(new Error(`the child ended with ${code}`)),
    );
  });
  const lines: string[] = [];
  const times: number[] = [];
  let began = 0;
  const kill = async (milliseconds: number) => {
    await wait(milliseconds);
    child.kill('SIGKILL');
  };
  let isTimed = false;
  for await (const line of createInterface({ input: child.stdout })) {
    began = lines.length === 0 ? performance.now() : began;
    lines.push(line);
    times.push(performance.now() - began);
    if (line === killAt?.after && !isTimed) {
      isTimed = true;
      void kill(killAt.milliseconds);
    }
  }
  const signal = await closed.finally(() => rmSync(scratch, { recursive: true, force: true }));
  return { lines, times, hasEnded: lines.includes('end'), wasKilled: signal === 'SIGKILL' };
}
