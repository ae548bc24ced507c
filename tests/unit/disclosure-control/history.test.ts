import { describe, expect, test } from 'vitest';
import { checkHistory } from '#main/disclosure-control/history.ts';
import type { CountRecord, History, TidyFiles } from '#main/disclosure-control/publication-model.ts';
import {
  followedBy,
  grid,
  gridTable,
  NO_HISTORY,
  publish,
  published,
  randomMatrix,
  recordsOf,
  seedOf,
} from '#tools/sdc/small-tables.ts';
import { attackFiles } from './attacked.ts';

const MONTHS = ['2026-04', '2026-05', '2026-06', '2026-07'];
const source = grid(5, 4);
const ofMonth = (index: number) => recordsOf(randomMatrix(40 + index, 5, 4, 16), MONTHS[index]);
const recordsUpTo = (index: number): readonly CountRecord[] =>
  Array.from({ length: index + 1 }, (_, one) => ofMonth(one)).flat();

/** Every month: the month itself, and the margins of the year to date. */
const packOf = (index: number) => {
  const toDate = MONTHS.slice(0, index + 1);
  const margins = [
    gridTable(toDate, { id: 'year-rows', dimensions: ['row'] }),
    gridTable(toDate, { id: 'year-columns', dimensions: ['column'] }),
  ];
  return [gridTable([MONTHS[index] ?? '']), ...(index > 0 ? margins : [])];
};

function simulate(isTogether: boolean) {
  let history: History = NO_HISTORY;
  const files: TidyFiles[] = [];
  for (const [index] of MONTHS.entries()) {
    const draft = { id: `m${index}`, source, tables: packOf(index), records: recordsUpTo(index), seed: seedOf(index) };
    const outcome = published(draft, isTogether ? history : NO_HISTORY);
    history = followedBy(history, outcome.record);
    files.push(outcome.files);
  }
  return { history, files };
}

async function attack(files: readonly TidyFiles[]) {
  const { determined, below } = await attackFiles(files, 5);
  return { determined, below };
}

const { history, files } = simulate(true);

describe('four months and the year to date', () => {
  test('audited together give nothing away, also by year to date minus the year to date before', async () => {
    expect(await attack(files)).toEqual({ determined: 0, below: 0 });
    for (let first = 0; first < files.length; first += 1) {
      for (let second = first + 1; second < files.length; second += 1) {
        const pair = [files[first], files[second]].flatMap((one) => one ?? []);
        expect(await attack(pair)).toEqual({ determined: 0, below: 0 });
      }
    }
  });

  test('and audited each alone do give cells away', async () => {
    const { determined, below } = await attack(simulate(false).files);
    expect(determined + below).toBeGreaterThan(0);
  });
});

describe('without its whole history nothing is published', () => {
  const next = { id: 'next', source, tables: [gridTable([MONTHS[3] ?? ''])], records: recordsUpTo(3) };
  const codeWith = (changed: History) => {
    const outcome = publish(next, changed);
    return outcome.ok ? 'ok' : outcome.refusal;
  };

  test.each([0, 1, 2, 3])('when publication %i of four is gone', (gone) => {
    const changed = { ...history, records: history.records.filter((_, index) => index !== gone) };
    expect(codeWith(changed)).toMatchObject({ code: 'history_missing' });
    if (gone < 3) expect(codeWith(changed)).toMatchObject({ missingPeriod: MONTHS[gone] });
  });

  test('when one was changed', () => {
    const records = history.records.map((record, index) =>
      index === 1 ? { ...record, recipient: 'somebody else' } : record,
    );
    expect(codeWith({ ...history, records })).toMatchObject({ code: 'history_damaged' });
  });

  test('and with it the check is silent', () => {
    expect(() => checkHistory(history)).not.toThrow();
  });
});

describe('what was published stays as it was', () => {
  test('a late event in a closed month is refused', () => {
    const late = {
      source: 'grid',
      month: MONTHS[0] ?? '',
      values: { row: 'r1', column: 'c1' },
      personId: 'late',
      count: 1,
    };
    const outcome = publish(
      { id: 'late', source, tables: packOf(3).slice(1), records: [...recordsUpTo(3), late] },
      history,
    );
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'restated' } });
  });

  test('the same month cannot be given out rounded as well', () => {
    const tables = [gridTable([MONTHS[2] ?? ''], { id: 'rounded', mode: 'rounded' })];
    expect(publish({ id: 'again', source, tables, records: recordsUpTo(2) }, history)).toMatchObject({
      refusal: { code: 'mixed_modes' },
    });
  });

  test('another recipient gets the same cells hidden', () => {
    const tables = [gridTable([MONTHS[1] ?? ''], { id: 'again' })];
    const { record } = published({ id: 'again', source, tables, records: recordsUpTo(1), seed: seedOf(77) }, history);
    const before = history.records[1]?.tables[0]?.cells.filter(({ state }) => state === 'hidden').map(({ key }) => key);
    expect(record.tables[0]?.cells.filter(({ state }) => state === 'hidden').map(({ key }) => key)).toEqual(before);
  });
});
