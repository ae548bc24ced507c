// The end-to-end fixture: the built app in its window, on a fresh data folder for each test. Every page error, console error, CSP
// violation and request to elsewhere fails the test, unless it said that it expects one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from 'playwright/test';
import { chooseBackend } from '#tools/driven-app/choose-backend.ts';
import type { DialogAnswer, DrivenApp, RequestRecord, WindowFacts } from '#tools/driven-app/driven-app.ts';

export { expect };

export interface AppUnderTest {
  /** The window; a new one after `restart`. */
  readonly page: DrivenApp['page'];
  readonly userData: string;
  /** The running app itself, for a trial that drives it. */
  readonly driven: DrivenApp;
  /** Of its main process. */
  readonly pid: number;
  /** A folder for files that the test gives to the app or receives from it. Deleted afterwards. */
  readonly folder: string;
  /** What the next dialogs answer: `{ paths: ['...'] }`, or `{ paths: [] }` for a dialog that is closed. */
  stubDialog(...answers: readonly DialogAnswer[]): Promise<void>;
  signalPower(event: 'suspend' | 'lock-screen'): Promise<void>;
  requests(): Promise<readonly RequestRecord[]>;
  /** What the app told Electron of its windows. */
  windowFacts(): Promise<readonly WindowFacts[]>;
  /** Errors that match are part of this test. */
  expectProblem(pattern: RegExp): void;
  close(): Promise<void>;
  /** Ends the app without any farewell (kill -9). */
  kill(): Promise<void>;
  /** Starts it again on the same data folder; closes it first when it still runs. */
  restart(): Promise<void>;
}

interface Options {
  /** Folder of the app; the project's own by default. */
  readonly appFolder: string;
}

const isForeign = ({ url, outcome }: RequestRecord) => outcome !== 'served' || !/^(app|blob|data):/u.test(url);

/** What went wrong during a test, and what of it the test said that it expects. */
function createComplaints() {
  const expected: RegExp[] = [];
  const found: string[] = [];
  return {
    expect: (pattern: RegExp) => void expected.push(pattern),
    unexpected: () => found.filter((text) => !expected.some((pattern) => pattern.test(text))),
    async collect(app: DrivenApp) {
      try {
        const { requests, problems } = await app.records();
        found.push(
          ...problems.map(({ kind, text, url }) => `${kind} at ${url}: ${text}`),
          ...requests.filter(isForeign).map(({ url, outcome }) => `request ${outcome}: ${url}`),
        );
      } catch (error) {
        found.push(`the app ended by itself: ${String(error)}\n${app.output()}`);
      }
    },
  };
}

async function startUnderTest(appFolder: string) {
  const scratch = mkdtempSync(join(tmpdir(), 'mimamori-'));
  const userData = join(scratch, 'data');
  const launch = () => chooseBackend().launch({ app: appFolder, userData, scratch });
  const discard = () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  const complaints = createComplaints();
  let last = await launch().catch((error: unknown) => {
    discard();
    throw error;
  });
  let running: DrivenApp | null = last;

  const end = async (how: 'close' | 'kill') => {
    if (running === null) return;
    const ending = running;
    running = null;
    await complaints.collect(ending);
    await ending[how]();
  };

  const app: AppUnderTest = {
    get page() {
      return last.page;
    },
    get driven() {
      return last;
    },
    get pid() {
      return last.pid;
    },
    userData,
    folder: join(scratch, 'home'),
    stubDialog: (...answers) => last.answerDialogs(...answers),
    signalPower: (event) => last.signalPower(event),
    requests: async () => (await last.records()).requests,
    windowFacts: () => last.windowFacts(),
    expectProblem: complaints.expect,
    close: () => end('close'),
    kill: () => end('kill'),
    async restart() {
      await end('close');
      running = await launch();
      last = running;
    },
  };
  return { app, complaints, discard, isRunning: () => running !== null, output: () => last.output() };
}

export const test = base.extend<Options & { app: AppUnderTest }>({
  appFolder: ['.', { option: true }],

  app: async ({ appFolder }, use, info) => {
    const { app, complaints, isRunning, output, discard } = await startUnderTest(appFolder);
    try {
      await use(app);
      if (info.status !== info.expectedStatus && isRunning()) {
        await app.page.screenshot({ path: info.outputPath('window.png') }).catch(() => undefined);
      }
    } finally {
      await app.close();
      if (info.status !== info.expectedStatus) await info.attach('console of the app', { body: output() });
      discard();
    }
    expect(complaints.unexpected(), 'errors and foreign requests during this test').toEqual([]);
  },

  page: async ({ app }, use) => use(app.page),
});
