// The quick share of ＊ is near to what a whole protection hides, and the last look at a release sees what was changed on the disk.
import { describe, expect, test } from 'vitest';
import { hiddenShare } from '#main/disclosure-control/hidden-share.ts';
import { protectPublication } from '#main/disclosure-control/protect.ts';
import { COUNCIL_PARAMETERS, type PublicationRequest } from '#main/disclosure-control/publication-model.ts';
import { checkRelease } from '#main/disclosure-control/release-check.ts';
import { startSolver } from '#main/disclosure-control/solver.ts';
import { consultationTable, inventWard, monthAt, WARD_SOURCES } from '#tools/sdc/invented-ward.ts';
import { NO_HISTORY, seedOf } from '#tools/sdc/small-tables.ts';

const solver = await startSolver();
const now = () => performance.now();

const requestOf = (
  dimensions: readonly string[],
  mode: 'suppressed' | 'rounded' = 'suppressed',
): PublicationRequest => ({
  id: 'one',
  recipient: 'invented council',
  period: monthAt(0),
  parameters: COUNCIL_PARAMETERS,
  sources: WARD_SOURCES,
  tables: [{ ...consultationTable('month', [monthAt(0)], dimensions), mode }],
  records: inventWard({ seed: 5 }, 1),
  seed: seedOf(5),
});

const protectedShare = (request: PublicationRequest) => {
  const outcome = protectPublication(request, NO_HISTORY, { solver, now, onProgress: () => {} });
  if (!outcome.ok) throw new Error(outcome.refusal.detail);
  const cells = outcome.record.tables.flatMap((table) => table.cells).filter(({ value }) => value > 0);
  return { share: cells.filter(({ state }) => state === 'hidden').length / cells.length, outcome };
};

describe('the share of ＊', () => {
  test.each([[['district']], [['category', 'field']], [['district', 'category']]])(
    'of %j is within a tenth of the whole protection',
    (dimensions) => {
      const quick = hiddenShare(requestOf(dimensions), { solver, now });
      expect(quick).not.toBeNull();
      expect(Math.abs((quick ?? 0) - protectedShare(requestOf(dimensions)).share)).toBeLessThan(0.1);
    },
  );

  test('grows with the number of dimensions, is none where tables are rounded, and null where there is no such table', () => {
    const [coarse, fine] = [['field'], ['district', 'category']].map((one) =>
      hiddenShare(requestOf(one), { solver, now }),
    );
    expect(fine ?? 0).toBeGreaterThan((coarse ?? 0) + 0.3);
    expect(hiddenShare(requestOf(['district', 'category'], 'rounded'), { solver, now })).toBe(0);
    expect(hiddenShare({ ...requestOf(['field']), seed: 'x' }, { solver, now })).toBeNull();
  });
});

describe('the last look', () => {
  const { outcome } = protectedShare(requestOf(['district', 'category']));
  const { files, record } = outcome;

  test('finds nothing where the files say what was certified', () => {
    expect(checkRelease(files, record, NO_HISTORY)).toBeNull();
  });

  test('refuses a figure that was changed, a ＊ that was filled, another certificate, and a history that is not the one', () => {
    const hidden = { ...files, cellsCsv: files.cellsCsv.replace('＊', '3') };
    const changed = { ...files, cellsCsv: files.cellsCsv.replace(/,(\d+)\n$/u, ',9999\n') };
    const other = { ...files, factsJson: files.factsJson.replace(record.certificate.hash, '0'.repeat(64)) };
    for (const spoilt of [hidden, changed, other]) {
      expect(checkRelease(spoilt, record, NO_HISTORY)).toMatchObject({ code: 'file_differs' });
    }
    const { previous: _none, ...rest } = record;
    const orphan = { ...rest, previous: { id: 'zero', period: '2026-03', hash: 'x' } };
    expect(checkRelease(files, orphan, NO_HISTORY)).toMatchObject({ code: 'history_missing' });
  });
});
