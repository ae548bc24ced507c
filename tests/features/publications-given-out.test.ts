// Giving a prepared summary out, through the contract: folder, ledger and handout together or not at all, and once. Invented people.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readTidyFacts } from '#main/disclosure-control/tidy-verification.ts';
import { readUserFile } from '#main/platform/files/user-files.ts';
import type { Report } from '#shared/contract/report-shape.ts';
import { asCalendarDate, asCalendarMonth } from '#shared/model/calendar-date.ts';
import { buildPerson, buildVisit, HANDOUT } from '#tests/support/builders.ts';
import { answerFolder, prepareUsual, publishUsual } from '#tests/support/invented-year.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

const JULY = asCalendarMonth('2026-07');

let register: TestRegister;
afterEach(() => register.close());

/** Fourteen people, each visited, three of them called too; July is closed: something to hide. */
async function open(): Promise<void> {
  register = await openTestRegister({ today: '2026-08-03' });
  const visitedOn = asCalendarDate('2026-07-10');
  for (let number = 0; number < 14; number += 1) {
    const person = buildPerson({ name: `架空 ${number}郎`, kana: '', watchStartedOn: asCalendarDate('2026-04-01') });
    const { personId } = await register.ok('people.register', { person, consent: null });
    for (const method of number < 3 ? ['visit', 'phone'] : ['visit']) {
      await register.ok('visits.record', { personId, visit: buildVisit({ visitedOn, method }) });
    }
  }
  await register.ok('closings.close', { month: JULY });
}

const tablesOf = (report: Report) => report.sections.flatMap(({ tables }) => tables);
const cellOf = (report: Report, tableId: string, rowId: string) =>
  tablesOf(report)
    .find(({ id }) => id === tableId)
    ?.rows.find(({ id }) => id === rowId)?.cells[0];

describe('giving it out', () => {
  it('writes a folder of its own, reads it back, and enters ledger, head and handout', async () => {
    await open();
    const { folder, report, ...published } = await publishUsual(register, JULY);
    expect(published.files).toContain('cells.csv');
    expect(readdirSync(folder)).toEqual([published.folderName]);
    const textOf = (name: string) =>
      new TextDecoder().decode(readUserFile(join(folder, published.folderName, name), 10_000_000));
    const { file } = readTidyFacts({ cellsCsv: textOf('cells.csv'), factsJson: textOf('facts.json') });
    expect(file).toMatchObject({
      publication: report.verdict.publication,
      certificateHash: report.verdict.certificateHash,
      parametersHash: report.verdict.parametersHash,
    });
    const { publications } = await register.ok('publications.overview', {});
    expect(publications).toMatchObject([{ number: 1, month: JULY, hidden: report.verdict.hidden, ...HANDOUT }]);
    const [handout] = await register.ok('handouts.list', { subjectId: JULY });
    expect(handout).toMatchObject({ kind: 'month_summary', ...HANDOUT });
    const { publicationId } = published;
    expect((await register.ok('publications.get', { publicationId })).verdict).toEqual(report.verdict);
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect(await register.refused('publications.get', { publicationId: unknown })).toBe('not_found');
  });

  it('the same month again is a further publication under the same history', async () => {
    await open();
    const first = await publishUsual(register, JULY);
    const second = await publishUsual(register, JULY);
    expect(second.report.verdict.earlierTables).toBe(
      tablesOf(first.report).filter(({ mode }) => mode !== 'plain').length,
    );
    expect((await register.ok('publications.overview', {})).publications.map(({ number }) => number)).toEqual([2, 1]);
    const shown = (report: Report) => cellOf(report, 'visits_by_method.month', 'total')?.shown;
    expect(shown(second.report)).toBe(shown(first.report));
  });

  it('happens once, when the button is pressed twice', async () => {
    await open();
    const prepared = await prepareUsual(register, JULY);
    const wish = { preparedId: (prepared as { preparedId: string }).preparedId, handout: HANDOUT };
    answerFolder(register, 'one');
    answerFolder(register, 'two');
    const begun = [];
    for (const _each of [1, 2]) {
      await register.confirm('publications.publish');
      begun.push(register.router.call('publications.publish', wish));
    }
    const both = await Promise.all(begun);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({
      ok: false,
      error: { code: expect.stringMatching(/not_found|publication_outdated/u) },
    });
    expect((await register.ok('publications.overview', {})).publications).toHaveLength(1);
    const left = ['one', 'two'].flatMap((name) => readdirSync(join(register.outbox, name)));
    expect(left).toHaveLength(1);
    expect(await register.refused('publications.publish', wish)).toBe('not_found');
    expect(await register.refused('publications.prepared', { preparedId: wish.preparedId })).toBe('not_found');
  });

  it('leaves nothing of it where the folder is gone or no folder is chosen, and can be tried again', async () => {
    await open();
    const prepared = await prepareUsual(register, JULY);
    const wish = { preparedId: (prepared as { preparedId: string }).preparedId, handout: HANDOUT };
    expect(await register.refused('publications.publish', wish)).toBe('cancelled');
    register.dialogAnswers.push(join(register.outbox, 'nowhere'));
    expect(await register.refused('publications.publish', wish)).toBe('file_not_written');
    expect((await register.ok('publications.overview', {})).publications).toEqual([]);
    answerFolder(register, 'now');
    await register.ok('publications.publish', wish);
    expect((await register.ok('publications.overview', {})).publications).toHaveLength(1);
  });

  it('is what the paper shows meanwhile, without what is known only inside', async () => {
    await open();
    const prepared = await prepareUsual(register, JULY);
    const { preparedId } = prepared as { preparedId: string };
    const paper = await register.ok('publications.prepared', { preparedId });
    const cells = tablesOf(paper).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    expect(cells.every(({ inside }) => inside === null)).toBe(true);
    const onScreen = tablesOf((prepared as { report: Report }).report).flatMap(({ rows }) =>
      rows.flatMap((row) => row.cells),
    );
    expect(onScreen.some(({ inside }) => inside !== null)).toBe(true);
  });
});
