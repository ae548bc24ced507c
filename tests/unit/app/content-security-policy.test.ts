import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '#main/app/content-security-policy.ts';

const directivesOf = (policy: string) =>
  new Map(policy.split('; ').map((line) => [line.split(' ')[0], line.split(' ').slice(1)]));

test('the built app allows its own files and nothing else, above all no inline script', () => {
  const directives = directivesOf(contentSecurityPolicy('abc', null));
  expect(directives.get('default-src')).toEqual(["'none'"]);
  expect(directives.get('script-src')).toEqual(["'self'"]);
  expect(directives.get('style-src')).toEqual(["'self'", "'nonce-abc'"]);
  expect(directives.get('connect-src')).toEqual(["'self'"]);
  for (const name of ['base-uri', 'form-action', 'frame-ancestors', 'object-src']) {
    expect(directives.get(name)).toEqual(["'none'"]);
  }
});

test('no policy, not even that of development, allows eval or a foreign host', () => {
  for (const origin of [null, 'http://localhost:5173']) {
    const policy = contentSecurityPolicy('abc', origin);
    expect(policy).not.toMatch(/unsafe-eval|https:|\*/u);
  }
});

test('development may reach the socket of its own server', () => {
  const directives = directivesOf(contentSecurityPolicy('abc', 'http://localhost:5173'));
  expect(directives.get('connect-src')).toEqual(["'self'", 'ws://localhost:5173']);
});
