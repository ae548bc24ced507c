// The last lines of `npm test` name what failed: samples that fail on purpose, run by the real runners with our reporters.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAILURES_FILE, type Failure, linesOf, readFailures } from '#tools/gates/failure-list.ts';

const PROJECT = join(import.meta.dirname, '../../..');
const NODE_MODULES = join(PROJECT, 'node_modules');

const FAILING = `import { expect, it, describe } from 'RUNNER';
it('holds', () => expect(1).toBe(1));
describe('a sample', () => {
  it('fails on purpose', () => { throw new Error('the first line\\nand a second'); });
});
`;
const LATE = `import { it } from 'vitest';
it('ends before its promise', () => { void Promise.reject(new Error('nobody waited for this')); });
`;

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'mimamori-gates-'));
  symlinkSync(NODE_MODULES, join(root, 'node_modules'), 'junction');
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Runs a runner over these files in a folder of their own, as the gates do. */
async function failuresOf(
  name: string,
  command: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<readonly Failure[]> {
  const folder = join(root, name);
  mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  const kept = join(root, `${name}.failures`);
  // A run of its own: nothing of the runner that runs this test.
  const own = Object.entries(process.env).filter(([key]) => !/^(?:VITEST|TEST|NODE_ENV|JEST|PW|PLAYWRIGHT)/u.test(key));
  const [script = '', ...values] = command;
  const child = spawn(process.execPath, [join(NODE_MODULES, script), ...values], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...Object.fromEntries(own), [FAILURES_FILE]: kept },
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  expect(code).toBe(Object.keys(files).some((file) => file.startsWith('good')) ? 0 : 1);
  return readFailures(kept);
}

const vitest = ['vitest/vitest.mjs', 'run', '--reporter', join(PROJECT, 'tools/gates/vitest-reporter.ts')];
const playwright = ['playwright/cli.js', 'test', '--reporter', join(PROJECT, 'tools/gates/playwright-reporter.ts')];

describe('what failed in vitest', () => {
  it('is named with its file, its titles and the first line of its error', async () => {
    const files = { 'bad.test.ts': FAILING.replace('RUNNER', 'vitest') };
    expect(linesOf(await failuresOf('vitest-bad', vitest, files))).toEqual([
      'x bad.test.ts > a sample > fails on purpose',
      '    Error: the first line',
    ]);
  });

  it('is named too when a file cannot be loaded, or an error belongs to no test', async () => {
    const files = { 'broken.test.ts': "throw new Error('not even loaded');\n", 'late.test.ts': LATE };
    const lines = linesOf(await failuresOf('vitest-odd', vitest, files));
    expect(lines).toEqual([
      'x broken.test.ts',
      '    Error: not even loaded',
      expect.stringContaining('outside every test'),
      '    Error: nobody waited for this',
    ]);
  });

  it('is nothing when nothing failed', async () => {
    const files = { 'good.test.ts': "import { it } from 'vitest';\nit('holds', () => {});\n" };
    expect(await failuresOf('vitest-good', vitest, files)).toEqual([]);
  });
});

describe('what failed in Playwright', () => {
  it('is named with its file and line, its titles and the first line of its error', async () => {
    const text = FAILING.replace('it, describe', 'test as it').replace('RUNNER', 'playwright/test');
    const files = { 'bad.spec.ts': text.replace('describe(', 'it.describe(') };
    expect(linesOf(await failuresOf('playwright-bad', playwright, files))).toEqual([
      'x bad.spec.ts:4 > a sample > fails on purpose',
      '    Error: the first line',
    ]);
  });

  it('is named too when a file cannot be loaded', async () => {
    const files = { 'broken.spec.ts': "throw new Error('not even loaded');\n" };
    const lines = linesOf(await failuresOf('playwright-broken', playwright, files));
    expect(lines.slice(0, 2)).toEqual(['x outside every test', '    Error: not even loaded']);
  });

  it('is nothing when nothing failed', async () => {
    const files = { 'good.spec.ts': "import { test } from 'playwright/test';\ntest('holds', () => {});\n" };
    expect(await failuresOf('playwright-good', playwright, files)).toEqual([]);
  });
});

describe('the list', () => {
  const many = (count: number) => Array.from({ length: count }, (_, n) => ({ test: `t ${n}`, message: 'm' }));

  it('has at most twenty lines, and says how many more there are', () => {
    expect(linesOf(many(10))).toHaveLength(20);
    const cut = linesOf(many(31));
    expect(cut).toHaveLength(19);
    expect(cut.at(-1)).toBe('  and 22 more');
  });

  it('shows a message without its colours, and says when there is none', () => {
    const lines = linesOf([
      { test: 'a', message: '\n\u001b[31mred\u001b[39m' },
      { test: 'b', message: '' },
    ]);
    expect(lines).toEqual(['x a', '    red', 'x b', '    without a message']);
  });
});
