// 区のまとめ and whose a package is: by the id in its labels, not by a name that anybody may choose or change. Invented 地域.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readZipParts } from '#main/features/publications/zip-parts.ts';
import type { WardSummary } from '#shared/contract/ward.contract.ts';
import { HANDOUT } from '#tests/support/builders.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';
import { type MadePackage, makeWard, relabeled, writePackage } from '#tools/demo/invented-packages.ts';

const EVERYTHING = { personId: null, actor: null, kind: null, from: null, to: null, before: null, limit: 100 };

let ward: readonly MadePackage[];
/** Three months of 北部地域, each made safe as if it were the first. */
let forgetful: readonly MadePackage[];
beforeAll(async () => {
  ({ packages: ward } = await makeWard());
  ({ packages: forgetful } = await makeWard({ registers: ['北部地域'], isForgetful: true }));
}, 120_000);

let register: TestRegister;
afterEach(() => register.close());

type Placed = readonly [folder: string, made: MadePackage];

function stick(packages: readonly Placed[]): string {
  const folder = join(register.outbox, 'stick');
  for (const [name, made] of packages) writePackage(folder, made, name);
  return folder;
}

async function open(packages: readonly Placed[]): Promise<WardSummary> {
  register = await openTestRegister();
  register.dialogAnswers.push(stick(packages));
  return register.ok('ward.open', {});
}

const placed = (packages: readonly MadePackage[]) =>
  packages.map((made, index): Placed => [`${index} ${made.register}`, made]);
const sentences = ({ findings }: WardSummary, tone: 'error' | 'warning' | 'info') =>
  findings.filter((finding) => finding.tone === tone).map(({ sentence }) => sentence);
const named = ({ packages }: WardSummary) =>
  packages.map(({ registerName, formerNames, month }) => [registerName, formerNames.join(), month]);
const registersIn = ({ packages }: WardSummary) => new Set(packages.map(({ register: one }) => one)).size;

const without = (made: MadePackage, pattern: RegExp): MadePackage => {
  const labelsJson = made.labelsJson.replace(pattern, '');
  expect(labelsJson).not.toBe(made.labelsJson);
  return { ...made, labelsJson };
};

describe('a 地域 that took another name', () => {
  const renamed = (packages: readonly MadePackage[]) =>
    packages.map((made) => (made.index === 0 ? made : relabeled(made, { name: '中央地域' })));

  it('is one: its latest name is shown, the former one beside it, and no month of it is missing', async () => {
    const opened = await open(placed(renamed(ward.filter(({ register: name }) => name === '北部地域'))));
    expect(named(opened)).toEqual([
      ['中央地域', '北部地域', '2026-04'],
      ['中央地域', '北部地域', '2026-05'],
      ['中央地域', '北部地域', '2026-06'],
    ]);
    expect(opened.findings).toEqual([]);
    expect(opened.tables.flatMap(({ notes }) => notes).join()).not.toContain('この表がない地域');
  });

  it('does not hide a subtraction across the change: what its months tell together is found', async () => {
    await open(placed(renamed(forgetful)));
    const { verdict, findings, tables } = await register.ok('ward.check', {});
    expect(verdict?.isSafe).toBe(false);
    expect(verdict?.determined).toBeGreaterThan(0);
    expect(findings[0]?.sentence).toMatch(/^中央地域の「.+」（2026年.+）の.+は、＊なのに、/u);
    expect(tables).toEqual([]);
  });

  it('would hide it, were each name a 地域: the control', async () => {
    await open(placed(forgetful.map((made) => relabeled(made, { register: `${made.index}`, name: `${made.index}` }))));
    expect((await register.ok('ward.check', {})).verdict).toMatchObject({ isSafe: true, determined: 0 });
  });

  it('contradicts itself under any name, and is told by the one it has now', async () => {
    const [first] = (await makeWard({ seed: 5, months: 1, registers: ['北部地域'] })).packages;
    if (!first) throw new Error('no package');
    const [april, may] = ward.filter(({ register: name }) => name === '北部地域') as [MadePackage, MadePackage];
    const opened = await open(
      placed([april, relabeled(may, { name: '中央地域' }), relabeled(first, { name: '別名' })]),
    );
    expect(sentences(opened, 'error')[0]).toContain('中央地域の2026年4月分が2つあり、数字がちがいます');
    expect(opened.tables).toEqual([]);
  });

  it('is written out under its latest name, with the former one on the cover, and no id is anywhere', async () => {
    const opened = await open(placed(renamed(ward.slice(0, 3))));
    await register.ok('ward.check', {});
    const out = join(register.outbox, 'out');
    mkdirSync(out);
    register.dialogAnswers.push(out);
    await register.ok('ward.publish', { handout: HANDOUT });
    const files = readdirSync(out).map((name) => readFileSync(join(out, name)));
    const workbook = files.find((bytes) => bytes.subarray(0, 2).toString() === 'PK') ?? Buffer.alloc(0);
    const parts = [...readZipParts(workbook).values()].map((part) => Buffer.from(part).toString('utf8'));
    const texts = [...parts, ...files.map((bytes) => bytes.toString('utf8'))].join('\n');
    expect(texts).toContain('中央地域（旧：北部地域）');
    const [id = ''] = opened.packages.map((one) => one.register);
    expect(id).toMatch(/^[\da-f]{32}$/u);
    expect(texts).not.toContain(id);
    const trail = JSON.stringify(await register.ok('audit.list', EVERYTHING));
    expect(trail).toContain('ward.publish');
    for (const word of [id, '中央地域', '北部地域']) expect(trail).not.toContain(word);
  });
});

describe('two 地域 of one name', () => {
  const twins = () =>
    ward.flatMap((made) => {
      if (made.register === '中部地域') return [];
      return [relabeled(made, { name: made.register === '北部地域' ? '見本地域' : '見本 地域' })];
    });

  it('stay two, and are told apart by a mark that is the same whatever else is open', async () => {
    const opened = await open(placed(twins()));
    expect(opened.packages).toHaveLength(6);
    expect(registersIn(opened)).toBe(2);
    const names = [...new Set(opened.packages.map(({ registerName }) => registerName))];
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^見本 ?地域（台帳 [\da-f]{4}）$/u);
    expect(sentences(opened, 'error')).toEqual([]);
    expect(sentences(opened, 'warning')).toEqual([expect.stringContaining('同じ名前の地域が2つあります')]);
    expect(opened.tables[0]?.notes[0]).toBe(`入っている地域：${names.join('、')}。`);

    const [last] = opened.packages.slice(-1);
    const fewer = await register.ok('ward.leaveOut', { packageId: last?.id ?? '' });
    expect([...new Set(fewer.packages.map(({ registerName }) => registerName))]).toEqual(names);
    expect(sentences(fewer, 'warning').join()).toContain(`${last?.registerName}の2026年6月分がありません`);
  });

  it('are added up as two, and are safe: their counts are not mixed', async () => {
    const opened = await open(placed(twins()));
    const figuresOf = ({ tables }: WardSummary) =>
      tables
        .map(({ id, spanTitle, rows }) => {
          const cells = rows.flatMap((row) => row.cells.map(({ shown }) => shown));
          const sum = cells.reduce<number>((all, shown) => all + (shown === '＊' ? 0 : shown), 0);
          return [id, spanTitle, cells.length, sum].join(' ');
        })
        .toSorted();
    expect((await register.ok('ward.check', {})).verdict).toMatchObject({ isSafe: true, determined: 0 });
    register.close();
    const apart = await open(placed(ward.filter(({ register: name }) => name !== '中部地域')));
    expect(figuresOf(opened)).toEqual(figuresOf(apart));
  });
});

describe('an id that is not what it should be', () => {
  const FORMAT = 'mimamori-labels/2';

  it('labels of the earlier form are another version; labels without an id are not read', async () => {
    const [first, second, third] = ward as readonly [MadePackage, MadePackage, MadePackage];
    const earlier = without(first, /\n "register": .+/u).labelsJson.replace(FORMAT, 'mimamori-labels/1');
    const opened = await open([
      ['earlier', { ...first, labelsJson: earlier }],
      ['none', without(second, /\n "register": .+/u)],
      ['odd', { ...third, labelsJson: third.labelsJson.replace(/"register": "../u, '"register": "＊') }],
    ]);
    const errors = sentences(opened, 'error');
    expect(errors.find((one) => one.includes('「earlier」'))).toContain('ちがう版のアプリでつくられている');
    expect(errors.find((one) => one.includes('「none」'))).toContain('labels.json）を読み取れません');
    expect(errors.find((one) => one.includes('「odd」'))).toContain('labels.json）を読み取れません');
    expect(opened.packages).toEqual([]);
  });

  it('one publication that two 地域 claim is settled first', async () => {
    const [first] = ward as readonly [MadePackage];
    const opened = await open([
      ['a', first],
      ['b', relabeled(first, { register: '別の台帳' })],
    ]);
    expect(sentences(opened, 'error')).toEqual([expect.stringContaining('同じ集計なのに、ちがう地域のもの')]);
    expect(opened.findings[0]?.packages).toHaveLength(2);
    expect(opened.tables).toEqual([]);
    const left = await register.ok('ward.leaveOut', { packageId: opened.findings[0]?.packages[1]?.id ?? '' });
    expect(sentences(left, 'error')).toEqual([]);
  });

  it('a package under the id of another 地域 contradicts it', async () => {
    const april = ward.filter(({ index }) => index === 0);
    const [north, middle] = april as [MadePackage, MadePackage];
    const opened = await open(placed([north, relabeled(middle, { register: '北部地域' })]));
    expect(registersIn(opened)).toBe(1);
    expect(sentences(opened, 'error').join()).toContain('数字がちがいます');
    expect(opened.tables).toEqual([]);
  });

  it('without labels a package is nobody’s: a folder that is called like a 地域 does not join it', async () => {
    const own = ward.filter(({ register: name, index }) => name === '北部地域' && index < 2);
    register = await openTestRegister();
    const folder = stick(own.map((made): Placed => [made.index === 0 ? '北部地域' : 'b', made]));
    rmSync(join(folder, '北部地域', 'labels.json'));
    register.dialogAnswers.push(folder);
    const opened = await register.ok('ward.open', {});
    expect(registersIn(opened)).toBe(2);
    expect(opened.packages.map(({ registerName }) => registerName)).toEqual([
      expect.stringMatching(/^北部地域（フォルダの名前）$/u),
      expect.stringMatching(/^北部地域（台帳 [\da-f]{4}）$/u),
    ]);
    expect(sentences(opened, 'warning').join()).toContain('ほかの月と合わせた確認もできません');
  });
});
