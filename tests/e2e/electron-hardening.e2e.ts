// Electron's security checklist, one test a point, on the real app; and each point again on an app that breaks it: the control.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chooseBackend } from '#tools/driven-app/choose-backend.ts';
import { findElectron } from '#tools/system/electron-binary.ts';
import { processTree, procText } from '#tools/system/process-tree.ts';
import { readFiles } from '../architecture/support/project-files.ts';
import { type AppUnderTest, expect, test } from './support/app-fixture.ts';
import { type HardeningFacts, lookFromInside } from './support/hardening-facts.ts';
import { isElectron, ONLY_ELECTRON } from './support/only-electron.ts';
import { CHECKLIST } from './support/security-checklist.ts';

const shipped = () => Object.fromEntries(readFiles('src', /\.(tsx?|html)$/u).map(({ path, text }) => [path, text]));

function fusesOf(configuration: string): Readonly<Record<string, boolean>> {
  const [, block = ''] = /^electronFuses:\n((?: {2}.*\n)+)/mu.exec(configuration) ?? [];
  return Object.fromEntries(
    [...block.matchAll(/^ {2}(\w+): (true|false)$/gmu)].map(([, name, value]) => [name, value === 'true']),
  );
}

function pinnedElectron(): number {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  return Number(/^\d+/u.exec(devDependencies['electron'] ?? '')?.[0]);
}

async function gather(app: AppUnderTest): Promise<HardeningFacts> {
  const requests = [...(await app.requests())];
  const page = await lookFromInside(app.page);
  return {
    page,
    requests,
    windows: await app.windowFacts(),
    sources: shipped(),
    electronMajor: pinnedElectron(),
    fuses: fusesOf(readFileSync('electron-builder.yml', 'utf8')),
  };
}

const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

const expectBlocked = (app: AppUnderTest) => app.expectProblem(/Content Security Policy|violates|script/iu);

test.describe('the app', () => {
  for (const { number, title, problems } of CHECKLIST) {
    test(`${number}. ${title}`, async ({ app }) => {
      expectBlocked(app);
      const facts = await gather(app);
      expect(facts.windows.length).toBeGreaterThan(0);
      expect(problems(facts)).toEqual([]);
    });
  }

  test('and what the checklist does not name: memory only, no spell checker, nothing kept or captured', async ({
    app,
  }) => {
    for (const {
      isSessionPersistent,
      isSpellChecked,
      isContentProtected,
      preferences,
      handlers,
    } of await app.windowFacts()) {
      expect({ isSessionPersistent, isSpellChecked, isContentProtected }).toEqual({
        isSessionPersistent: false,
        isSpellChecked: false,
        isContentProtected: true,
      });
      expect(preferences).toMatchObject({ spellcheck: false, navigateOnDragDrop: false });
      expect(handlers?.isDownloadKept ?? false).toBe(false);
    }
    const text = Object.values(shipped()).join('\n');
    expect(text).not.toMatch(/crashReporter|addRecentDocument|setAsDefaultProtocolClient/u);
    const dialogs = text.match(/properties: \[[^\]]*\]/gu) ?? [];
    expect(dialogs.length).toBeGreaterThan(2);
    expect(dialogs.filter((properties) => !properties.includes('dontAddToRecent'))).toEqual([]);
  });
});

test.describe('an app that breaks the rules (positive control)', () => {
  test.use({ appFolder: fileURLToPath(new URL('./support/careless-app', import.meta.url)) });

  /** What no app of ours can be made to do, said by hand. */
  const invented = (facts: HardeningFacts): HardeningFacts => ({
    ...facts,
    page: { ...facts.page, address: 'file:///x.html', openedWindow: true },
    requests: [...facts.requests, { url: 'http://example.com/x.js', outcome: 'refused' }],
    sources: { 'x.ts': "shell.openExternal(url); '<webview allowpopups>'" },
    electronMajor: 30,
    fuses: { runAsNode: true },
  });

  test('is found by every point of the checklist', async ({ app }) => {
    app.expectProblem(/./u);
    const facts = await gather(app);
    const unseen = CHECKLIST.filter(({ problems }) => problems(invented(facts)).length === 0);
    expect(unseen.map(({ number, title }) => `${number}. ${title}`)).toEqual([]);
    // Without the invented part, these are found in the running app itself.
    const seen = CHECKLIST.filter(({ problems }) => problems(facts).length > 0).map(({ number }) => number);
    expect(seen).toEqual(expect.arrayContaining([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 17, 20]));
    expect(facts.windows[0]).toMatchObject({ isContentProtected: false, isSpellChecked: true });
  });
});

test.describe('what only Electron can show', () => {
  // biome-ignore lint/suspicious/noSkippedTests: the output names each of them as not run, in its first lines.
  test.skip(!isElectron(), `not run in ${chooseBackend().name}`);

  test(ONLY_ELECTRON.world, async ({ app, page }) => {
    app.expectProblem(/./u);
    const answer = await page.evaluate(async () => {
      const { register } = window as unknown as {
        register: { call(name: string, input: unknown): Promise<{ ok: boolean }> };
      };
      // In one world, the preload would now be without its own tools.
      Object.assign(Array.prototype, { map: null });
      Object.assign(Reflect, { apply: null });
      return (await register.call('vault.status', {})).ok;
    });
    expect(answer).toBe(true);
  });

  test(ONLY_ELECTRON.sandbox, ({ app }) => {
    // biome-ignore lint/suspicious/noSkippedTests: Chromium itself has no sandbox for root.
    test.skip(process.platform !== 'linux' || process.getuid?.() === 0, 'looked up in /proc, and never for root');
    const pages = processTree(app.pid).filter((pid) => procText(pid, 'cmdline').includes('--type=renderer'));
    expect(pages.length).toBeGreaterThan(0);
    for (const pid of pages) expect(procText(pid, 'status')).toMatch(/^Seccomp:\s2$/mu);
    // The control: the main process has none.
    expect(procText(app.pid, 'status')).toMatch(/^Seccomp:\s0$/mu);
  });

  test(ONLY_ELECTRON.fuses, () => {
    const binary = findElectron() ?? '';
    const bytes = readFileSync(binary);
    const wire = bytes.indexOf(FUSE_SENTINEL) + FUSE_SENTINEL.length;
    // Version of the wire, then how many: a fuse that is new in a new Electron must be decided upon.
    expect([...bytes.subarray(wire, wire + 2)]).toEqual([
      1,
      Object.keys(fusesOf(readFileSync('electron-builder.yml', 'utf8'))).length,
    ]);
  });
});
