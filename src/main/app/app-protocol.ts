// Serves the built renderer at `app://register/`, with its security headers. Never serves a file outside that folder.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Session } from 'electron';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { isOwnUrl, SCHEME } from './origin.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};

export interface RendererSource {
  /** Folder of the built renderer. */
  readonly folder: string;
  /** Vite's server during development, which is then asked instead of the folder. */
  readonly developerOrigin: string | null;
}

interface Content {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** Makes the session know our origin, and nothing besides it. */
export function serveRenderer(session: Session, source: RendererSource): void {
  session.protocol.handle(SCHEME, async (request) => {
    const content = isOwnUrl(request.url) && request.method === 'GET' ? await read(request.url, source) : null;
    return content === null ? new Response('', { status: 404 }) : respond(content, source.developerOrigin);
  });
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isAllowed(details.url, source.developerOrigin) });
  });
}

function isAllowed(url: string, developerOrigin: string | null): boolean {
  if (isOwnUrl(url)) return true;
  if (developerOrigin === null) return false;
  const { protocol, host } = new URL(url);
  return protocol === 'devtools:' || (protocol === 'ws:' && host === new URL(developerOrigin).host);
}

function read(url: string, { folder, developerOrigin }: RendererSource): Promise<Content | null> {
  const { pathname, search } = new URL(url);
  return developerOrigin === null
    ? readBuilt(folder, pathname)
    : readFromVite(`${developerOrigin}${pathname}${search}`);
}

async function readBuilt(folder: string, pathname: string): Promise<Content | null> {
  const path = normalize(join(folder, decodePath(pathname)));
  const type = TYPES[extname(path)];
  if (type === undefined || !path.startsWith(folder + sep)) return null;
  try {
    return { body: new Uint8Array(await readFile(path)), type };
  } catch {
    return null;
  }
}

/** An address that cannot be decoded names no file. */
function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}

async function readFromVite(url: string): Promise<Content | null> {
  const answer = await fetch(url);
  if (!answer.ok) return null;
  return { body: new Uint8Array(await answer.arrayBuffer()), type: answer.headers.get('content-type') ?? '' };
}

function respond({ body, type }: Content, developerOrigin: string | null): Response {
  const nonce = randomBytes(16).toString('base64url');
  const isPage = type.startsWith('text/html');
  return new Response(isPage ? withNonce(body, nonce) : body, {
    headers: {
      'content-type': type,
      'content-security-policy': contentSecurityPolicy(nonce, developerOrigin),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    },
  });
}

/** The kit looks for the nonce of its own style element in this tag. */
function withNonce(page: Uint8Array, nonce: string): string {
  return new TextDecoder().decode(page).replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`);
}
