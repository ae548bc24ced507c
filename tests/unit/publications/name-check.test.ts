// Names on a paper that is about to be printed: found in every writing, not found where they only look like one. Invented names.
import { describe, expect, it } from 'vitest';
import { findNamesIn } from '#main/features/meetings/name-check.ts';

describe('looking for names in a text', () => {
  it.each([
    ['架空 髙子さんのその後', '架空 髙子'],
    ['架空高子さんのその後', '架空 髙子'],
    ['架空　髙子', '架空 髙子'],
    ['カクウさん宅のとなりの架 空 髙 子', '架空 髙子'],
    ['林一さんの見守り', '林 一'],
    ['林一様', '林 一'],
  ])('finds the name in 「%s」', (text, name) => {
    expect(findNamesIn(text, [name])).toEqual([name]);
  });

  it.each([
    ['小林一郎町会長', '林 一'],
    ['架空さんの件', '架空 髙子'],
    ['Aさんのその後', '架空 髙子'],
    ['', '架空 髙子'],
    ['何かの文', ' '],
  ])('finds none in 「%s」', (text, name) => {
    expect(findNamesIn(text, [name])).toEqual([]);
  });
});
