// Gathers what the twenty points of Electron's security checklist are judged by: from inside the page, and from what the app told Electron.
import type { Page } from 'playwright/test';
import type { RequestRecord, WindowFacts } from '#tools/driven-app/driven-app.ts';

/** What a page finds when it tries. Everything here is harmless where it is allowed. */
export interface PageFacts {
  readonly address: string;
  readonly isSecureContext: boolean;
  readonly policy: string;
  /** Names that Node or Electron would have put there. */
  readonly powers: readonly string[];
  /** Keys of objects on `window` that reach to main. */
  readonly bridges: Readonly<Record<string, readonly string[]>>;
  /** Which ways of running a text as script worked. */
  readonly ran: readonly string[];
  readonly openedWindow: boolean;
  readonly granted: readonly string[];
  readonly isWebviewKnown: boolean;
  /** Answer to a call from an address of our own origin that is not the page. */
  readonly strangerAnswer: string;
}

/** Runs in the page: stands by itself. */
async function look(): Promise<PageFacts> {
  const here = window as unknown as Record<string, unknown>;
  const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'];
  const ran: string[] = [];
  here['noteRun'] = (way: string) => ran.push(way);
  const script = document.createElement('script');
  script.textContent = 'noteRun("inline script")';
  document.body.append(script);
  const link = document.createElement('a');
  link.setAttribute('onclick', 'noteRun("handler")');
  link.click();
  // In a turn of its own: what a test evaluates may use eval whatever the policy says.
  await new Promise<void>((resolve) => {
    setTimeout(() => {
      try {
        new Function('noteRun("eval")')();
      } catch {
        // Refused: as it should be.
      }
      resolve();
    });
  });
  delete here['noteRun'];
  script.remove();

  const states = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'].map(
    async (name) => {
      const status = await navigator.permissions.query({ name: name as PermissionName }).catch(() => null);
      return status?.state === 'granted' ? [name] : [];
    },
  );
  const bridges = Object.entries(here).filter(
    ([name, value]) =>
      ['register', 'ipcRenderer', 'electron'].includes(name) && typeof value === 'object' && value !== null,
  );
  const answer = await fetch('index.html').catch(() => null);

  const before = location.href;
  history.pushState(null, '', '?stranger');
  const call = (bridges[0]?.[1] as Record<string, (...values: unknown[]) => Promise<unknown>> | undefined) ?? {};
  const reach = call['call'] ?? call['invoke'];
  const strangerAnswer = JSON.stringify((await reach?.(call['call'] ? 'vault.status' : 'anything', {})) ?? null);
  history.replaceState(null, '', before);

  return {
    address: location.href,
    isSecureContext: window.isSecureContext,
    policy: answer?.headers.get('content-security-policy') ?? '',
    powers: names.filter((name) => name in here),
    bridges: Object.fromEntries(bridges.map(([name, value]) => [name, Object.keys(value as object).sort()])),
    ran,
    openedWindow: window.open('https://example.com/') !== null,
    granted: (await Promise.all(states)).flat(),
    isWebviewKnown: 'getWebContentsId' in document.createElement('webview'),
    strangerAnswer,
  };
}

export const lookFromInside = (page: Page): Promise<PageFacts> => page.evaluate(look);

export interface HardeningFacts {
  readonly page: PageFacts;
  readonly windows: readonly WindowFacts[];
  readonly requests: readonly RequestRecord[];
  /** Text of everything that is shipped, by path. */
  readonly sources: Readonly<Record<string, string>>;
  /** The version that is packed, and the days since it was published where that is known. */
  readonly electronMajor: number;
  /** As electron-builder.yml sets them. */
  readonly fuses: Readonly<Record<string, boolean>>;
}
