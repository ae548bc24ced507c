// How a text is cut into passages that can be blackened one by one.
import { describe, expect, it } from 'vitest';
import { passagesOf } from '#shared/model/blackening.ts';

describe('a text cut into passages', () => {
  it.each([
    'ひとつ。ふたつ！みっつ？',
    '「大丈夫。」と言った。\n\n次の行',
    '。。。\n',
    '',
    '終わりのない文',
    '①左\n②右\r\n③',
  ])('is the same text when they are put together: %j', (text) => {
    expect(passagesOf(text).join('')).toBe(text);
  });

  it('has one a sentence and one a line', () => {
    expect(passagesOf('ひとつ。ふたつ！\nみっつ')).toEqual(['ひとつ。', 'ふたつ！\n', 'みっつ']);
  });
});
