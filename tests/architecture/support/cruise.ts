// Runs the project's own dependency rules, over the real tree or over a small tree that a test writes into a temporary folder.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

export const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

/** Packages that a small tree finds installed: real ones are not needed to judge an import. */
const STUBBED = { dependencies: ['zod', 'drizzle-orm', 'better-sqlite3'], devDependencies: ['electron', 'react'] };
const STUBBED_KITS = ['@tanstack/react-table', 'react-aria-components'];

/** The rules and options of `.dependency-cruiser.mjs`. */
export const readOptions = (): Promise<ICruiseOptions> =>
  extractDepcruiseOptions(join(PROJECT, '.dependency-cruiser.mjs'));

async function run(options: ICruiseOptions, baseDir: string, folders: readonly string[]): Promise<ICruiseResult> {
  const { output } = await cruise([...folders], { ...options, baseDir }, { bustTheCache: true });
  if (typeof output === 'string') throw new Error('dependency-cruiser answered a text instead of a result.');
  return output;
}

let project: Promise<ICruiseResult> | null = null;

/** Every import of the project, with what the rules say about it. Read once. */
export function cruiseProject(): Promise<ICruiseResult> {
  project ??= readOptions().then((options) => run(options, PROJECT, ['src', 'tools', 'tests']));
  return project;
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function writeTree(root: string, files: Readonly<Record<string, string>>): void {
  cpSync(join(PROJECT, 'package.json'), join(root, 'package.json'));
  for (const name of [...STUBBED.dependencies, ...STUBBED.devDependencies, ...STUBBED_KITS]) {
    write(root, `node_modules/${name}/package.json`, JSON.stringify({ name, version: '0.0.0', main: 'index.js' }));
    write(root, `node_modules/${name}/index.js`, '');
  }
  for (const [path, text] of Object.entries(files)) write(root, path, text);
}

/** Names of the rules that a small tree breaks, each with the file that breaks it: `rule: file`. */
export async function violationsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), 'mimamori-rules-'));
  try {
    writeTree(root, files);
    const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
    const { summary } = await run(await readOptions(), root, folders);
    return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
