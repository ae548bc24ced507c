// A running copy of the built app that a test or the guided tour drives through its window, in Electron or in the Chromium shell.
import type { Page } from 'playwright-core';
import type { DialogAnswer } from '#tools/chromium-shell/dialog.ts';
import type { PrintRecord, ProblemRecord, RequestRecord } from '#tools/chromium-shell/record.ts';

export type { DialogAnswer, ProblemRecord, RequestRecord };

export interface LaunchRequest {
  /** Folder with the app's package.json, or its main file. */
  readonly app: string;
  /** Folder of the register; the same folder again means: the same register. */
  readonly userData: string;
  /** Everything temporary, and the home folder of the app, stay in here. */
  readonly scratch: string;
  /** A command and its values that start the app as its child, for example one that watches its system calls. */
  readonly under?: readonly string[];
}

export interface Records {
  readonly requests: readonly RequestRecord[];
  readonly problems: readonly ProblemRecord[];
  /** What went to the printer, where the shell stands in for one. */
  readonly printed: readonly PrintRecord[];
}

/** What the app told Electron of one of its windows. */
export interface WindowFacts {
  readonly preferences: Readonly<Record<string, unknown>>;
  readonly isContentProtected: boolean;
  readonly isSessionPersistent: boolean;
  readonly isSpellChecked: boolean;
  /** What its handlers answer when they are asked; `null` where the backend cannot ask them (Electron). */
  readonly handlers: HandlerFacts | null;
}

export interface HandlerFacts {
  /** Permissions that are granted on request, and on check. */
  readonly requested: readonly string[];
  readonly checked: readonly string[];
  /** `allow` or `deny`; with no handler Electron allows. */
  readonly newWindow: string;
  /** Events that let the page go elsewhere, or let a webview in. */
  readonly letThrough: readonly string[];
  readonly isDownloadKept: boolean;
}

export interface DrivenApp {
  /** Of its main process. */
  readonly pid: number;
  /** What the app told Electron, of each open window. */
  windowFacts(): Promise<readonly WindowFacts[]>;
  readonly page: Page;
  /** What the next file dialogs and message boxes answer, in their order. */
  answerDialogs(...answers: readonly DialogAnswer[]): Promise<void>;
  /** As if the machine went to sleep or its screen was locked. */
  signalPower(event: 'suspend' | 'lock-screen'): Promise<void>;
  /** Requests and errors of all windows since the start. */
  records(): Promise<Records>;
  /** What the app wrote to its console. */
  output(): string;
  /** Ends it as a user does. */
  close(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

export interface Backend {
  readonly name: string;
  launch(request: LaunchRequest): Promise<DrivenApp>;
}
