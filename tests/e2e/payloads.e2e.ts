// Script in a note: hostile texts stand in every field that takes text, every screen and paper is opened, and nothing of it is ever run.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { TEXT_FIELDS } from '#tools/trials/contract-texts.ts';
import { watchExecutions } from '#tools/trials/execution-watch.ts';
import { HOSTILE_TEXTS } from '#tools/trials/hostile-texts.ts';
import { tryPayloads } from '#tools/trials/payload-trial.ts';
import { createRegister, goTo } from './pages/gate.ts';
import { expect, test } from './support/app-fixture.ts';

/** Taken in, but shown nowhere and kept nowhere: passphrases, and names by which the trail is asked. */
const NEVER_SHOWN = /^(?:vault|backups)\.\w+\.(?:passphrase|current|next)$|^audit\.\w+\.actor$/u;

test('more than two hundred hostile texts in every field, on every screen and paper: none is run', async ({
  app,
  page,
}) => {
  test.setTimeout(600_000);
  // Its own name is a text too: it stands on every screen.
  await createRegister(page, `"><img src=x onerror=registerCanary()>`);
  const figures = await tryPayloads(app.driven, { step: 24, deep: 3, month: '2026-04' });
  console.log(
    `payloads: ${figures.payloads}, stored: ${figures.stored}, refused: ${figures.refused}, screens: ${figures.screens}, papers: ${figures.papers}, executions: ${figures.executions}`,
  );
  expect(figures.payloads).toBeGreaterThan(200);
  expect(figures.stored).toBeGreaterThan(figures.payloads * 3);
  expect(figures).toMatchObject({ executions: 0, violations: 0, dialogs: 0, escapes: 0, foreignRequests: 0 });
  const unfilled = TEXT_FIELDS.filter((field) => ![...figures.operations].some((name) => field.startsWith(`${name}.`)));
  expect(unfilled.filter((field) => !NEVER_SHOWN.test(field))).toEqual(['vault.create.coordinator']);

  await test.step('nor while the real papers are printed', async () => {
    // The shell asks a paper whether it is ready by a way that the policy reports as eval; Electron has another.
    app.expectProblem(/VIOLATION script-src eval/u);
    const papers = join(app.folder, 'papers');
    mkdirSync(papers, { recursive: true });
    const watched = await watchExecutions(app.driven);
    await goTo(page, '設定');
    await app.stubDialog({ paths: [join(papers, 'loss.pdf')] });
    await page.getByRole('button', { name: '説明書をつくる（PDF）' }).click();
    await expect(page.getByText('紛失時説明書ができました')).toBeVisible();
    expect(await watched()).toMatchObject({ executions: 0, dialogs: 0, escapes: 0, foreignRequests: 0 });
  });
});

test('a text that is run is seen, and so is one that the policy stops (positive control)', async ({ app, page }) => {
  app.expectProblem(/./u);
  await createRegister(page);
  const stopped = await watchExecutions(app.driven);
  await page.evaluate(
    (text) => document.body.insertAdjacentHTML('beforeend', text),
    '<img src=x onerror=registerCanary()>',
  );
  await expect.poll(async () => (await stopped()).violations).toBeGreaterThan(0);
  expect((await stopped()).executions).toBe(0);
});

test.describe('in an app that writes texts as HTML, without a policy', () => {
  test.use({ appFolder: 'tests/e2e/support/careless-app' });

  test('many of the hostile texts are run (positive control)', async ({ app, page }) => {
    app.expectProblem(/./u);
    const watched = await watchExecutions(app.driven);
    await page.evaluate((texts) => {
      for (const text of texts) document.body.append(document.createRange().createContextualFragment(text));
    }, HOSTILE_TEXTS);
    await expect.poll(async () => (await watched()).executions).toBeGreaterThan(20);
  });
});
