// @vitest-environment jsdom
// The date box: echoes what it understood, offers what may have been meant, never changes the text by itself.
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DateTextField } from '#renderer/ui/date-text-field.tsx';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import type { DatePurpose } from '#shared/model/date-text.ts';

afterEach(cleanup);

const TODAY = asCalendarDate('2026-11-22');

function DateBox({
  purpose,
  onDate,
}: {
  readonly purpose: DatePurpose;
  readonly onDate?: (date: string | null) => void;
}) {
  const [typed, setTyped] = useState('');
  return (
    <DateTextField label="日付" value={typed} onChange={setTyped} onDate={onDate} today={TODAY} purpose={purpose} />
  );
}

const dateBox = () => screen.getByLabelText<HTMLInputElement>('日付');

describe('DateTextField', () => {
  it('echoes a birth date with its year and age, and leaves the text as typed', async () => {
    const onDate = vi.fn();
    render(<DateBox purpose="birth" onDate={onDate} />);
    await userEvent.type(dateBox(), 'S12.3.4');
    expect(screen.getByText('昭和12年3月4日（1937年・89歳）')).toBeTruthy();
    expect(dateBox().value).toBe('S12.3.4');
    expect(onDate).toHaveBeenLastCalledWith('1937-03-04');
  });

  it('refuses a day the era did not have, and fills in the right era when asked to', async () => {
    const onDate = vi.fn();
    render(<DateBox purpose="birth" onDate={onDate} />);
    await userEvent.type(dateBox(), '昭和64年2月1日');
    expect(dateBox().getAttribute('aria-invalid')).toBe('true');
    expect(onDate).toHaveBeenLastCalledWith(null);
    await userEvent.click(screen.getByRole('button', { name: '平成元年2月1日にする' }));
    expect(dateBox().value).toBe('平成元年2月1日');
    expect(onDate).toHaveBeenLastCalledWith('1989-02-01');
  });

  it('says nothing against a date that is still being typed, but does when the box is left', async () => {
    render(<DateBox purpose="birth" />);
    await userEvent.type(dateBox(), '昭和12年');
    expect(dateBox().getAttribute('aria-invalid')).toBeNull();
    await userEvent.tab();
    expect(dateBox().getAttribute('aria-invalid')).toBe('true');
  });

  it('offers today and yesterday for an event', async () => {
    const onDate = vi.fn();
    render(<DateBox purpose="event" onDate={onDate} />);
    await userEvent.click(screen.getByRole('button', { name: /昨日/u }));
    expect(dateBox().value).toBe('令和8年11月21日');
    expect(onDate).toHaveBeenLastCalledWith('2026-11-21');
  });
});
