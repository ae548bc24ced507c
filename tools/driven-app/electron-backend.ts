// Drives the app in Electron itself, through Playwright.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { PrintRecord } from '#tools/chromium-shell/record.ts';
import { findElectron } from '#tools/system/electron-binary.ts';
import type {
  Backend,
  DialogAnswer,
  DrivenApp,
  LaunchRequest,
  ProblemRecord,
  RequestRecord,
  WindowFacts,
} from './driven-app.ts';

/** Runs inside Electron's main process: the dialogs answer from a queue. */
function installDialogQueue(electron: typeof Electron.CrossProcessExports, answers: readonly DialogAnswer[]): void {
  const holder = globalThis as { dialogAnswers?: DialogAnswer[] };
  holder.dialogAnswers ??= [];
  const queue = holder.dialogAnswers;
  queue.push(...answers);
  const nextPaths = () => {
    const answer = queue.shift();
    return answer !== undefined && 'paths' in answer ? [...answer.paths] : [];
  };
  electron.dialog.showOpenDialog = async () => {
    const filePaths = nextPaths();
    return { canceled: filePaths.length === 0, filePaths };
  };
  electron.dialog.showSaveDialog = async () => {
    const [filePath = ''] = nextPaths();
    return { canceled: filePath === '', filePath };
  };
  electron.dialog.showMessageBox = async () => {
    const answer = queue.shift();
    return { response: answer !== undefined && 'button' in answer ? answer.button : 0, checkboxChecked: false };
  };
}

interface Tray {
  tray?: PrintRecord[];
}

/** Runs inside Electron's main process: no printer is asked, and what would lie in its tray is kept. */
function installTray({ app, webContents }: typeof Electron.CrossProcessExports): void {
  const tray: PrintRecord[] = [];
  (globalThis as Tray).tray = tray;
  const keepPrints = (contents: Electron.WebContents) => {
    contents.print = (_options, callback) => {
      contents.printToPDF({ preferCSSPageSize: true, printBackground: true, pageSize: 'A4' }).then(
        (pdf) => {
          tray.push({ url: contents.getURL(), pdf: pdf.toString('base64') });
          callback?.(true, '');
        },
        (error: unknown) => callback?.(false, String(error)),
      );
    };
  };
  webContents.getAllWebContents().forEach(keepPrints);
  app.on('web-contents-created', (_event, contents) => keepPrints(contents));
}

/** Runs inside Electron's main process. What Electron itself took from the options, by a call that its declarations do not name. */
function readWindows({ BrowserWindow }: typeof Electron.CrossProcessExports): WindowFacts[] {
  type Asked = { getLastWebPreferences(): Record<string, unknown> | null };
  return BrowserWindow.getAllWindows().map((window) => ({
    preferences: { ...(window.webContents as unknown as Asked).getLastWebPreferences() },
    isContentProtected: window.isContentProtected(),
    isSessionPersistent: window.webContents.session.isPersistent(),
    isSpellChecked: window.webContents.session.isSpellCheckerEnabled(),
    handlers: null,
  }));
}

function watch(running: ElectronApplication) {
  const requests: RequestRecord[] = [];
  const problems: ProblemRecord[] = [];
  const watchPage = (page: Page) => {
    page.on('pageerror', (error) => problems.push({ kind: 'page error', text: error.message, url: page.url() }));
    page.on('crash', () => problems.push({ kind: 'crash', text: 'the page crashed', url: page.url() }));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push({ kind: 'console error', text: message.text(), url: page.url() });
    });
  };
  running.windows().forEach(watchPage);
  running.on('window', watchPage);
  running.context().on('requestfinished', (request) => requests.push({ url: request.url(), outcome: 'served' }));
  running.context().on('requestfailed', (request) => requests.push({ url: request.url(), outcome: 'cancelled' }));
  return { requests, problems };
}

async function launch({ app, userData, scratch }: LaunchRequest): Promise<DrivenApp> {
  const executablePath = findElectron();
  if (executablePath === null) throw new Error("Electron's binary is not there.");
  const temporary = join(scratch, 't');
  for (const folder of [temporary, userData]) mkdirSync(folder, { recursive: true });
  const isRoot = process.getuid?.() === 0;
  const running = await _electron.launch({
    executablePath,
    args: [app, `--user-data-dir=${userData}`, ...(isRoot ? ['--no-sandbox'] : [])],
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, TZ: 'Asia/Tokyo' } as Record<
      string,
      string
    >,
  });
  let output = '';
  running.on('console', (message) => {
    output += `${message.text()}\n`;
  });
  const records = watch(running);
  await running.evaluate(installTray);
  const page = await running.firstWindow();
  await page.waitForLoadState('load');
  return {
    pid: running.process().pid ?? 0,
    page,
    answerDialogs: (...answers) => running.evaluate(installDialogQueue, answers),
    signalPower: (event) => running.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event),
    windowFacts: () => running.evaluate(readWindows),
    records: async () => ({ ...records, printed: await running.evaluate(() => (globalThis as Tray).tray ?? []) }),
    output: () => output,
    close: () => running.close(),
    async kill() {
      const child = running.process();
      const ended = new Promise((resolve) => {
        child.once('exit', resolve);
      });
      child.kill('SIGKILL');
      await ended;
    },
  };
}

export const electronBackend: Backend = { name: 'Electron', launch };
