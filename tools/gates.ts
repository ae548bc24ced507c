// `npm run check` and `npm test`: runs every check one after another, each even when an earlier one failed, and ends with a summary.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

const TEST: readonly Step[] = [
  { name: 'system', run: ['tools/system/ensure.ts'] },
  ...CHECK,
  { name: 'build', run: ['electron-vite:electron-vite', 'build', '--logLevel', 'warn'] },
  { name: 'tests', run: ['vitest:vitest', 'run'] },
  {
    name: 'end-to-end tests',
    run: ['playwright:playwright', 'test', '--config', 'tests/e2e/playwright.config.ts'],
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

function perform({ name, run: [command, ...values] }: Step): Outcome {
  console.log(`\n=== ${name}`);
  const started = performance.now();
  const { status, error } = spawnSync(process.execPath, [scriptOf(command), ...values], {
    cwd: PROJECT,
    stdio: 'inherit',
  });
  if (error) console.error(error.message);
  return { name, state: status === 0 ? 'ok' : 'FAILED', seconds: (performance.now() - started) / 1000 };
}

function performAll(steps: readonly Step[]): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    const isPossible = !outcomes.some(({ name, state }) => name === step.needs && state !== 'ok');
    outcomes.push(isPossible ? perform(step) : { name: step.name, state: 'left out', seconds: 0 });
  }
  return outcomes;
}

const suite = process.argv[2] ?? '';
const steps = SUITES[suite];
if (steps === undefined) throw new Error(`Say which: ${Object.keys(SUITES).join(', ')}.`);
const outcomes = performAll(steps);
console.log(`\n=== summary of ${suite}`);
for (const { name, state, seconds } of outcomes) {
  console.log(`${state.padEnd(9)} ${name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s`);
}
const failed = outcomes.filter(({ state }) => state !== 'ok');
console.log(failed.length === 0 ? 'All is well.' : `Not well: ${failed.map(({ name }) => name).join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
