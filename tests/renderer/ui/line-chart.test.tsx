// The line over the months: every figure in words, a hidden month as a gap with its mark, a scale that begins at nothing.
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { LineChart, roundTop } from '#renderer/ui/line-chart.tsx';

afterEach(cleanup);

const POINTS = [
  { label: '4月', value: 182 },
  { label: '5月', value: 190 },
  { label: '6月', value: null, mark: '＊' },
  { label: '7月', value: 204 },
  { label: '8月', value: 231 },
];

describe('the line over the months', () => {
  it('says every figure, and the mark of a hidden one', () => {
    render(<LineChart title="見守り（延べ）" unit="件" points={POINTS} />);
    const picture = screen.getByRole('img');
    expect(picture.getAttribute('aria-label')).toBe(
      '見守り（延べ）：4月 182件、5月 190件、6月 ＊、7月 204件、8月 231件',
    );
    expect(screen.getByRole('figure').textContent).toContain('見守り（延べ）（件）');
  });

  it('breaks where a figure is hidden', () => {
    const { container } = render(<LineChart title="見守り" unit="件" points={POINTS} />);
    expect(container.querySelectorAll('polyline')).toHaveLength(2);
    expect(container.querySelectorAll('circle')).toHaveLength(4);
    expect(screen.getByText('＊')).toBeDefined();
  });

  it.each([
    [61, '61'],
    [1_100, '1,100'],
    [1_234_567, '1,234,567'],
  ])('keeps its last figure in the picture: %i', (value, words) => {
    render(<LineChart title="見守り" unit="件" points={[...POINTS.slice(0, 2), { label: '6月', value }]} />);
    const figure = screen.getByText(words, { selector: 'text' });
    const point = [...document.querySelectorAll('circle')].at(-1);
    const middle = Number(figure.getAttribute('x'));
    expect(middle + (words.length * 12) / 2).toBeLessThanOrEqual(480);
    expect(Math.abs(middle - Number(point?.getAttribute('cx')))).toBeLessThanOrEqual((words.length * 12) / 2);
    expect(words.length > 3 || middle === Number(point?.getAttribute('cx'))).toBe(true);
  });

  it('stands with one month, and with none that may be shown', () => {
    render(<LineChart title="相談" unit="件" points={[{ label: '4月', value: 0 }]} />);
    render(<LineChart title="つなぎ" unit="件" points={[{ label: '4月', value: null, mark: '＊' }]} />);
    expect(screen.getAllByRole('img').map((each) => each.getAttribute('aria-label'))).toEqual([
      '相談：4月 0件',
      'つなぎ：4月 ＊',
    ]);
  });

  it.each([
    [0, 2],
    [1, 2],
    [9, 10],
    [41, 60],
    [231, 400],
    [1_001, 2_000],
  ])('a scale for %i ends at %i', (most, top) => {
    expect(roundTop(most)).toBe(top);
  });
});
