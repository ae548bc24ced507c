// Starts and ends Chromium: one for windows that are seen, one without a screen for all others. Opens no listening socket.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from 'playwright-core';
import { hasDisplay } from '#tools/system/display.ts';
import { findChromium } from '#tools/system/find-chromium.ts';

/** No name and no address is ever looked up or reached (WebSockets too); Vite's own server is the exception. */
const FLAGS = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--disable-breakpad',
  '--disable-spell-checking',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,DialMediaRouteProvider,LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--disable-lcd-text',
  '--lang=ja',
];

/** Switches that the app appended before it was ready; Chromium takes the last of a name. */
export const appendedSwitches: string[] = [];

/** A clean end takes this long at most; what is left then ends with our pipe. */
const QUIT_LIMIT_MS = 5_000;

/** Whether windows can be seen by a person. */
export const isHeaded = !process.argv.includes('--headless') && hasDisplay();

function launchOptions(headless: boolean, more: readonly string[] = []): LaunchOptions {
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new Error('No Chromium, Chrome or Edge is installed (or name one in MIMAMORI_CHROMIUM).');
  }
  const isRoot = process.getuid?.() === 0;
  return {
    executablePath,
    headless,
    args: [...FLAGS, ...appendedSwitches, ...more, ...(isRoot ? ['--no-sandbox', '--test-type'] : [])],
    ignoreDefaultArgs: ['--enable-automation'],
    chromiumSandbox: !isRoot,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
}

let hidden: Promise<Browser> | undefined;
let seen: Promise<BrowserContext> | undefined;

/** The Chromium without a screen; starts with the first call. */
export function hiddenBrowser(): Promise<Browser> {
  hidden ??= chromium.launch(launchOptions(true));
  return hidden;
}

let profile: string | undefined;

/** A profile that lives as long as the app: it offers no translation (which would ask a server) and restores nothing. */
function makeProfile(): string {
  profile = mkdtempSync(join(tmpdir(), 'chromium-shell-'));
  mkdirSync(join(profile, 'Default'));
  const preferences = {
    translate: { enabled: false },
    credentials_enable_service: false,
    spellcheck: { dictionaries: [] },
  };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

/** The Chromium with windows; its first page is an app window (no address bar) that stays so within `origin`. */
export function seenContext(origin: string, size: { width: number; height: number }): Promise<BrowserContext> {
  const flags = [`--app=${origin}`, `--window-size=${size.width},${size.height}`];
  seen ??= chromium.launchPersistentContext(makeProfile(), {
    acceptDownloads: false,
    ...launchOptions(false, flags),
    viewport: null,
    env: { ...process.env, LANGUAGE: 'ja' },
  });
  return seen;
}

/** Another page in the Chromium with windows, for the shell's own questions. */
export async function seenPage(): Promise<Page> {
  const context = await seen;
  if (context === undefined) throw new Error('No window is open.');
  return context.newPage();
}

/** A page that has not been given to a window yet, or a new one. */
export async function takePage(context: BrowserContext, taken: WeakSet<Page>): Promise<Page> {
  const page = context.pages().find((candidate) => !taken.has(candidate)) ?? (await context.newPage());
  taken.add(page);
  return page;
}

/** Ends both. Their temporary profiles are deleted. */
export async function closeChromium(): Promise<void> {
  const closing = [hidden, seen].map(async (started) => (await started)?.close());
  const limit = new Promise<void>((resolve) => {
    setTimeout(resolve, QUIT_LIMIT_MS).unref();
  });
  await Promise.race([Promise.allSettled(closing), limit]);
  if (profile !== undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
}
