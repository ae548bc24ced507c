// The one origin that the app's pages have. Nothing else is ever loaded.

export const SCHEME = 'app';
const HOST = 'register';

/** Address of the page; a route goes behind the `#`. */
export const PAGE_URL = `${SCHEME}://${HOST}/index.html`;

export function isOwnUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${SCHEME}:` && host === HOST;
}

export const isOwnPage = (url: string) => isOwnUrl(url) && url.split('#')[0] === PAGE_URL;
