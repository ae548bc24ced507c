// What an outsider can work out of opened packages: nothing where they were made under one history, and what leaks is found.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Solver, startSolver } from '#main/disclosure-control/solver.ts';
import { type CheckedPackage, checkAsOutsider, type WardFact } from '#main/features/ward/outsider-check.ts';
import { checkInWorker } from '#main/features/ward/outsider-in-worker.ts';
import { type MadePackage, type MadeWard, makeWard } from '#tools/demo/invented-packages.ts';
import { attackIntervals } from '#tools/sdc/attack/intervals.ts';
import { outsiderKnowledge } from '#tools/sdc/attack/knowledge.ts';
import { parseExport } from '#tools/sdc/attack/read-export.ts';

const K = 5;
let solver: Solver;
let ward: MadeWard;
let forgetful: MadeWard;
beforeAll(async () => {
  solver = await startSolver();
  ward = await makeWard();
  forgetful = await makeWard({ registers: ['北部地域'], isForgetful: true });
}, 120_000);

const checked = ({ register, cellsCsv, factsJson }: MadePackage, k = K): CheckedPackage => ({
  register,
  k,
  files: { cellsCsv, factsJson },
});
const all = () => ward.packages.map((made) => checked(made));
const check = (packages: readonly CheckedPackage[], wardFacts: readonly WardFact[] = []) =>
  checkAsOutsider(solver, packages, wardFacts, () => {});

/** The first ＊ of a table, with what it really is. */
function hiddenCell(index: number, table: string) {
  const cells = ward.packages[index]?.record.tables.find(({ definition }) => definition.id === table)?.cells ?? [];
  const found = cells.find(({ state }) => state === 'hidden');
  if (!found) throw new Error('nothing is hidden there');
  return { cell: Object.values(found.values).join(','), value: found.value };
}

describe('packages of three registers and three months', () => {
  it('give away no hidden figure', () => {
    const verdict = check(all());
    expect(verdict).toMatchObject({ determined: [], belowK: [], uncertain: [], contradicting: [], newFacts: 0 });
    expect(verdict.hidden).toBeGreaterThan(500);
  });

  it('are checked alike in a thread of its own, which says how far it is', async () => {
    const seen: number[] = [];
    const verdict = await checkInWorker(
      { packages: all().slice(0, 3), wardFacts: [] },
      { onProgress: (done) => seen.push(done) },
    );
    expect(verdict).toEqual(check(all().slice(0, 3)));
    expect(seen.length).toBeGreaterThan(0);
  });

  it('get no verdict from a thread that is stopped, or that cannot read them', async () => {
    const stopped = new AbortController();
    const running = checkInWorker({ packages: all(), wardFacts: [] }, { signal: stopped.signal });
    stopped.abort();
    expect(await running).toBeNull();
    const files = { cellsCsv: '', factsJson: '{' };
    expect(await checkInWorker({ packages: [{ register: 'x', k: K, files }], wardFacts: [] })).toBeNull();
  });
});

describe('control: a leak is found', () => {
  it('between months that were protected without knowing of each other, and the attack program finds the same', async () => {
    const packages = forgetful.packages.map((made) => checked(made));
    const verdict = check(packages);
    const exports = forgetful.packages.map(({ cellsCsv, factsJson }) => parseExport(cellsCsv, factsJson));
    const knowledge = outsiderKnowledge(exports);
    const intervals = [...(await attackIntervals(knowledge, K, true))];
    const found = intervals.filter(([, { least, most }]) => least === most || (most < K && least > 0));
    const places = new Set(found.map(([row]) => row));
    expect(places.size).toBeGreaterThan(0);
    const named = knowledge.targets.filter(({ row }) => places.has(row)).map(({ table, cell }) => `${table} ${cell}`);
    const ours = [...verdict.determined, ...verdict.belowK].map(
      ({ package: index, table, cell }) => `${exports[index]?.publication} ${table} ${cell.replaceAll(',', ' × ')}`,
    );
    expect(ours.toSorted()).toEqual(named.toSorted());
    // Each month by itself gives nothing away.
    for (const one of packages) expect(check([one])).toMatchObject({ determined: [], belowK: [] });
  });

  it('in a figure of the ward that says more than the packages do', () => {
    const { cell, value } = hiddenCell(0, 'month-category-field');
    const shown = ward.packages.findIndex(
      ({ register }, index) => index > 0 && register !== ward.packages[0]?.register,
    );
    const [line = ''] = (ward.packages[shown]?.cellsCsv ?? '')
      .split('\n')
      .filter((one) => /,month-category-field,.*,\d+$/u.test(one));
    const [, , , , first = '', second = '', , figure = ''] = line.split(',');
    const leak: WardFact = {
      pieces: [
        { package: 0, table: 'month-category-field', cell },
        { package: shown, table: 'month-category-field', cell: `${first},${second}` },
      ],
      lo: value + Number(figure),
      hi: value + Number(figure),
    };
    const verdict = check(all(), [leak]);
    expect(verdict.newFacts).toBe(1);
    expect(verdict.determined).toContainEqual(leak.pieces[0]);
  });

  it('in a total that its parts do not add up to', () => {
    const [first] = ward.packages;
    if (!first) throw new Error('no package');
    const raise = (text: string, pattern: RegExp) =>
      text.replace(pattern, (_, head: string, figure: string) => `${head}${Number(figure) + 1}`);
    const cellsCsv = raise(first.cellsCsv, /(month-district-field,events,計,計,,)(\d+)/u);
    const facts = JSON.parse(first.factsJson) as { facts: { table: string; where: object; lo: number; hi: number }[] };
    const total = facts.facts.find(
      ({ table, where }) => table === 'month-district-field' && Object.keys(where).length === 0,
    );
    if (!total) throw new Error('no total');
    total.lo += 1;
    total.hi += 1;
    const verdict = check([checked({ ...first, cellsCsv, factsJson: JSON.stringify(facts) }), ...all().slice(1)]);
    expect(verdict.contradicting).toEqual([first.register]);
  });
});

it('a ＊ that a package for another recipient shows is a finding too: everybody may talk to everybody', async () => {
  const { packages } = await makeWard({ registers: ['北部地域'], months: 1, k: 10 });
  const [open] = ward.packages;
  const [closed] = packages;
  if (!open || !closed) throw new Error('no packages');
  expect(check([checked(open), checked(closed, 10)]).determined.length).toBeGreaterThan(0);
}, 60_000);
