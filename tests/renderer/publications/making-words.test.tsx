// What she says in a summary in her own words: kept while she writes, brought back, moved with her, let go of when it was given out.
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { clearScreen, FakeRefusal } from '../support/fake-register.tsx';
import { sayWhoReceivesIt } from '../support/handout.ts';
import { goBackTo, press, remarks, showTables } from './shown-making.tsx';

afterEach(clearScreen);

describe('her words in a summary', () => {
  const KEPT = { key: 'remarks:2026-09' };
  const body = (profile: string, words: string) => JSON.stringify({ base: null, value: { profile, remarks: words } });
  const elsewhere = () => userEvent.click(screen.getByRole('link', { name: '月次集計' }));

  it('are kept when she leaves, and nothing is asked', async () => {
    const shown = await showTables();
    await press('次へ');
    await userEvent.type(remarks(), '電話をふやしました');
    await elsewhere();
    expect(await screen.findByText('ほかの画面')).toBeDefined();
    expect(shown.inputsOf('drafts.keep')).toEqual([{ ...KEPT, body: body('council', '電話をふやしました') }]);
    expect(shown.inputsOf('drafts.discard')).toEqual([]);
  });

  it('that cannot be kept are not left without a question', async () => {
    await showTables({
      'drafts.keep': () => {
        throw new FakeRefusal('disk_full');
      },
    });
    await press('次へ');
    await userEvent.type(remarks(), '電話をふやしました');
    await elsewhere();
    expect(await screen.findByRole('alertdialog', { name: 'まだ保存していません' })).toBeDefined();
    await press('続けて書く');
    expect(remarks().value).toBe('電話をふやしました');
  });

  it('are brought back with whom they were for', async () => {
    const shown = await showTables({
      'drafts.find': () => ({ body: body('public', '電話をふやしました'), savedAt: '2026-10-02T03:00:00.000Z' }),
    });
    expect(screen.getByText('前回の書きかけを戻しました')).toBeDefined();
    expect(shown.inputsOf('drafts.find')).toEqual([KEPT]);
    await press('次へ');
    expect(remarks().value).toBe('電話をふやしました');
    await press('安全を確認する');
    await screen.findByRole('button', { name: '書き出す' });
    expect(shown.inputsOf('publications.prepare')).toMatchObject([
      { profile: 'public', remarks: '電話をふやしました' },
    ]);
  });

  it('that were brought back are thrown away when she begins again', async () => {
    const shown = await showTables({
      'drafts.find': () => ({ body: body('council', '電話をふやしました'), savedAt: '2026-10-02T03:00:00.000Z' }),
    });
    await press('捨てて始めから');
    await waitFor(() => expect(shown.inputsOf('drafts.discard')).toEqual([KEPT]));
    expect(screen.queryByText('前回の書きかけを戻しました')).toBeNull();
    await press('次へ');
    expect(remarks().value).toBe('');
  });

  it('are let go of once the summary was given out, and what is written then is kept anew', async () => {
    const shown = await showTables();
    await press('次へ');
    await userEvent.type(remarks(), '電話をふやしました');
    shown.emit({ type: 'auto_lock_warning', seconds: 60 });
    await press('安全を確認する');
    await userEvent.click(await screen.findByRole('button', { name: '書き出す' }));
    await sayWhoReceivesIt('書き出す');
    await screen.findByText('「提出用」に2つのファイルを書き出しました。');
    await goBackTo('連絡事項と確認');
    await userEvent.type(remarks(), '。');
    await elsewhere();
    await screen.findByText('ほかの画面');
    const writes = shown.calls.filter(({ operation }) => /drafts\.(?:keep|discard)/u.test(operation));
    expect(writes).toEqual([
      { operation: 'drafts.keep', input: { ...KEPT, body: body('council', '電話をふやしました') } },
      { operation: 'drafts.discard', input: KEPT },
      { operation: 'drafts.keep', input: { ...KEPT, body: body('council', '電話をふやしました。') } },
    ]);
  });

  it('go with her to another month, and are then kept under that one alone', async () => {
    const shown = await showTables();
    await press('次へ');
    await userEvent.type(remarks(), '電話をふやしました');
    await goBackTo('月と渡す先');
    await userEvent.click(screen.getByRole('button', { name: /集計の月/u }));
    await userEvent.click(await screen.findByRole('option', { name: /8月/u }));
    await waitFor(() => expect(shown.inputsOf('drafts.discard')).toEqual([KEPT]));
    expect(shown.inputsOf('drafts.keep').at(-1)).toEqual({
      key: 'remarks:2026-08',
      body: body('council', '電話をふやしました'),
    });
  });

  it('never push aside what was kept for that other month', async () => {
    const august = { body: body('council', '8月の分'), savedAt: '2026-09-02T03:00:00.000Z' };
    const shown = await showTables({ 'drafts.find': ({ key }) => (key === 'remarks:2026-08' ? august : null) });
    await press('次へ');
    await userEvent.type(remarks(), '9月の分');
    await goBackTo('月と渡す先');
    await userEvent.click(screen.getByRole('button', { name: /集計の月/u }));
    await userEvent.click(await screen.findByRole('option', { name: /8月/u }));
    await screen.findByText('前回の書きかけを戻しました');
    await press('次へ');
    await screen.findAllByText('おすすめ');
    await press('次へ');
    expect(remarks().value).toBe('8月の分');
    expect(shown.inputsOf('drafts.keep')).toEqual([{ ...KEPT, body: body('council', '9月の分') }]);
    expect(shown.inputsOf('drafts.discard')).toEqual([]);
  });
});
