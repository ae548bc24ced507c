import { describe, expect, test } from 'vitest';
import { createAtomSpace, mergeSources } from '#main/disclosure-control/atom-space.ts';
import { knowledgeOf } from '#main/disclosure-control/history.ts';
import type { ProtectOutcome } from '#main/disclosure-control/publication-model.ts';
import { writeTidy } from '#main/disclosure-control/tidy-file.ts';
import { readTidyFacts } from '#main/disclosure-control/tidy-verification.ts';
import { flawsOfWitness, judgeFacts } from '#main/disclosure-control/witness-check.ts';
import {
  enumeratedBounds,
  followedBy,
  grid,
  gridTable,
  MONTH,
  NO_HISTORY,
  publish,
  published,
  randomMatrix,
  recordsOf,
  requestOf,
  seedOf,
  shownGrid,
} from '#tools/sdc/small-tables.ts';
import { attackFiles } from './attacked.ts';

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);
const draftOf = (seed: number, k = 5) => ({
  source: grid(4, 4),
  tables: [gridTable()],
  records: recordsOf(randomMatrix(seed, 4, 4)),
  parameters: { k },
  seed: seedOf(seed),
});

const released = SEEDS.flatMap((seed) =>
  [3, 5, 10].flatMap((k) => {
    const outcome = publish(draftOf(seed, k));
    return outcome.ok ? [{ seed, k, outcome }] : [];
  }),
);

test('most tables can be published, so that the following says something', () => {
  expect(released.length).toBeGreaterThan(24);
});

describe('a published table by itself', () => {
  test('leaves no hidden figure determined and none provably below k, by a second solver on the files alone', async () => {
    let hidden = 0;
    for (const { k, outcome } of released) {
      const found = await attackFiles([outcome.files], k);
      hidden += found.hidden;
      expect(found).toMatchObject({ determined: 0, below: 0 });
    }
    expect(hidden).toBeGreaterThan(200);
  });

  test('nor by enumeration of every world', () => {
    let judged = 0;
    for (const seed of SEEDS) {
      const matrix = randomMatrix(seed, 3, 3, 5);
      const outcome = publish({
        source: grid(3, 3),
        tables: [gridTable()],
        records: recordsOf(matrix),
        parameters: { k: 3 },
        seed: seedOf(seed),
      });
      if (!outcome.ok) continue;
      const shown = shownGrid(outcome.record, 3, 3);
      const bounds = enumeratedBounds(shown, 16);
      const hidden = bounds.flatMap((row, at) => row.filter((_, column) => shown[at]?.[column] === null));
      for (const { least, most } of hidden) {
        judged += 1;
        expect(most).toBeGreaterThan(least);
        expect(most).toBeGreaterThanOrEqual(3);
      }
    }
    expect(judged).toBeGreaterThan(20);
  });

  test('shows no figure of 1 to k-1, no id of a person, and no figure in place of ＊', () => {
    for (const { k, outcome } of released) {
      const figures = outcome.files.cellsCsv
        .split('\n')
        .slice(1, -1)
        .map((line) => line.split(',').at(-1) ?? '');
      expect(figures.filter((figure) => figure !== '＊' && Number(figure) > 0 && Number(figure) < k)).toEqual([]);
      expect(`${outcome.files.cellsCsv}${outcome.files.factsJson}`).not.toMatch(
        /2026-04-\d|invented|reason|persons":|seed|witness/u,
      );
    }
  });

  test('and primary suppression alone, on the same tables, does lose cells', async () => {
    let lost = 0;
    for (const { k, outcome } of released) {
      const lines = outcome.files.cellsCsv.split('\n').map((line, index) => {
        const value = outcome.record.tables[0]?.cells[index - 1]?.value ?? 0;
        return index === 0 || line === ''
          ? line
          : line.replace(/[^,]*$/u, value > 0 && value < k ? '＊' : String(value));
      });
      const found = await attackFiles([{ ...outcome.files, cellsCsv: lines.join('\n') }], k);
      lost += found.determined + found.below;
    }
    expect(lost).toBeGreaterThan(50);
  });
});

describe('witnesses', () => {
  const judgedOf = ({ record }: Extract<ProtectOutcome, { ok: true }>) => {
    const knowledge = knowledgeOf(followedBy(NO_HISTORY, record));
    return judgeFacts(createAtomSpace(mergeSources([record.sources])), knowledge.facts, knowledge.truth);
  };

  test('agree with every fact in whole numbers', () => {
    for (const { outcome } of released) {
      const judged = judgedOf(outcome);
      const { protections } = outcome.record.certificate;
      expect(protections.flatMap(({ need, witness }) => flawsOfWitness(judged, witness, need))).toEqual([]);
    }
  });

  test('that are changed anywhere are rejected', () => {
    let changed = 0;
    for (const { outcome } of released.slice(0, 6)) {
      const judged = judgedOf(outcome);
      for (const { need, witness } of outcome.record.certificate.protections) {
        for (const atom of Object.keys(witness)) {
          for (const wrong of [
            { ...witness, [atom]: (witness[atom] ?? 0) + 1 },
            { ...witness, [atom]: (witness[atom] ?? 0) + 0.5 },
          ]) {
            changed += 1;
            expect(flawsOfWitness(judged, wrong, need)).not.toEqual([]);
          }
        }
        expect(flawsOfWitness(judged, {}, need)).not.toEqual([]);
      }
    }
    expect(changed).toBeGreaterThan(100);
  });
});

describe('the written files', () => {
  const { record, files } = published(draftOf(3));

  test('tell the facts that were certified', () => {
    expect(readTidyFacts(files).facts).toEqual(record.facts);
    expect(writeTidy({ ...record, certificateHash: record.certificate.hash })).toEqual(files);
  });

  test.each([
    ['a figure', (csv: string) => csv.replace(/,(\d+)\n/u, ',77777\n')],
    ['＊ for a figure', (csv: string) => csv.replace(/,\d+\n/u, ',＊\n')],
    ['a line less', (csv: string) => csv.replace(/\n[^\n]*\n$/u, '\n')],
    ['a line more', (csv: string) => `${csv}one,${MONTH},other,events,r1,c1,,3\n`],
    ['another column', (csv: string) => csv.replace('value', 'figure')],
  ])('are refused with %s changed', (_, change) => {
    expect(() => readTidyFacts({ ...files, cellsCsv: change(files.cellsCsv) })).toThrow(/file_differs/u);
  });
});

describe('chance', () => {
  test('two seeds hide different cells, the same seed hides the same', () => {
    const records = recordsOf(randomMatrix(5, 4, 4, 30));
    const hiddenBy = (seed: number) =>
      published({ ...draftOf(5, 3), records, seed: seedOf(seed) })
        .record.tables[0]?.cells.filter(({ state }) => state === 'hidden')
        .map(({ key }) => key);
    const patterns = [1, 2, 3, 4, 5, 6].map(hiddenBy);
    expect(new Set(patterns.map((pattern) => JSON.stringify(pattern))).size).toBeGreaterThan(1);
    expect(hiddenBy(4)).toEqual(patterns[3]);
  });

  test('other names and orders change no verdict', () => {
    for (const seed of [2, 4, 6]) {
      const matrix = randomMatrix(seed, 4, 4);
      const turned = [...matrix].reverse().map((row) => [...row].reverse());
      const verdict = (outcome: ProtectOutcome) => (outcome.ok ? outcome.statistics.sensitive : outcome.refusal.code);
      const base = verdict(publish(draftOf(seed)));
      expect(verdict(publish({ ...draftOf(seed), records: recordsOf(turned) }))).toEqual(base);
      expect(
        verdict(publish({ ...draftOf(seed), tables: [gridTable(['2031-11'])], records: recordsOf(matrix, '2031-11') })),
      ).toEqual(base);
    }
  });
});

test('a request that is malformed is refused, not thrown', () => {
  const good = draftOf(1);
  const codes = [
    publish({ ...good, seed: 'abc' }),
    publish({ ...good, parameters: { k: 2 } }),
    publish({ ...good, tables: [] }),
    publish({ ...good, tables: [gridTable([MONTH], { dimensions: ['nothing'] })] }),
    publish({ ...good, records: [{ source: 'grid', month: MONTH, values: { row: 'r1' }, personId: 'x', count: 1 }] }),
    publish({
      ...good,
      records: [{ source: 'grid', month: MONTH, values: { row: 'r1', column: 'c1' }, personId: 'x', count: 0.5 }],
    }),
  ].map((outcome) => (outcome.ok ? 'ok' : outcome.refusal.code));
  expect(new Set(codes)).toEqual(new Set(['invalid_publication']));
  expect(requestOf(good).parameters.k).toBe(5);
});
