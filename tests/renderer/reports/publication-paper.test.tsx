// A published summary on paper: every figure in its place, nothing said of a ＊, and nothing printed that still holds what is inside.
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { PublicationPaper } from '#renderer/print/publication-paper.tsx';
import { HIDDEN_MARK, type Report } from '#shared/contract/report-shape.ts';
import { contentWithTwoMeasures, emptyMonthReport, monthReport, yearReport } from '#tests/support/invented-reports.ts';
import { clearScreen, FakeRefusal, showScreen } from '../support/fake-register.tsx';

afterEach(clearScreen);

const PREPARED = '00000000-0000-4000-8000-000000000001';
const show = (answer: () => Report) =>
  showScreen(<PublicationPaper preparedId={PREPARED} />, { 'publications.prepared': answer });
const paperState = () => document.documentElement.dataset['paper'];
const isReady = () => waitFor(() => expect(paperState()).toBe('ready'));

/** Figures of a table on paper, row by row, bars left away. */
const figuresOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map((row) => [...row.querySelectorAll('td:not([aria-hidden])')].map((cell) => cell.textContent))
    .filter((cells) => cells.length > 0);

describe('a published summary on paper', () => {
  it('shows every figure of every table in its place', async () => {
    const report = monthReport();
    await show(() => report);
    await isReady();
    const tables = screen.getAllByRole('table');
    const expected = report.sections.flatMap((section) =>
      section.tables.map(({ rows }) =>
        rows.map(({ cells }) => cells.map(({ shown }) => shown.toLocaleString('ja-JP'))),
      ),
    );
    expect(tables.map(figuresOf)).toEqual(expected);
  });

  it('says the recipient, the verdict, the free text and the number of the publication', async () => {
    const report = monthReport();
    await show(() => report);
    await isReady();
    for (const word of [report.profileTitle, report.verdict.sentence, report.verdict.publication, '敬老の催し']) {
      expect(document.body.textContent).toContain(word);
    }
    expect(document.documentElement.style.getPropertyValue('--paper-copy')).toContain(report.profileTitle);
  });

  it('says nothing of a ＊: no tooltip, no title, no bar', async () => {
    const report = monthReport();
    const table = contentWithTwoMeasures((_mode, row) => (row % 2 === 0 ? HIDDEN_MARK : 20 + row));
    await show(() => ({ ...report, sections: [{ id: 's', title: '相談', tables: [table] }] }));
    await isReady();
    expect(document.querySelectorAll('[title],[aria-describedby],[data-reason]')).toHaveLength(0);
    const rows = screen.getAllByRole('row').filter((row) => row.querySelector('td[aria-hidden]'));
    const bars = rows.map((row) => [
      row.querySelector('td')?.textContent === HIDDEN_MARK,
      row.querySelector('.publication-bar') !== null,
    ]);
    expect(bars.some(([isHidden]) => isHidden)).toBe(true);
    expect(bars.filter(([isHidden, hasBar]) => isHidden && hasBar)).toEqual([]);
    expect(bars.some(([, hasBar]) => hasBar)).toBe(true);
  });

  it('names the first label once beside the rows that it is for', async () => {
    await show(yearReport);
    await isReady();
    expect(screen.getAllByRole('rowheader', { name: '江戸堀' })).toHaveLength(1);
    expect(screen.getByRole('rowheader', { name: '江戸堀' }).getAttribute('rowspan')).toBe('15');
  });

  it('draws no bars where there is nothing', async () => {
    await show(emptyMonthReport);
    await isReady();
    expect(document.querySelectorAll('.publication-bar')).toHaveLength(0);
    expect(screen.getAllByText('0').length).toBeGreaterThan(20);
  });

  it('is not printed while it holds what stands behind a figure', async () => {
    const report = structuredClone(monthReport());
    const cell = report.sections[0]?.tables[0]?.rows[0]?.cells[0];
    if (cell) cell.inside = { value: 3, persons: 2, reason: 'fewPersons' };
    await show(() => report);
    await waitFor(() => expect(paperState()).toBe('failed'));
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says that it failed when there is nothing prepared', async () => {
    await show(() => {
      throw new FakeRefusal('not_found');
    });
    await waitFor(() => expect(paperState()).toBe('failed'));
  });
});
