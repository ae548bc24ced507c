import { expect, test } from 'vitest';
import { isOwnPage, isOwnUrl, PAGE_URL } from '#main/app/origin.ts';

test('the page and its routes are ours', () => {
  expect(isOwnPage(PAGE_URL)).toBe(true);
  expect(isOwnPage(`${PAGE_URL}#/people/1`)).toBe(true);
});

test.each([
  'https://register/index.html',
  'app://register.example/index.html',
  'app://registers/index.html',
  'app://user@evil/index.html',
  'file:///index.html',
  'about:blank',
  'javascript:alert(1)',
  'not an address',
  '',
])('%s is not ours', (url) => {
  expect(isOwnUrl(url)).toBe(false);
  expect(isOwnPage(url)).toBe(false);
});

test('another file at our origin may be fetched but is not the page that may call', () => {
  expect(isOwnUrl('app://register/assets/index.js')).toBe(true);
  expect(isOwnPage('app://register/assets/index.js')).toBe(false);
  expect(isOwnPage('app://register/index.html?x=1')).toBe(false);
});
