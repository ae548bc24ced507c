// What is missing from the history stops a summary: which months, and what leads on. Invented answers.
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { asCalendarMonth } from '#shared/model/calendar-date.ts';
import { clearScreen } from '../support/fake-register.tsx';
import { check, press, showTables } from './shown-making.tsx';

afterEach(clearScreen);

describe('a history that is not whole', () => {
  it('names the month whose publication is missing, and leads to a newer backup or to a decision', async () => {
    const sentence = '7月分の公表記録が見つからないため、安全を確認できません。';
    const months = [asCalendarMonth('2026-07')];
    const missing = { kind: 'missing' as const, months };
    const shown = await showTables({
      'publications.prepare': () => ({
        state: 'refused',
        refusal: { code: 'history_missing', sentence, cells: 0, offers: [], missing },
      }),
      'publications.settleMissing': () => ({}),
    });
    await check();
    expect(await screen.findByText(sentence)).toBeDefined();
    expect(screen.getByRole('link', { name: '設定で、新しい控えに戻す' }).getAttribute('href')).toBe('/settings');
    await press('だれの手元にもないと記録する');
    await press('確かめたと記録する');
    expect(await screen.findAllByText('どちらかを選んでください。')).not.toHaveLength(0);
    await userEvent.click(screen.getByRole('radio', { name: /だれにも渡していない/u }));
    await userEvent.type(screen.getByRole('textbox', { name: /どうやって/u }), '聞いた');
    await press('確かめたと記録する');
    expect(await screen.findAllByText('どうやって確かめたかを、10文字以上で書いてください。')).not.toHaveLength(0);
    expect(shown.inputsOf('publications.settleMissing')).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: /どうやって/u }), '。ファイルはごみ箱からも消した');
    await press('確かめたと記録する');
    await waitFor(() => expect(shown.inputsOf('publications.settleMissing')).toHaveLength(1));
    expect(shown.inputsOf('publications.settleMissing')).toEqual([
      { months, standing: 'never_handed_out', reason: '聞いた。ファイルはごみ箱からも消した' },
    ]);
    expect(await screen.findByRole('button', { name: '安全を確認する' })).toBeDefined();
  });

  it('asks for the stick where one was cut off, and offers no backup', async () => {
    const sentence = '7月分の書き出しが途中で終わっていて、書きかけのファイルが残っていないか、確認できません。';
    const missing = { kind: 'unfinished' as const, months: [asCalendarMonth('2026-07')] };
    await showTables({
      'publications.prepare': () => ({
        state: 'refused',
        refusal: { code: 'history_missing', sentence, cells: 0, offers: [], missing },
      }),
    });
    await check();
    expect(await screen.findByText('書き出し先をつなぐ')).toBeDefined();
    expect(screen.queryByRole('link', { name: '設定で、新しい控えに戻す' })).toBeNull();
  });
});
