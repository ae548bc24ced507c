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
}

export interface Records {
  readonly requests: readonly RequestRecord[];
  readonly problems: readonly ProblemRecord[];
  /** What went to the printer, where the shell stands in for one. */
  readonly printed: readonly PrintRecord[];
}

export interface DrivenApp {
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
