// `npm run torture`: runs the trials of docs/threat-model.md with counts that need minutes, prints `name: value` rows, and fails when one
// count is not zero or one control did not fire. `-- --long` for the full counts, `-- --only <name>` for one trial.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const PROJECT = join(import.meta.dirname, '../..');

const { values } = parseArgs({
  options: { long: { type: 'boolean', default: false }, only: { type: 'string', multiple: true, default: [] } },
});

// The register's modules take their migrations as text, which only a bundler gives them.
const { module } = await runnerImport<typeof import('./all-trials.ts')>(join(PROJECT, 'tests/torture/all-trials.ts'), {
  root: PROJECT,
  configFile: false,
  logLevel: 'error',
});
process.exitCode = await module.runTrials(values.long ? 'long' : 'short', values.only);
