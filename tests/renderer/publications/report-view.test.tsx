// A summary on the screen: ＊ in a table of fourteen by fourteen, the reason of each by mouse and by keys, and no inside figure in the page itself.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ReportView } from '#renderer/features/publications/report-view.tsx';
import type { ReportTable } from '#shared/contract/report-shape.ts';
import { clearScreen, showScreen } from '../support/fake-register.tsx';
import { crossing, DISTRICT_BY_CONTENT, HIDDEN_NOTE, inventedReport, publishedReport } from './invented-report.ts';

afterEach(clearScreen);

const alone = (table: ReportTable) =>
  inventedReport({ sections: [{ id: 'only', title: '相談', tables: [table] }], remarks: '' });

const ONE_CELL = crossing({
  id: 'one',
  title: '相談：地域と内容',
  unit: '件',
  rowHeadings: ['地域'],
  columnHeading: '内容',
  rows: [['江戸堀'], ['靱']],
  columns: ['介護', '生活費'],
});

/** 12 events of 2 persons: ＊; 12 of 7: shown. */
const TWELVE: ReportTable = {
  ...ONE_CELL,
  rows: ONE_CELL.rows.map((row, index) => ({
    ...row,
    cells: row.cells.map(() =>
      index === 0
        ? { shown: '＊' as const, inside: { value: 12, persons: 2, reason: 'fewPersons' as const } }
        : { shown: 12, inside: { value: 12, persons: 7, reason: null } },
    ),
  })),
};

describe('a summary before it leaves', () => {
  it('says the verdict first and what stands under each table', async () => {
    await showScreen(<ReportView report={alone(DISTRICT_BY_CONTENT)} showsInside />, {});
    expect(await screen.findByText(/公表済み14表のすべてと合わせても/u)).toBeDefined();
    expect(screen.getByText(HIDDEN_NOTE)).toBeDefined();
  });

  it('shows fourteen districts by fourteen contents with every heading', async () => {
    await showScreen(<ReportView report={alone(DISTRICT_BY_CONTENT)} showsInside />, {});
    const table = await screen.findByRole('grid', { name: /地域と内容/u });
    expect(within(table).getAllByRole('columnheader')).toHaveLength(1 + 14 + 1);
    expect(within(table).getAllByRole('rowheader')).toHaveLength(15);
    expect(within(table).getAllByText('＊')).toHaveLength(DISTRICT_BY_CONTENT.hidden);
  });

  it('tells by keys what stands behind a ＊ and why, and behind a figure that is shown', async () => {
    await showScreen(<ReportView report={alone(TWELVE)} showsInside />, {});
    const table = await screen.findByRole('grid');
    const reading = within(screen.getByRole('region', { name: '数字の中身' }));
    expect(reading.getByText('画面だけの内容・書き出されません')).toBeDefined();
    (table.querySelector('[tabindex="0"]') as HTMLElement).focus();
    expect(await reading.findByText('江戸堀 × 介護')).toBeDefined();
    expect(reading.getByText('12件（2人）')).toBeDefined();
    expect(reading.getByText('5人に満たない方の数字だからです。')).toBeDefined();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(await reading.findByText('靱 × 生活費')).toBeDefined();
    expect(reading.getByText('12件（7人）')).toBeDefined();
    expect(table.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('tells the same by mouse, and forgets it when the mouse goes', async () => {
    await showScreen(<ReportView report={alone(TWELVE)} showsInside />, {});
    const [mark] = within(await screen.findByRole('grid')).getAllByText('＊');
    await userEvent.hover(mark as HTMLElement);
    expect(await screen.findByText('12件（2人）')).toBeDefined();
    await userEvent.unhover(mark as HTMLElement);
    expect(screen.queryByText('12件（2人）')).toBeNull();
  });

  it('holds no inside figure in the page, so that copying a table copies what is published', async () => {
    const secret = {
      ...TWELVE,
      rows: TWELVE.rows.map((row) => ({
        ...row,
        cells: row.cells.map(() => ({
          shown: '＊' as const,
          inside: { value: 987_654, persons: 4, reason: 'secondary' as const },
        })),
      })),
    };
    const html = async () => {
      await screen.findByRole('grid');
      return document.body.innerHTML;
    };
    await showScreen(<ReportView report={alone(secret)} showsInside />, {});
    expect(await html()).not.toMatch(/987[,]?654/u);
    // The control: once it is asked for, it is there.
    await userEvent.hover(screen.getAllByText('＊')[0] as HTMLElement);
    expect(await screen.findByText(/987,654/u)).toBeDefined();
  });

  it('gathers a crossing of three under its districts', async () => {
    const threeWay = crossing({
      id: 'three',
      title: '地域と内容と分野',
      unit: '件',
      rowHeadings: ['地域', '内容'],
      columnHeading: '分野',
      rows: ['江戸堀', '靱'].flatMap((district) => ['介護', '生活費', '計'].map((content) => [district, content])),
      columns: ['高齢者', '子ども'],
    });
    await showScreen(<ReportView report={alone(threeWay)} showsInside />, {});
    const table = await screen.findByRole('grid');
    expect(within(table).getAllByText(/^(?:江戸堀|靱)$/u)).toHaveLength(2);
    expect(within(table).getAllByText('生活費')).toHaveLength(2);
  });

  it('stands with a month in which nothing happened', async () => {
    const empty = {
      ...ONE_CELL,
      hidden: 0,
      rows: ONE_CELL.rows.map((row) => ({
        ...row,
        cells: row.cells.map(() => ({ shown: 0, inside: { value: 0, persons: 0, reason: null } })),
      })),
    };
    await showScreen(<ReportView report={alone(empty)} showsInside />, {});
    expect(within(await screen.findByRole('grid')).getAllByText('0')).toHaveLength(6);
    expect(screen.getByText(/＊なし/u)).toBeDefined();
  });
});

describe('a summary that was given out', () => {
  it('has nothing to read behind its figures', async () => {
    await showScreen(<ReportView report={publishedReport()} showsInside={false} />, {});
    await userEvent.click(await screen.findByRole('tab', { name: '相談' }));
    expect(screen.queryByRole('grid')).toBeNull();
    expect(screen.queryByRole('region', { name: '数字の中身' })).toBeNull();
    expect(screen.getByRole('table', { name: /相談：地域と内容（/u })).toBeDefined();
  });
});
