// Electron's security checklist, point by point in its order and with its titles: what is wrong with an app by each. Nothing: it holds.
// https://www.electronjs.org/docs/latest/tutorial/security
import type { HardeningFacts } from './hardening-facts.ts';

export interface Point {
  readonly number: number;
  readonly title: string;
  readonly problems: (facts: HardeningFacts) => readonly string[];
}

const OLDEST_ELECTRON = 43;

/** Windows whose preference is not what it must be. Electron's own defaults count as said. */
const unlike = ({ windows }: HardeningFacts, name: string, wanted: unknown): readonly string[] =>
  windows.filter(({ preferences }) => preferences[name] !== wanted).map(() => `${name} is not ${wanted}`);

const saidAny = ({ windows }: HardeningFacts, ...names: readonly string[]): readonly string[] =>
  windows.flatMap(({ preferences }) => names.filter((name) => Boolean(preferences[name])));

/** Where a word stands in what is shipped. */
const placesOf = ({ sources }: HardeningFacts, word: RegExp): readonly string[] =>
  Object.entries(sources)
    .filter(([, text]) => word.test(text))
    .map(([path]) => path);

const isOwn = (url: string) => /^(?:app:|blob:|data:)/u.test(url);
const handlersOf = ({ windows }: HardeningFacts) => windows.flatMap(({ handlers }) => handlers ?? []);

const FUSES: Readonly<Record<string, boolean>> = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

export const CHECKLIST: readonly Point[] = [
  {
    number: 1,
    title: 'Only load secure content',
    problems: ({ page, requests }) => [
      ...(page.isSecureContext ? [] : ['the page is no secure context']),
      ...requests.filter(({ url, outcome }) => !(isOwn(url) && outcome === 'served')).map(({ url }) => url),
    ],
  },
  {
    number: 2,
    title: 'Do not enable Node.js integration for remote content',
    problems: (facts) => [
      ...unlike(facts, 'nodeIntegration', false),
      ...unlike(facts, 'nodeIntegrationInWorker', false),
      ...facts.page.powers,
    ],
  },
  { number: 3, title: 'Enable context isolation', problems: (facts) => unlike(facts, 'contextIsolation', true) },
  { number: 4, title: 'Enable process sandboxing', problems: (facts) => unlike(facts, 'sandbox', true) },
  {
    number: 5,
    title: 'Handle session permission requests from remote content',
    problems: (facts) => [
      ...facts.page.granted,
      ...handlersOf(facts).flatMap(({ requested, checked }) => [...requested, ...checked]),
    ],
  },
  { number: 6, title: 'Do not disable webSecurity', problems: (facts) => unlike(facts, 'webSecurity', true) },
  {
    number: 7,
    title: 'Define a Content Security Policy',
    problems: ({ page }) => [
      ...(page.policy.startsWith("default-src 'none'; script-src 'self';") ? [] : ['no strict policy in the header']),
      ...(/unsafe-(?:inline|eval)|\*|https?:/u.test(page.policy) ? ['the policy is loose'] : []),
      ...page.ran,
    ],
  },
  {
    number: 8,
    title: 'Do not enable allowRunningInsecureContent',
    problems: (facts) => unlike(facts, 'allowRunningInsecureContent', false),
  },
  {
    number: 9,
    title: 'Do not enable experimental features',
    problems: (facts) => saidAny(facts, 'experimentalFeatures'),
  },
  { number: 10, title: 'Do not use enableBlinkFeatures', problems: (facts) => saidAny(facts, 'enableBlinkFeatures') },
  {
    number: 11,
    title: 'Do not use allowpopups for WebViews',
    problems: (facts) => [...placesOf(facts, /allowpopups|<webview/u), ...saidAny(facts, 'webviewTag')],
  },
  {
    number: 12,
    title: 'Verify WebView options before creation',
    problems: (facts) => [
      ...handlersOf(facts).flatMap(({ letThrough }) => letThrough.filter((name) => name === 'will-attach-webview')),
      ...(facts.page.isWebviewKnown ? ['the page knows webviews'] : []),
    ],
  },
  {
    number: 13,
    title: 'Disable or limit navigation',
    problems: (facts) =>
      handlersOf(facts).flatMap(({ letThrough }) => letThrough.filter((name) => name !== 'will-attach-webview')),
  },
  {
    number: 14,
    title: 'Disable or limit creation of new windows',
    problems: (facts) => [
      ...handlersOf(facts).flatMap(({ newWindow }) => (newWindow === 'deny' ? [] : [newWindow])),
      ...(facts.page.openedWindow ? ['window.open opened one'] : []),
    ],
  },
  {
    number: 15,
    title: 'Do not use shell.openExternal with untrusted content',
    problems: (facts) => placesOf(facts, /openExternal/u),
  },
  {
    number: 16,
    title: 'Use a current version of Electron',
    problems: ({ electronMajor }) => (electronMajor >= OLDEST_ELECTRON ? [] : [`Electron ${electronMajor}`]),
  },
  {
    number: 17,
    title: 'Validate the sender of all IPC messages',
    problems: ({ page }) =>
      page.strangerAnswer === '{"ok":false,"error":{"code":"forbidden_sender"}}' ? [] : [page.strangerAnswer],
  },
  {
    number: 18,
    title: 'Avoid usage of the file:// protocol and prefer usage of custom protocols',
    problems: (facts) => [
      ...(new URL(facts.page.address).protocol === 'file:' ? ['the page is a file'] : []),
      ...facts.requests.filter(({ url }) => url.startsWith('file:')).map(({ url }) => url),
      ...placesOf(facts, /\.loadFile\(|['"`]file:\/\//u),
    ],
  },
  {
    number: 19,
    title: 'Check which fuses you can change',
    problems: ({ fuses }) =>
      Object.entries(FUSES).flatMap(([name, value]) => (fuses[name] === value ? [] : [`${name} is not ${value}`])),
  },
  {
    number: 20,
    title: 'Do not expose Electron APIs to untrusted web content',
    problems: (facts) => [
      ...Object.entries(facts.page.bridges).flatMap(([name, keys]) =>
        name === 'register' && keys.join() === 'call,onEvent' ? [] : [`${name}: ${keys.join()}`],
      ),
      ...(Object.keys(facts.page.bridges).length === 0 ? ['the bridge was not found'] : []),
    ],
  },
];
