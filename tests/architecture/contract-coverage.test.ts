// Every operation of the contract and every way to refuse is exercised by some test, by its name.
import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '#shared/contract/errors.ts';
import { contract } from '#shared/contract/index.ts';
import { readFiles } from './support/project-files.ts';

const OPERATIONS = Object.entries(contract).flatMap(([feature, operations]) =>
  Object.keys(operations).map((operation) => `${feature}.${operation}`),
);

/** Text of all tests that run something: those of architecture only read. */
const testsText = (): string =>
  readFiles('tests', /\.(test|e2e)\.tsx?$/u)
    .filter(({ path }) => !path.startsWith('tests/architecture/'))
    .map(({ text }) => text)
    .join('\n');

const unmentioned = (names: readonly string[], text: string): readonly string[] =>
  names.filter((name) => !text.includes(`'${name}'`));

describe('each is exercised', () => {
  test('every operation', () => {
    expect(OPERATIONS.length).toBeGreaterThan(40);
    expect(unmentioned(OPERATIONS, testsText())).toEqual([]);
  });

  test('every error code', () => {
    expect(unmentioned(ERROR_CODES, testsText())).toEqual([]);
  });

  test('and one that no test names is found', () => {
    expect(unmentioned(['people.get', 'people.vanish'], "await ok('people.get', {})")).toEqual(['people.vanish']);
  });
});
