// The trials in their order, and how they are run one after another. A trial that throws is a failure, never a silence.
import { bitRot } from './bit-rot.ts';
import { canaries } from './canaries.ts';
import { erasure } from './erasure.ts';
import { formulas } from './formulas.ts';
import { fsyncBeforeAcknowledgement } from './fsync-before-acknowledgement.ts';
import { fullDisk } from './full-disk.ts';
import { guessing } from './guessing.ts';
import { hostileFiles } from './hostile-files.ts';
import { malformedCalls } from './malformed-calls.ts';
import { migrationKills } from './migration-kills.ts';
import { olderRegister } from './older-register.ts';
import { processDeath } from './process-death.ts';
import { recoveryCodes } from './recovery-codes.ts';
import { exitCodeOf, lineOf, type Row, type Scale, type Trial, zero } from './report.ts';
import { restoreDrills } from './restore-drills.ts';
import { rotationKills } from './rotation-kills.ts';

const TRIALS: readonly Trial[] = [
  processDeath,
  fsyncBeforeAcknowledgement,
  fullDisk,
  canaries,
  bitRot,
  olderRegister,
  restoreDrills,
  migrationKills,
  rotationKills,
  recoveryCodes,
  erasure,
  hostileFiles,
  formulas,
  malformedCalls,
  guessing,
];

async function run(trial: Trial, scale: Scale): Promise<readonly Row[]> {
  const started = performance.now();
  console.log(`\n# ${trial.title} (${trial.name})`);
  let rows: readonly Row[];
  try {
    rows = await trial.rows(scale);
  } catch (error) {
    console.error(error);
    rows = [zero(`${trial.name}, broken off`, 1)];
  }
  for (const row of rows) {
    console.log(lineOf(row));
  }
  console.log(`seconds: ${Math.round((performance.now() - started) / 1000)}`);
  return rows;
}

const VERDICTS = { 0: 'all is well', 1: 'FAILED', 2: 'nothing failed, but not everything was run' } as const;

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
  const code = exitCodeOf(rows);
  const failed = rows.filter((row) => exitCodeOf([row]) === 1).length;
  console.log(`\nrows: ${rows.length}\nfailed: ${failed}`);
  console.log(`minutes: ${((performance.now() - started) / 60_000).toFixed(1)}\nresult: ${VERDICTS[code]}`);
  return code;
}
