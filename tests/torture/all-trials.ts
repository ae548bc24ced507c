// The trials in their order, and how they are run one after another. A trial that throws is a failure, never a silence.
import { bitRot } from './bit-rot.ts';
import { fullDisk } from './full-disk.ts';
import { hostileFiles } from './hostile-files.ts';
import { malformedCalls } from './malformed-calls.ts';
import { processDeath } from './process-death.ts';
import { exitCodeOf, lineOf, type Row, type Scale, type Trial } from './report.ts';

const TRIALS: readonly Trial[] = [processDeath, bitRot, hostileFiles, malformedCalls, fullDisk];

async function run(trial: Trial, scale: Scale): Promise<readonly Row[]> {
  const started = performance.now();
  console.log(`\n# ${trial.title} (${trial.name})`);
  let rows: readonly Row[];
  try {
    rows = await trial.rows(scale);
  } catch (error) {
    console.error(error);
    rows = [{ kind: 'zero', name: `${trial.name}, trials that broke off`, value: 1 }];
  }
  for (const row of rows) {
    console.log(lineOf(row));
  }
  console.log(`seconds: ${Math.round((performance.now() - started) / 1000)}`);
  return rows;
}

/** @returns the exit code: 0 well, 1 something failed, 2 something was not run. @throws Error for a name that no trial has. */
export async function runTrials(scale: Scale, only: readonly string[]): Promise<0 | 1 | 2> {
  const unknown = only.find((name) => !TRIALS.some((trial) => trial.name === name));
  if (unknown !== undefined) {
    throw new Error(`No trial is called ${unknown}. There are: ${TRIALS.map(({ name }) => name).join(', ')}.`);
  }
  const started = performance.now();
  const rows: Row[] = [];
  for (const trial of TRIALS.filter(({ name }) => only.length === 0 || only.includes(name))) {
    rows.push(...(await run(trial, scale)));
  }
  const verdicts = { 0: 'all is well', 1: 'FAILED', 2: 'nothing failed, but not everything was run' } as const;
  const code = exitCodeOf(rows);
  console.log(`\nminutes: ${((performance.now() - started) / 60_000).toFixed(1)}\nresult: ${verdicts[code]}`);
  return code;
}
