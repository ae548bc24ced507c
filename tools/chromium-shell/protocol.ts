// Electron's `protocol`: the app's own schemes, which Chromium sees as secure https origins that exist nowhere else.
import type { CustomScheme, Protocol } from 'electron';
import type { Route } from 'playwright-core';

type Handler = (request: Request) => Response | Promise<Response>;
type Surface = 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled';

/** Schemes belong to the app as a whole, their handlers to one session. */
const schemes = new Set<string>();

export class ShellProtocol implements Pick<Protocol, Surface> {
  readonly #handlers = new Map<string, Handler>();

  registerSchemesAsPrivileged(customSchemes: CustomScheme[]): void {
    for (const { scheme } of customSchemes) schemes.add(scheme);
  }

  handle(scheme: string, handler: Handler): void {
    if (!schemes.has(scheme)) throw new Error(`Register the scheme '${scheme}' as privileged first.`);
    if (this.#handlers.has(scheme)) throw new Error(`The scheme '${scheme}' is handled already.`);
    this.#handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    this.#handlers.delete(scheme);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme);
  }

  handlerFor(url: string): Handler | undefined {
    return this.#handlers.get(url.slice(0, url.indexOf(':')));
  }
}

/** `app://register/x` -> `https://register.app.invalid/x`; other addresses stay as they are. */
export function toChromium(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/u.exec(url) ?? [];
  return schemes.has(scheme) ? `https://${host}.${scheme}.invalid${rest === '' ? '/' : rest}` : url;
}

/** The way back: what the app knows an address as. */
export function toApp(url: string): string {
  const [, host = '', scheme = '', rest = ''] = /^https:\/\/([^/?#]*)\.([a-z0-9+-]+)\.invalid(.*)$/u.exec(url) ?? [];
  return schemes.has(scheme) ? `${scheme}://${host}${rest}` : url;
}

/** Answers a request of the page with what the app's handler returns: status, headers (the CSP among them) and body. */
export async function serve(route: Route, url: string, handler: Handler): Promise<void> {
  const asked = route.request();
  const body = asked.postDataBuffer();
  const request = new Request(url, {
    method: asked.method(),
    headers: asked.headers(),
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
  const response = await handler(request);
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}
