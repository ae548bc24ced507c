// Every way in which a page can reach a server, tried one after another; and a server on this machine that knows which of them arrived.
import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright/test';

export interface Listener {
  readonly port: number;
  /** Names of the ways that arrived. */
  readonly arrived: Set<string>;
  close(): Promise<void>;
}

/** HTTP and UDP on one port of this machine alone. Takes everything. */
export async function listen(page = ''): Promise<Listener> {
  const arrived = new Set<string>();
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1).split('?')[0] ?? '';
    if (name !== '') arrived.add(name);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', name === '' ? 'text/html' : 'text/plain');
    response.end(name === '' ? page : '');
  });
  // A TURN message over TCP is no HTTP: the server tells so.
  server.on('clientError', (_error, socket) => {
    arrived.add('webrtc over tcp');
    socket.destroy();
  });
  server.on('upgrade', (request, socket) => {
    arrived.add((request.url ?? '/').slice(1));
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  const datagrams = createSocket('udp4').on('message', () => arrived.add('webrtc'));
  await new Promise<void>((resolve) => {
    datagrams.bind(port, '127.0.0.1', () => resolve());
  });
  return {
    port,
    arrived,
    async close() {
      datagrams.close();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

export const WAYS = [
  'fetch',
  'xhr',
  'beacon',
  'websocket',
  'eventsource',
  'image',
  'script',
  'stylesheet',
  'import',
  'background',
  'font',
  'video',
  'iframe',
  'object',
  'form',
  'prefetch',
  'preload',
  'modulepreload',
  'worker',
  'webrtc',
  'webrtc over tcp',
] as const;

/** Tries all of them, and waits until each had the time that it needs in a page where it is allowed. */
export const tryWaysOut = (page: Page, port: number): Promise<void> =>
  page.evaluate(async (to) => {
    const at = (name: string) => `http://127.0.0.1:${to}/${name}`;
    const put = (tag: string, values: Readonly<Record<string, string>>): HTMLElement => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
      document.body.append(element);
      return element;
    };
    const careful = (work: () => unknown) => {
      try {
        void Promise.resolve(work()).catch(() => undefined);
      } catch {
        // Refused at once: as it should be.
      }
    };
    const submit = () => {
      put('iframe', { name: 'sink' });
      const form = put('form', { action: at('form'), target: 'sink' }) as HTMLFormElement;
      form.submit();
    };
    const peer = async (server: RTCIceServer) => {
      const connection = new RTCPeerConnection({ iceServers: [server] });
      connection.createDataChannel('x');
      await connection.setLocalDescription(await connection.createOffer());
    };
    const ways: readonly (() => unknown)[] = [
      () => fetch(at('fetch'), { mode: 'no-cors' }),
      () => {
        const request = new XMLHttpRequest();
        request.open('GET', at('xhr'));
        request.send();
      },
      () => navigator.sendBeacon(at('beacon'), 'x'),
      () => new WebSocket(at('websocket').replace('http', 'ws')),
      () => new EventSource(at('eventsource')),
      () => put('img', { src: at('image') }),
      () => put('script', { src: at('script') }),
      () => put('link', { rel: 'stylesheet', href: at('stylesheet') }),
      () => import(at('import')),
      () => (put('div', {}).style.background = `url(${at('background')})`),
      () => new FontFace('x', `url(${at('font')})`).load(),
      () => put('video', { src: at('video') }),
      () => put('iframe', { src: at('iframe') }),
      () => put('object', { data: at('object') }),
      submit,
      () => put('link', { rel: 'prefetch', href: at('prefetch') }),
      () => put('link', { rel: 'preload', as: 'image', href: at('preload') }),
      () => put('link', { rel: 'modulepreload', href: at('modulepreload') }),
      () => new Worker(URL.createObjectURL(new Blob([`importScripts('${at('worker')}')`]))),
      () => peer({ urls: `stun:127.0.0.1:${to}` }),
      () => peer({ urls: `turn:127.0.0.1:${to}?transport=tcp`, username: 'x', credential: 'x' }),
      () => put('link', { rel: 'dns-prefetch', href: '//canary.example.com' }),
    ];
    for (const way of ways) careful(way);
    await new Promise((resolve) => {
      setTimeout(resolve, 2500);
    });
  }, port);
