// Sees whether a text of the register was run: the canary function, violations of the policy, dialogs, navigations, windows, requests.
import type { Page } from 'playwright-core';
import type { DrivenApp } from '#tools/driven-app/driven-app.ts';
import { CANARY } from './hostile-texts.ts';

export interface ExecutionFigures {
  /** How often a text was run. */
  readonly executions: number;
  /** How often the page's policy had to stop something. */
  readonly violations: number;
  readonly dialogs: number;
  /** Left the page, or opened another. */
  readonly escapes: number;
  readonly foreignRequests: number;
}

/** Runs in a page: stands by itself. Says through the console, which is heard of hidden windows too. */
function plant(canary: string): void {
  Object.assign(window, { [canary]: () => console.error(`${canary} RAN`) });
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`${canary} VIOLATION ${event.violatedDirective} ${event.blockedURI}`);
  });
}

const isForeign = (url: string) => !/^(?:app|blob|data):/u.test(url);

/** Plants the canary in the window, and in every window that opens later. Call after the last reload. */
export async function watchExecutions(app: DrivenApp): Promise<() => Promise<ExecutionFigures>> {
  const { page } = app;
  const context = page.context();
  let dialogs = 0;
  let escapes = 0;
  const watch = (watched: Page) => {
    watched.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    watched.on('popup', () => {
      escapes += 1;
    });
    const { origin } = new URL(page.url());
    watched.on('framenavigated', (frame) => {
      if (frame.parentFrame() === null && frame.url() !== 'about:blank' && new URL(frame.url()).origin !== origin)
        escapes += 1;
    });
  };
  watch(page);
  context.on('page', watch);
  await context.addInitScript(plant, CANARY);
  await page.evaluate(plant, CANARY);
  const before = (await app.records()).problems.length;
  return async () => {
    const { problems, requests } = await app.records();
    const said = (word: string) =>
      problems.slice(before).filter(({ text }) => text.includes(`${CANARY} ${word}`)).length;
    return {
      executions: said('RAN'),
      violations: said('VIOLATION'),
      dialogs,
      escapes,
      foreignRequests: requests.filter(({ url, outcome }) => isForeign(url) || outcome !== 'served').length,
    };
  };
}
