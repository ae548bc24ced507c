// The Content-Security-Policy of every page: own scripts, styles and fonts, and nothing else. No inline script, ever.

/**
 * @param nonce marks the one style element that the interface kit writes itself; fresh for each page.
 * @param developerOrigin Vite's server (`http://localhost:5173`) during development; `null` in the built app.
 */
export function contentSecurityPolicy(nonce: string, developerOrigin: string | null): string {
  const developerSocket = developerOrigin?.replace(/^http/u, 'ws');
  const directives = {
    'default-src': ["'none'"],
    // Vite puts its hot-reload prelude into the page as an inline script.
    'script-src': developerOrigin === null ? ["'self'"] : ["'self'", "'unsafe-inline'"],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    'font-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'connect-src': developerSocket === undefined ? ["'self'"] : ["'self'", developerSocket],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
