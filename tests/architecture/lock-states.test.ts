// The document of the lock's states names the states and the operations that the code has, and no others.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import type { Contract } from '#shared/contract/operation.ts';
import { PROJECT } from './support/cruise.ts';

const text = readFileSync(join(PROJECT, 'docs/lock-states.md'), 'utf8');

/** Words in backticks between two marks; of a table, those of the first column. */
function wordsIn(document: string, mark: string): readonly string[] {
  const part = document.split(`<!-- ${mark} -->`)[1]?.split(`<!-- /${mark} -->`)[0] ?? '';
  const isTable = part.trimStart().startsWith('|');
  return [...part.matchAll(isTable ? /^\| `([^`]+)`/gmu : /`([^`]+)`/gu)].map(([, word = '']) => word);
}

const WHILE_LOCKED = Object.entries(contract satisfies Contract).flatMap(([feature, operations]) =>
  Object.entries(operations as Contract[string])
    .filter(([, { whileLocked }]) => whileLocked)
    .map(([name]) => `${feature}.${name}`),
);

describe('docs/lock-states.md', () => {
  test('names the states that the vault has', () => {
    expect(wordsIn(text, 'states')).toEqual(contract.vault.status.output.shape.state.options);
  });

  test('names what answers while the register is locked', () => {
    expect(wordsIn(text, 'while-locked').toSorted()).toEqual(WHILE_LOCKED.toSorted());
  });

  test('is read: a state or an operation less would be seen', () => {
    const poorer = text.replace('| `missing` |', '| |').replace('`vault.unlock`', '');
    expect(wordsIn(poorer, 'states')).not.toContain('missing');
    expect(wordsIn(poorer, 'while-locked')).not.toContain('vault.unlock');
  });
});
