// `npm run sdc:attack -- FOLDER...`: a stranger with all exported files of all months tries to work out what was hidden.
import { attackIntervals } from './intervals.ts';
import { outsiderKnowledge } from './knowledge.ts';
import { readExports } from './read-export.ts';

const isFull = process.argv.includes('--full');
const folders = process.argv.slice(2).filter((one) => !one.startsWith('--'));
if (folders.length === 0) throw new Error('Say which folders: npm run sdc:attack -- FOLDER... [--full]');

const started = performance.now();
const exports = readExports(folders);
const k = Math.min(...exports.map((one) => one.k));
const knowledge = outsiderKnowledge(exports);
const intervals = await attackIntervals(knowledge, k, isFull);

console.log(`exports: ${exports.length}, facts: ${knowledge.rows.size}, k = ${k}`);
console.log('table | hidden | exactly determined | provably below k | narrowest interval');
const totals = { hidden: 0, determined: 0, below: 0 };
for (const [table, targets] of Map.groupBy(knowledge.targets, (target) => target.table)) {
  const found = targets.map(({ row, cell }) => ({ cell, ...(intervals.get(row) ?? { least: 0, most: 0 }) }));
  const isRounded = exports.some((one) =>
    one.tables.some(({ table: { id, mode } }) => mode === 'rounded' && `${one.publication} ${id}` === table),
  );
  const determined = found.filter(({ least, most }) => least === most);
  // A rounded figure says by itself that a number is small; what it must not give away is the number.
  const below = isRounded ? [] : found.filter(({ least, most }) => most < k && least > 0);
  const narrowest = Math.min(...found.map(({ least, most }) => most - least));
  totals.hidden += found.length;
  totals.determined += determined.length;
  totals.below += below.length;
  console.log(
    `${table}${isRounded ? ' (rounded)' : ''} | ${found.length} | ${determined.length} | ${below.length} | ${narrowest}`,
  );
  for (const { cell, least, most } of new Set([...determined, ...below])) console.log(`  ${cell}: ${least} to ${most}`);
}
console.log(`all | ${totals.hidden} | ${totals.determined} | ${totals.below}`);
console.log(`seconds: ${((performance.now() - started) / 1000).toFixed(1)}`);
if (totals.determined + totals.below > 0) process.exitCode = 1;
