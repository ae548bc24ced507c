// `npm run sdc:bench`: how many cells are hidden against the proved optimum, and how long the parts take. Prints `name: value` rows.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSolver } from '#main/disclosure-control/solver.ts';
import { consultationTable, defaultPack, inventWard, monthAt } from './invented-ward.ts';
import { comparePatterns } from './pattern-cost.ts';
import { publishMonths } from './twelve-months.ts';

const option = (name: string, otherwise: number): number => {
  const given = process.argv.find((one) => one.startsWith(`--${name}=`));
  return given === undefined ? otherwise : Number(given.slice(name.length + 3));
};
const months = option('months', 12);
const seconds = option('seconds', 60);
const onto = process.argv.find((one) => one.startsWith('--out='))?.slice(6);

const solver = await startSolver();
const row = (name: string, value: string) => console.log(`${name}: ${value}`);

/** Ratio of weights, greedy with clean-up to bound; of two-way tables the optimum itself is what the app uses. */
function ratios(): void {
  const shapes = [
    ['district', 'category'],
    ['district', 'field'],
    ['category', 'field'],
    ['district', 'category', 'field'],
  ];
  for (const dimensions of shapes) {
    for (const k of [3, 5, 10]) {
      const [part] = comparePatterns(solver, inventWard({ seed: 7 }, 1), dimensions, k, seconds * 1_000);
      if (part === undefined) continue;
      const { greedy, optimal, bound, isProved, unmet, greedyCells, optimalCells, greedyMs, optimalMs } = part;
      const used = dimensions.length < 3 && optimal !== null ? optimal : greedy;
      row(
        `${dimensions.join(' x ')}, k = ${k}`,
        `used ${(used / bound).toFixed(3)} x the ${isProved ? 'proved optimum' : 'proved bound'}, greedy ${(greedy / bound).toFixed(3)} x; ` +
          `cells ${greedyCells} greedy, ${optimalCells ?? '-'} optimal, ${unmet} needs that nothing meets; ${greedyMs.toFixed(0)} ms, ${optimalMs.toFixed(0)} ms`,
      );
    }
  }
}

function singleTable(): void {
  const pack = () => [consultationTable('single', [monthAt(0)], ['district', 'category'])];
  for (const { seconds: wall, processorSeconds } of publishMonths(solver, inventWard({ seed: 7 }, 1), pack, 1, 5)) {
    row('single two-way table', `${wall.toFixed(2)} s, processor ${processorSeconds.toFixed(2)} s`);
  }
}

function year(): void {
  for (const { index, outcome, seconds: wall, processorSeconds } of publishMonths(
    solver,
    inventWard({ seed: 7 }, months),
    defaultPack,
    months,
    5,
  )) {
    const name = `default pack, month ${index + 1}`;
    if (!outcome.ok) {
      row(name, `refused ${outcome.refusal.code}: ${outcome.refusal.detail}`);
      continue;
    }
    const { times, hidden, nonZero, rounds, isOptimal } = outcome.statistics;
    const parts = Object.entries(times)
      .map(([part, ms]) => `${part} ${(ms / 1_000).toFixed(2)}`)
      .join(', ');
    const shape = `hidden ${hidden} of ${nonZero}, ${rounds} rounds, ${isOptimal ? 'optimal' : 'greedy in part'}`;
    row(name, `${wall.toFixed(1)} s, processor ${processorSeconds.toFixed(1)} s (${parts}); ${shape}`);
    if (onto === undefined) continue;
    const folder = join(onto, monthAt(index));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'cells.csv'), outcome.files.cellsCsv);
    writeFileSync(join(folder, 'facts.json'), outcome.files.factsJson);
  }
}

if (!process.argv.includes('--no-ratios')) ratios();
singleTable();
year();
