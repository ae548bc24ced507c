// The ledger of what was published, the movement of its totals, and the way to the next summary or to 月のしめ.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { PublicationsScreen } from '#renderer/features/publications/publications-screen.tsx';
import { PublishedScreen } from '#renderer/features/publications/published-screen.tsx';
import { today } from '#renderer/lib/today.ts';
import { addMonthsToMonth, asCalendarDate, asCalendarMonth, monthOf } from '#shared/model/calendar-date.ts';
import { clearScreen, showScreen } from '../support/fake-register.tsx';
import { inventedOverview, inventedTrend, publicationId } from './invented-publications.ts';
import { publishedReport } from './invented-report.ts';

afterEach(clearScreen);

const register = (overview = inventedOverview(), trend = inventedTrend()): Parameters<typeof showScreen>[1] => ({
  'publications.overview': () => overview,
  'publications.trend': () => trend,
  'publications.get': () => publishedReport(),
});

const LAST_MONTH = addMonthsToMonth(monthOf(today()), -1);
const withLastMonth = inventedOverview({ closedMonths: [LAST_MONTH] });

describe('月次集計', () => {
  it('leads to 月のしめ while the last month is not closed, and not afterwards', async () => {
    await showScreen(<PublicationsScreen month={null} />, register());
    expect(await screen.findByText(/まだしめていません/u)).toBeDefined();
    expect(screen.getByRole('link', { name: '月のしめへ' }).getAttribute('href')).toBe('/closings');
    clearScreen();
    await showScreen(<PublicationsScreen month={null} />, register(withLastMonth));
    await screen.findByText('公表の記録');
    expect(screen.queryByText(/まだしめていません/u)).toBeNull();
  });

  it('says of a month that runs that it can be closed when it is over', async () => {
    await showScreen(<PublicationsScreen month={monthOf(today())} />, register(withLastMonth));
    expect(await screen.findByText(/月が終わってからしめます/u)).toBeDefined();
  });

  it('begins a summary of the month that is wanted', async () => {
    const shown = await showScreen(<PublicationsScreen month={null} />, register(withLastMonth));
    await userEvent.click(await screen.findByRole('button', { name: '集計をつくる' }));
    expect(shown.path()).toContain(`/reports/new?month=${LAST_MONTH}`);
  });

  it('shows what was given out to whom, and opens it', async () => {
    const shown = await showScreen(<PublicationsScreen month={null} />, register());
    const [, line] = within(await screen.findByRole('table', { name: '公表した集計の一覧' })).getAllByRole('row');
    for (const words of ['第3号', '2026年8月', '見本区社会福祉協議会', '毎月の報告', '12', '68']) {
      expect(within(line as HTMLElement).getByText(words)).toBeDefined();
    }
    await userEvent.click(within(line as HTMLElement).getByRole('button', { name: /第3号/u }));
    expect(shown.path()).toBe(`/reports/${publicationId(3)}`);
  });

  it('says which months are missing, and what was decided of others', async () => {
    const missing = { kind: 'missing' as const, months: ['2026-06', '2026-07'].map(asCalendarMonth) };
    const reason = '渡すまえに消しました。写しもありません。';
    const settled = [
      {
        month: asCalendarMonth('2026-05'),
        standing: 'never_handed_out' as const,
        reason,
        settledOn: asCalendarDate('2026-09-03'),
        actor: '見本 花子',
      },
    ];
    await showScreen(<PublicationsScreen month={null} />, register(inventedOverview({ missing, settled })));
    expect(await screen.findByText('2026年6月、2026年7月の集計が、この記録にありません')).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
    const list = within(screen.getByRole('list', { name: 'この記録にない集計' }));
    expect(
      list.getByText(/2026年5月の集計は、この記録にありません。だれにも渡していないと、見本 花子さんが/u).textContent,
    ).toContain(reason);
    clearScreen();
    await showScreen(<PublicationsScreen month={null} />, register());
    await screen.findByText('公表の記録');
    expect(screen.queryByText(/この記録にありません/u)).toBeNull();
  });

  it('draws the totals, a gap where one is ＊, and says them all in a table', async () => {
    await showScreen(<PublicationsScreen month={null} />, register());
    const picture = await screen.findByRole('img', { name: /^相談：/u });
    expect(picture.getAttribute('aria-label')).toContain('12月 ＊');
    expect(picture.getAttribute('aria-label')).toContain('2月 −');
    await userEvent.click(screen.getByRole('button', { name: '数字を表で見る' }));
    const table = screen.getByRole('table', { name: '公表した数字の動き' });
    expect(within(table).getAllByRole('row')).toHaveLength(1 + inventedTrend().length);
    expect(within(table).getAllByText('＊')).toHaveLength(1);
  });

  it('shows one published month as figures, not as a line', async () => {
    const [first] = inventedTrend();
    const blank = { watched: null, visits: null, visitedPersons: null, consultations: null };
    const trend = [{ ...blank, month: asCalendarMonth('2025-09') }, ...(first ? [first] : [])];
    await showScreen(<PublicationsScreen month={null} />, register(inventedOverview(), trend));
    expect(await screen.findByText(/の公表した数字$/u)).toBeDefined();
    expect(screen.getByText('470')).toBeDefined();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('says what to do while nothing is closed, and while nothing was published', async () => {
    await showScreen(
      <PublicationsScreen month={null} />,
      register(inventedOverview({ closedMonths: [], publications: [] })),
    );
    expect(await screen.findByText('集計は、月をしめてからつくります')).toBeDefined();
    expect(screen.getAllByRole('link', { name: '月のしめへ' })).toHaveLength(1);
    expect(screen.queryByRole('button', { name: '集計をつくる' })).toBeNull();
    clearScreen();
    await showScreen(<PublicationsScreen month={null} />, register(inventedOverview({ publications: [] })));
    expect(await screen.findByText('まだ公表した集計はありません')).toBeDefined();
  });
});

describe('a published summary', () => {
  it('stands with its entry in the ledger', async () => {
    const shown = await showScreen(<PublishedScreen publicationId={publicationId(3)} />, register());
    expect(await screen.findByRole('heading', { name: /第3号/u })).toBeDefined();
    expect(screen.getByText('見本 花子')).toBeDefined();
    expect(shown.inputsOf('publications.get')).toEqual([{ publicationId: publicationId(3) }]);
  });
});
