// `npm run migration:snapshot`: brings drizzle-kit's newest snapshot up to the schema, for as long as the first migration may still change in
// place. Writes nothing else.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '..');
const DATABASE = join(PROJECT, 'src/main/platform/database');
const META = join(DATABASE, 'migrations/meta');

function newestSnapshot(): string {
  const newest = readdirSync(META)
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1);
  if (newest === undefined) throw new Error('there is no snapshot yet: run `npm run migration` first');
  return join(META, newest);
}

const path = newestSnapshot();
const scratch = mkdtempSync(join(tmpdir(), 'mimamori-snapshot-'));
try {
  const kit = join(PROJECT, 'node_modules/drizzle-kit/bin.cjs');
  const values = ['--dialect', 'sqlite', '--schema', './src/main/platform/database/schema/*.ts', '--out', scratch];
  const run = spawnSync(process.execPath, [kit, 'generate', ...values], { cwd: PROJECT, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  const { id, prevId } = JSON.parse(readFileSync(path, 'utf8'));
  const fresh = JSON.parse(readFileSync(join(scratch, 'meta/0000_snapshot.json'), 'utf8'));
  writeFileSync(path, `${JSON.stringify({ ...fresh, id, prevId }, null, 2)}\n`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
