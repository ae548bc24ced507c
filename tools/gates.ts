// `npm run check` and `npm test`: runs every check one after another, each even when an earlier one failed, and ends with a summary whose
// last lines name the tests that failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FAILURES_FILE, linesOf, readFailures } from './gates/failure-list.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

interface Step {
  readonly name: string;
  /** A script of this project, or the command of a package that is installed here. */
  readonly run: readonly [string, ...string[]];
  /** Name of a step without which this one says nothing. */
  readonly needs?: string;
}

interface Outcome {
  readonly name: string;
  readonly state: 'ok' | 'FAILED' | 'left out';
  readonly seconds: number;
}

const CHECK: readonly Step[] = [
  { name: 'format and lint', run: ['@biomejs/biome:biome', 'ci', '--error-on-warnings'] },
  { name: 'types', run: ['typescript:tsc', '-b'] },
  {
    name: 'dependency rules',
    run: ['dependency-cruiser:depcruise', 'src', 'tools', 'tests', '--config', '.dependency-cruiser.mjs'],
  },
  { name: 'unused code', run: ['knip:knip', '--no-config-hints'] },
];

const E2E_REPORTERS = `list,${join(PROJECT, 'tools/gates/playwright-reporter.ts')}`;

const TEST: readonly Step[] = [
  { name: 'system', run: ['tools/system/ensure.ts'] },
  ...CHECK,
  { name: 'build', run: ['electron-vite:electron-vite', 'build', '--logLevel', 'warn'] },
  {
    name: 'tests',
    run: ['vitest:vitest', 'run', '--reporter', 'default', '--reporter', './tools/gates/vitest-reporter.ts'],
  },
  {
    name: 'end-to-end tests',
    run: ['playwright:playwright', 'test', '--config', 'tests/e2e/playwright.config.ts', '--reporter', E2E_REPORTERS],
    needs: 'build',
  },
];

const SUITES: Readonly<Record<string, readonly Step[]>> = { check: CHECK, test: TEST };

/** Path of a command's script; the same on every system, without a shell. */
function scriptOf(command: string): string {
  const [name = '', bin = ''] = command.split(':');
  if (bin === '') return join(PROJECT, command);
  const folder = join(PROJECT, 'node_modules', name);
  const described = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly bin: string | Readonly<Record<string, string>>;
  };
  return join(folder, typeof described.bin === 'string' ? described.bin : (described.bin[bin] ?? ''));
}

function perform({ name, run: [command, ...values] }: Step, failuresFile: string): Outcome {
  console.log(`\n=== ${name}`);
  const started = performance.now();
  const { status, error } = spawnSync(process.execPath, [scriptOf(command), ...values], {
    cwd: PROJECT,
    stdio: 'inherit',
    env: { ...process.env, [FAILURES_FILE]: failuresFile },
  });
  if (error) console.error(error.message);
  return { name, state: status === 0 ? 'ok' : 'FAILED', seconds: (performance.now() - started) / 1000 };
}

function performAll(steps: readonly Step[], failuresFile: string): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    const isPossible = !outcomes.some(({ name, state }) => name === step.needs && state !== 'ok');
    outcomes.push(isPossible ? perform(step, failuresFile) : { name: step.name, state: 'left out', seconds: 0 });
  }
  return outcomes;
}

const suite = process.argv[2] ?? '';
const steps = SUITES[suite];
if (steps === undefined) throw new Error(`Say which: ${Object.keys(SUITES).join(', ')}.`);
const scratch = mkdtempSync(join(tmpdir(), 'mimamori-gates-'));
const failuresFile = join(scratch, 'failures');
const outcomes = performAll(steps, failuresFile);
const failures = readFailures(failuresFile);
rmSync(scratch, { recursive: true, force: true });
console.log(`\n=== summary of ${suite}`);
for (const { name, state, seconds } of outcomes) {
  console.log(`${state.padEnd(9)} ${name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s`);
}
const failed = outcomes.filter(({ state }) => state !== 'ok');
console.log(failed.length === 0 ? 'All is well.' : `Not well: ${failed.map(({ name }) => name).join(', ')}.`);
for (const line of linesOf(failures)) console.log(line);
process.exitCode = failed.length === 0 ? 0 : 1;
