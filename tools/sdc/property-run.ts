// `npm run sdc:properties`: the promises at full counts, on invented wards: random publications and whole years at k = 3, 5, 10. Takes long.

import type { History, TidyFiles } from '#main/disclosure-control/publication-model.ts';
import { startSolver } from '#main/disclosure-control/solver.ts';
import { attackIntervals } from './attack/intervals.ts';
import { outsiderKnowledge } from './attack/knowledge.ts';
import { parseExport } from './attack/read-export.ts';
import { failedWitnesses } from './failed-witnesses.ts';
import { consultationTable, defaultPack, diceOf, inventWard, monthAt, WARD_SOURCES } from './invented-ward.ts';
import { studyTables } from './matching-attack.ts';
import { type PublishedMonth, publishMonths } from './twelve-months.ts';

const option = (name: string, otherwise: number): number => {
  const given = process.argv.find((one) => one.startsWith(`--${name}=`));
  return given === undefined ? otherwise : Number(given.slice(name.length + 3));
};
const publications = option('publications', 1_000);
const years = option('years', 3);
const months = option('months', 12);
const seeds = option('seeds', 200);
const K = [3, 5, 10] as const;

const solver = await startSolver();

interface Loss {
  readonly hidden: number;
  readonly determined: number;
  readonly below: number;
}

const NOTHING: Loss = { hidden: 0, determined: 0, below: 0 };
const plus = (a: Loss, b: Loss): Loss => ({
  hidden: a.hidden + b.hidden,
  determined: a.determined + b.determined,
  below: a.below + b.below,
});

/** What a stranger makes of the files, with a solver set-up of their own. */
async function attack(files: readonly TidyFiles[], k: number): Promise<Loss> {
  const knowledge = outsiderKnowledge(files.map(({ cellsCsv, factsJson }) => parseExport(cellsCsv, factsJson)));
  const intervals = await attackIntervals(knowledge, k, false);
  const found = knowledge.targets.map(({ row }) => intervals.get(row) ?? { least: 0, most: 0 });
  return {
    hidden: found.length,
    determined: found.filter(({ least, most }) => least === most).length,
    below: found.filter(({ least, most }) => least > 0 && most < k).length,
  };
}

/** The same publication with nothing but the small figures hidden: the control. */
function onlyPrimary({ outcome, request }: PublishedMonth): TidyFiles | null {
  if (!outcome.ok) return null;
  const cells = outcome.record.tables.flatMap((table) => table.cells);
  const lines = outcome.files.cellsCsv.split('\n').map((line, index) => {
    const cell = cells[index - 1];
    if (index === 0 || cell === undefined) return line;
    return line.replace(/[^,]*$/u, cell.value > 0 && cell.persons < request.parameters.k ? '＊' : String(cell.value));
  });
  return { ...outcome.files, cellsCsv: lines.join('\n') };
}

const SHAPES = [
  ['district', 'field'],
  ['category', 'field'],
  ['district', 'category'],
  ['district'],
  ['category'],
] as const;

/** Some neighbouring districts as one, by chance. */
function someDistricts(dice: () => number) {
  const [{ values = [] } = {}] = WARD_SOURCES[0].dimensions;
  const from = Math.floor(dice() * 10);
  return [{ name: 'merged', values: values.slice(from, from + 2 + Math.floor(dice() * 3)) }];
}

/** One random publication: one or two tables of a ward of random size, every third with districts as one in one of the tables. */
async function randomPublication(number: number) {
  const dice = diceOf(number);
  const k = K[number % 3] ?? 5;
  const ward = inventWard(
    {
      seed: number,
      consultations: 40 + Math.floor(dice() * 500),
      visits: 1,
      residents: 100 + Math.floor(dice() * 900),
    },
    1,
  );
  const shapes = SHAPES.filter(() => dice() < 0.4).slice(0, 2);
  const chosen = shapes.length === 0 ? [SHAPES[0]] : shapes;
  const districts = someDistricts(dice);
  const isMerged = dice() < 1 / 3;
  const merged = isMerged ? chosen.findIndex((dimensions) => dimensions[0] === 'district') : -1;
  const pack = () =>
    chosen.map((dimensions, index) => ({
      ...consultationTable(`t${index}`, [monthAt(0)], dimensions),
      ...(index === merged ? { groups: { district: districts } } : {}),
    }));
  for (const month of publishMonths(solver, ward, pack, 1, k)) {
    if (!month.outcome.ok)
      return {
        refused: month.outcome.refusal.code,
        loss: NOTHING,
        primary: NOTHING,
        witnesses: 0,
        failed: 0,
        isMerged: false,
      };
    const control = onlyPrimary(month);
    return {
      refused: null,
      loss: await attack([month.outcome.files], k),
      primary: control === null ? NOTHING : await attack([control], k),
      ...failedWitnesses(month.history),
      isMerged: merged >= 0,
    };
  }
  throw new Error('no month');
}

const row = (name: string, value: string) => console.log(`${name}: ${value}`);
const words = ({ hidden, determined, below }: Loss) =>
  `${hidden} hidden, ${determined} determined, ${below} provably below k`;

async function randomPublications(): Promise<boolean> {
  let loss = NOTHING;
  let primary = NOTHING;
  let witnesses = 0;
  let failed = 0;
  let merged = 0;
  const refusals = new Map<string, number>();
  for (let number = 1; number <= publications; number += 1) {
    const one = await randomPublication(number);
    loss = plus(loss, one.loss);
    primary = plus(primary, one.primary);
    witnesses += one.witnesses;
    failed += one.failed;
    merged += one.isMerged ? 1 : 0;
    if (one.refused !== null) refusals.set(one.refused, (refusals.get(one.refused) ?? 0) + 1);
    if (number % 100 === 0) row(`  after ${number} publications`, words(loss));
  }
  row(
    'random publications',
    `${publications}, ${merged} with values as one, refused ${JSON.stringify(Object.fromEntries(refusals))}`,
  );
  row('protected', words(loss));
  row('witnesses', `${witnesses}, failed ${failed}`);
  row('control, primary suppression alone', words(primary));
  return loss.determined + loss.below + failed === 0;
}

async function year(k: number, number: number, isTogether: boolean) {
  const ward = inventWard({ seed: 100 * k + number }, months);
  const files: TidyFiles[] = [];
  const refused: string[] = [];
  let history: History = { records: [], head: null };
  for (const month of publishMonths(solver, ward, defaultPack, months, k, isTogether)) {
    if (month.outcome.ok) files.push(month.outcome.files);
    else refused.push(`${month.index + 1} ${month.outcome.refusal.code}`);
    history = month.history;
  }
  return {
    loss: await attack(files, k),
    refused,
    ...(isTogether ? failedWitnesses(history) : { witnesses: 0, failed: 0 }),
  };
}

async function wholeYears(): Promise<boolean> {
  let isClean = true;
  for (const k of K) {
    for (let number = 1; number <= years; number += 1) {
      const { loss, refused, witnesses, failed } = await year(k, number, true);
      const told = refused.length === 0 ? 'no month refused' : `refused: ${refused.join(', ')}`;
      row(`year ${number}, k = ${k}`, `${words(loss)}; ${witnesses} witnesses, ${failed} failed; ${told}`);
      isClean &&= loss.determined + loss.below + failed === 0;
    }
    const alone = await year(k, 1, false);
    row(`control, each month alone, k = ${k}`, words(alone.loss));
  }
  return isClean;
}

/** The matching attack on every small table of the study. */
function matching(): boolean {
  let hidden = 0;
  const recovered: string[] = [];
  let tables = 0;
  for (const { number, most, attack: found, ...table } of studyTables(seeds)) {
    tables += 1;
    hidden += table.hidden;
    recovered.push(
      ...found.recovered.map((cell) => `${number}/${most} ${cell}${found.isWhole ? '' : ' (not all tables tried)'}`),
    );
  }
  row(
    'matching attack',
    `${recovered.length} of ${hidden} hidden cells, ${tables} tables, ${seeds} seeds: ${recovered.join('; ')}`,
  );
  return recovered.length === 0;
}

const outcomes = [
  publications > 0 ? await randomPublications() : true,
  years > 0 ? await wholeYears() : true,
  seeds > 0 ? matching() : true,
];
row('verdict', outcomes.every(Boolean) ? 'nothing recovered, no witness failed' : 'NOT CLEAN');
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
