// Drives the app in the Chromium shell. The app is a process of its own, so that it can be restarted and killed like the real one;
// it is asked over Node's IPC channel, and Playwright joins its Chromium at a local pipe (`browser.bind`): the very pages that the app
// opened, and no listening port. Measured: 0.9 s from the start to a loaded page, 2 ms a call.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { TestRequest } from '#tools/chromium-shell/test-control.ts';
import type { Backend, DrivenApp, LaunchRequest, Records, WindowFacts } from './driven-app.ts';

const LAUNCHER = fileURLToPath(new URL('../chromium-shell/electron.ts', import.meta.url));
const START_LIMIT_MS = 30_000;
const END_LIMIT_MS = 30_000;

type Answer = { readonly id: number; readonly value?: unknown; readonly error?: string };

function startProcess({ app, userData, scratch, under = [] }: LaunchRequest): ChildProcess {
  const temporary = join(scratch, 't');
  const home = join(scratch, 'home');
  for (const folder of [temporary, home, userData]) mkdirSync(folder, { recursive: true });
  const [command = '', ...values] = [...under, process.execPath];
  return spawn(command, [...values, LAUNCHER, app, '--headless', `--user-data-dir=${userData}`], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      HOME: home,
      TMPDIR: temporary,
      TEMP: temporary,
      TMP: temporary,
      TZ: 'Asia/Tokyo',
      PWTEST_SERVER_REGISTRY: join(temporary, 'pw'),
    },
  });
}

/** Questions to the process, each with its answer. */
function createLine(child: ChildProcess) {
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  child.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  child.once('exit', () => {
    for (const [id, settle] of waiting) settle({ id, error: 'The app has ended.' });
  });
  return async (request: TestRequest): Promise<unknown> => {
    const id = ++lastId;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      if (child.connected) child.send({ id, request });
      else resolve({ id, error: 'The app has ended.' });
    });
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  };
}

async function firstLoadedPage(browser: Browser): Promise<Page> {
  for (let waited = 0; waited < START_LIMIT_MS; waited += 20) {
    const page = browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((candidate) => candidate.url() !== 'about:blank');
    if (page !== undefined) {
      await page.waitForLoadState('load');
      return page;
    }
    await wait(20);
  }
  throw new Error('The app opened no window.');
}

async function launch(request: LaunchRequest): Promise<DrivenApp> {
  const child = startProcess(request);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  let output = '';
  const keep = (text: Buffer) => {
    output += String(text);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const ask = createLine(child);

  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const limit = setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS);
    await ended;
    clearTimeout(limit);
  };

  try {
    const browser = await chromium.connect((await ask({ ask: 'endpoint' })) as string);
    const page = await firstLoadedPage(browser);
    return {
      pid: child.pid ?? 0,
      page,
      answerDialogs: async (...answers) => void (await ask({ ask: 'dialogs', answers })),
      signalPower: async (event) => void (await ask({ ask: 'power', event })),
      windowFacts: async () => (await ask({ ask: 'windows' })) as readonly WindowFacts[],
      records: async () => (await ask({ ask: 'records' })) as Records,
      output: () => output,
      close: () => end('SIGTERM'),
      kill: () => end('SIGKILL'),
    };
  } catch (error) {
    await end('SIGKILL');
    throw new Error(`The app did not start.\n${output}`, { cause: error });
  }
}

export const shellBackend: Backend = { name: 'the Chromium shell', launch };
