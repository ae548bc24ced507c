// The one channel between page and main. Only the main frame of one of our own windows, at our own page, is answered.
import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL } from '#shared/contract/bridge.ts';
import type { Envelope } from '#shared/contract/errors.ts';
import type { RegisterEvent } from '#shared/contract/events.ts';
import { isOwnPage } from './origin.ts';

/** Answers a call by its operation's name; never rejects. */
export type CallRouter = (operation: string, input: unknown) => Promise<unknown>;

const FORBIDDEN: Envelope<never> = { ok: false, error: { code: 'forbidden_sender' } };

export function answerCalls(call: CallRouter): void {
  ipcMain.handle(CALL_CHANNEL, (event, operation: unknown, input: unknown) =>
    isOwnSender(event) ? call(String(operation), input) : FORBIDDEN,
  );
}

function isOwnSender({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  if (senderFrame === null || senderFrame.parent !== null) return false;
  return BrowserWindow.fromWebContents(sender) !== null && isOwnPage(senderFrame.url);
}

/** Tells every window. */
export function broadcast(event: RegisterEvent): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
  }
}
