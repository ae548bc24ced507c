// Hostile packages: hundreds of spoiled folders. Each is refused as a whole, and nothing of it is taken; a good one is read.
import { beforeAll, describe, expect, it } from 'vitest';
import { FlawedPackage, type PackageTexts, readPackage } from '#main/features/ward/read-package.ts';
import { WardDesk } from '#main/features/ward/ward-desk.ts';
import { type MadePackage, makeWard } from '#tools/demo/invented-packages.ts';
import { diceOf } from '#tools/sdc/invented-ward.ts';

let packages: readonly MadePackage[];
beforeAll(async () => {
  ({ packages } = await makeWard({ registers: ['南部地域'], months: 1 }));
}, 60_000);

const good = (): MadePackage => {
  const [first] = packages;
  if (!first) throw new Error('no package');
  return first;
};

function flawOf(texts: Partial<PackageTexts>): string {
  try {
    readPackage({ ...good(), ...texts });
    return 'none';
  } catch (error) {
    if (!(error instanceof FlawedPackage)) throw error;
    return error.flaw;
  }
}

type Json = Record<string, unknown>;
const facts = () => JSON.parse(good().factsJson) as Json;
const changed = (change: (file: Json) => void): string => {
  const file = facts();
  change(file);
  return JSON.stringify(file);
};

describe('a package', () => {
  it('that is as it was written is read', () => {
    const { k, tables, labels, period } = readPackage(good());
    expect({ k, period, name: labels?.registerName }).toEqual({ k: 5, period: '2026-04', name: '南部地域' });
    expect(tables.map(({ definition }) => definition.id)).toContain('month-stock');
    expect(tables.every(({ cells }) => cells.size > 0)).toBe(true);
  });

  it('without labels is read too', () => {
    expect(flawOf({ labelsJson: null })).toBe('none');
  });

  it('with an altered figure in one file is told as altered', () => {
    const cellsCsv = good().cellsCsv.replace(/,(\d+)\n$/mu, (_, figure: string) => `,${Number(figure) + 1}\n`);
    expect(cellsCsv).not.toBe(good().cellsCsv);
    expect(flawOf({ cellsCsv })).toBe('altered');
    expect(flawOf({ cellsCsv: good().cellsCsv.replace('＊', '3') })).toBe('altered');
    expect(flawOf({ cellsCsv: good().cellsCsv.replaceAll('\n', '\r\n') })).toBe('altered');
  });

  it('with other rules than their hash says is told as altered', () => {
    const factsJson = changed((file) => {
      (file['parameters'] as Json)['k'] = 3;
    });
    expect(flawOf({ factsJson })).toBe('altered');
  });

  it('of another version of the format is told so', () => {
    expect(
      flawOf({ factsJson: changed((file) => Object.assign(file, { format: 'disclosure-control-facts/2' })) }),
    ).toBe('other_format');
  });

  it('with the labels of another publication is told so', () => {
    const labelsJson = good().labelsJson.replace(/"publication": "[^"]*"/u, '"publication": "another"');
    expect(flawOf({ labelsJson })).toBe('labels_unreadable');
    expect(flawOf({ labelsJson: '[]' })).toBe('labels_unreadable');
  });
});

describe('what would be too much', () => {
  it.each([
    ['a dimension with a thousand values', { values: Array.from({ length: 1_000 }, (_, index) => `v${index}`) }],
    ['a dimension named like a part of every object', { id: 'constructor' }],
    ['a value named like a part of every object', { values: ['__proto__', 'toString'] }],
    ['a value that is a total', { values: ['計'] }],
    ['a value that looks like several', { values: ['a+b', 'c'] }],
  ])('%s is not read', (_, dimension) => {
    const factsJson = changed((file) => {
      const [source] = file['sources'] as { dimensions: object[] }[];
      Object.assign(source?.dimensions[0] ?? {}, dimension);
    });
    expect(flawOf({ factsJson })).toBe('unreadable');
  });

  it('a crossing of millions is not gone through', () => {
    const factsJson = changed((file) => {
      const values = Array.from({ length: 100 }, (_, index) => `v${index}`);
      const dimensions = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, values, onePerPerson: true }));
      (file['sources'] as object[]).push({ id: 'vast', kind: 'flow', dimensions });
    });
    expect(flawOf({ factsJson })).toBe('unreadable');
  });
});

/** Spoils a text in one of many ways. */
function spoil(text: string, dice: () => number): string {
  const at = Math.floor(dice() * text.length);
  const to = Math.min(text.length, at + 1 + Math.floor(dice() * 40));
  const ways: readonly (() => string)[] = [
    () => text.slice(0, at),
    () => text.slice(0, at) + text.slice(to),
    () => text.slice(0, at) + text.slice(at, to) + text.slice(at),
    () =>
      `${text.slice(0, at)}${['＊', '"', ',', '{', '\n', '9', '-1', '1e9', '\u0000', '\u202e', '=A1'][at % 11]}${text.slice(at)}`,
    () => text.replace(/\d+/u, '999999999999'),
    () => text.replaceAll('計', ''),
    () => text.slice(0, at) + text.slice(at).replace(/\d/u, (digit) => String((Number(digit) + 1) % 10)),
    () => text.slice(0, at) + text.slice(at).replace(/"[\w-]+"/u, '"__proto__"'),
    () => text.slice(0, at) + text.slice(at).replace(/: (?:"[^"]*"|\d+)/u, ': null'),
    () => text.slice(0, at) + text.slice(at).replace(/\[/u, '[[],'),
  ];
  return ways[Math.floor(dice() * ways.length)]?.() ?? '';
}

it('500 mutated packages: none crashes, none is taken in part, and each that is taken says what the good one says', () => {
  const dice = diceOf(77);
  const desk = new WardDesk(() => crypto.randomUUID());
  const bytes = (text: string) => new TextEncoder().encode(text);
  const whole = readPackage(good());
  const figures = JSON.stringify(whole.tables.map(({ cells }) => [...cells]));
  let refused = 0;
  for (let trial = 0; trial < 500; trial += 1) {
    const texts = { cells: good().cellsCsv, facts: good().factsJson, labels: good().labelsJson };
    const which = (['cells', 'facts', 'facts', 'labels'] as const)[trial % 4] ?? 'facts';
    texts[which] = spoil(texts[which], dice);
    const files = {
      'cells.csv': bytes(texts.cells),
      'facts.json': bytes(texts.facts),
      'labels.json': bytes(texts.labels),
    };
    const { packages: open, findings, tables } = desk.open([{ folderName: '写し', files }], () => {});
    const isError = findings.some(({ tone }) => tone === 'error');
    expect(open.length).toBe(isError ? 0 : 1);
    expect(tables.length > 0).toBe(!isError);
    if (texts.cells !== good().cellsCsv) expect(isError).toBe(true);
    if (isError) refused += 1;
    else if (texts.cells === good().cellsCsv && which !== 'labels') {
      expect(
        JSON.stringify(
          readPackage({ cellsCsv: texts.cells, factsJson: texts.facts, labelsJson: null }).tables.map(({ cells }) => [
            ...cells,
          ]),
        ),
      ).toBe(figures);
    }
    desk.clear();
  }
  expect(refused).toBeGreaterThan(350);
}, 120_000);
