// Turns a paper of the renderer into a PDF, or hands it to a printer, from a window that is never shown. Writes no file.
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow, WebContents } from 'electron';
import type { PaperPrinter } from '#main/platform/files/paper-printer.ts';

const LIMIT_MS = 30_000;
const LOOK_EVERY_MS = 20;

/** What a paper says of itself: `<html data-paper="ready">` or `"failed"`; nothing yet while it is being set. */
const PAPER_STATE = `document.fonts.status === 'loaded' ? (document.documentElement.dataset.paper ?? '') : ''`;

export function createPaperPrinter(
  createWindow: () => BrowserWindow,
  addressOf: (route: string) => string,
): PaperPrinter {
  const withPaper = async <Value>(route: string, work: (contents: WebContents) => Promise<Value>): Promise<Value> => {
    const window = createWindow();
    try {
      await window.loadURL(addressOf(route));
      await waitForPaper(window.webContents);
      return await work(window.webContents);
    } finally {
      if (!window.isDestroyed()) window.destroy();
    }
  };
  return {
    printToPdf: (route) =>
      withPaper(route, (contents) =>
        contents.printToPDF({ preferCSSPageSize: true, printBackground: true, pageSize: 'A4' }),
      ),
    print: (route) => withPaper(route, openPrintDialog),
  };
}

/** What Chromium says when somebody closes the dialog. */
const CANCELLED = /cancel/iu;

function openPrintDialog(contents: WebContents): Promise<boolean> {
  return new Promise((resolve, reject) => {
    contents.print({ silent: false, printBackground: true, pageSize: 'A4' }, (isPrinted, reason) => {
      if (isPrinted || CANCELLED.test(reason)) resolve(isPrinted);
      else reject(new Error('The printer did not take the paper.'));
    });
  });
}

/** @throws Error when the paper says that it failed, or says nothing for 30 seconds. */
async function waitForPaper(contents: WebContents): Promise<void> {
  for (let waited = 0; waited < LIMIT_MS; waited += LOOK_EVERY_MS) {
    const state: unknown = await contents.executeJavaScript(PAPER_STATE);
    if (state === 'ready') return;
    if (state === 'failed') throw new Error('The paper could not be set.');
    await wait(LOOK_EVERY_MS);
  }
  throw new Error('The paper was not ready in time.');
}
