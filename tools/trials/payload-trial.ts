// Tries to make the register run a text that stands in it: seeds every hostile text, opens every screen and paper, counts what ran.
import type { Page } from 'playwright-core';
import type { DrivenApp } from '#tools/driven-app/driven-app.ts';
import { type ExecutionFigures, watchExecutions } from './execution-watch.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { closeMonth, type Seeded, seedTexts } from './payload-seeding.ts';

export interface PayloadFigures extends ExecutionFigures {
  readonly payloads: number;
  readonly stored: number;
  readonly refused: number;
  readonly screens: number;
  readonly papers: number;
  readonly operations: ReadonlySet<string>;
}

export interface PayloadRequest {
  readonly step: number;
  readonly deep: number;
  readonly texts?: readonly string[];
}

const SCREENS = [
  '/',
  '/people',
  '/people/new',
  '/consultations',
  '/consultations/new',
  '/meetings',
  '/reports',
  '/closings',
  '/ward',
  '/import',
];
const MORE_SCREENS = ['/settings', '/supporters', '/audit', '/handouts', '/keys', '/disposal'];
/** Once a month is closed: what comes next, and the first step of its summary. */
const AFTER_THE_CLOSING = ['/closings', '/reports', '/reports/new'];

/** Runs in the page: brings every row of a long list past the eye, as only what is seen is drawn. */
async function scrollThrough(): Promise<void> {
  const frame = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => resolve(null));
    });
  for (const element of document.querySelectorAll('main, main *')) {
    for (let last = -1; element.scrollTop !== last && element.scrollHeight > element.clientHeight + 4; ) {
      last = element.scrollTop;
      element.scrollTop += Math.max(element.clientHeight, 200);
      await frame();
    }
  }
}

/** Runs in the page: waits until nothing has changed in it for a while. */
const untilSettled = () =>
  new Promise<void>((resolve) => {
    const quiet = 200;
    let timer = setTimeout(resolve, quiet);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        observer.disconnect();
        resolve();
      }, quiet);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });

/** @throws Error for a paper that says it failed. */
async function open(page: Page, route: string): Promise<void> {
  const isPaper = route.startsWith('/print/');
  await page.evaluate((to) => {
    location.hash = to;
  }, route);
  await page.evaluate(untilSettled);
  const set = page.locator(isPaper ? 'html[data-paper]' : 'main h1').first();
  await set.waitFor({ state: 'attached' });
  if (isPaper && (await set.getAttribute('data-paper')) !== 'ready') throw new Error(`${route} failed`);
  await page.evaluate(scrollThrough);
}

/** `deep`: how many of the records are opened one by one. */
function routesOf(seeded: Seeded, deep: number): { screens: readonly string[]; papers: readonly string[] } {
  const some = <Value>(all: readonly Value[]) => {
    const step = Math.max(1, Math.ceil(all.length / deep));
    return all.filter((_each, index) => index % step === 0);
  };
  return {
    screens: [
      ...SCREENS,
      ...MORE_SCREENS,
      ...some(seeded.people).flatMap((id) => [
        `/people/${id}`,
        `/people/${id}/edit`,
        `/people/${id}/disclosure`,
        `/disposal/review?people=["${id}"]`,
        `/audit?personId="${id}"`,
      ]),
      ...some(seeded.consultations).map((id) => `/consultations/${id}`),
      ...some(seeded.meetings).map((id) => `/meetings/${id}`),
    ],
    papers: [...some(seeded.meetings).map((id) => `/print/packet/${id}?firstCopy=1&copies=1`), '/print/loss'],
  };
}

/**
 * On an unlocked, empty register that stands on any screen of the frame.
 * @param step 1: every text into every field; more: see `seedTexts`.
 * @param deep how many people, consultations and meetings are opened one by one; all of them are in the lists in any case.
 */
export async function tryPayloads(
  app: DrivenApp,
  { step, deep, texts = HOSTILE_TEXTS }: PayloadRequest,
): Promise<PayloadFigures> {
  const figures = await watchExecutions(app);
  await open(app.page, '/import');
  const seeded = await seedTexts(app.page, texts, step);
  const { screens, papers } = routesOf(seeded, deep);
  for (const route of [...screens, ...papers]) await open(app.page, route);
  await closeMonth(app.page);
  for (const route of AFTER_THE_CLOSING) await open(app.page, route);
  await open(app.page, '/settings');
  return {
    payloads: texts.length,
    stored: seeded.stored,
    refused: seeded.refused,
    operations: seeded.operations,
    screens: screens.length + AFTER_THE_CLOSING.length,
    papers: papers.length,
    ...(await figures()),
  };
}
