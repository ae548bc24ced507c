// Which world each part of the source is compiled for: no page types in main, no Node types in the page, neither in shared.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from './support/cruise.ts';

interface World {
  readonly lib?: readonly string[];
  readonly types?: readonly string[];
}

function worldOf(folder: string): World {
  const text = readFileSync(join(PROJECT, folder, 'tsconfig.json'), 'utf8');
  return (JSON.parse(text) as { readonly compilerOptions: World }).compilerOptions;
}

const hasPage = ({ lib = [] }: World) => lib.some((name) => name.startsWith('DOM'));
const hasNode = ({ types = [] }: World) => types.some((name) => name === 'node' || name.startsWith('electron'));

test.each([
  { folder: 'src/shared', page: false, node: false },
  { folder: 'src/preload', page: false, node: false },
  { folder: 'src/main', page: false, node: true },
  { folder: 'src/renderer', page: true, node: false },
])('$folder is compiled for its own world', ({ folder, page, node }) => {
  const world = worldOf(folder);
  expect({ page: hasPage(world), node: hasNode(world) }).toEqual({ page, node });
});

test('what no configuration names is not let in by default', () => {
  const base = JSON.parse(readFileSync(join(PROJECT, 'tsconfig.base.json'), 'utf8')) as { compilerOptions: World };
  expect(base.compilerOptions.types).toEqual([]);
});
