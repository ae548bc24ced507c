// A summary in the making: what is chosen for her, what she chooses, names and refusals that lose nothing, and giving it out once.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { MakingScreen } from '#renderer/features/publications/making-screen.tsx';
import { clearScreen, FakeRefusal, showScreen } from '../support/fake-register.tsx';
import { sayWhoReceivesIt } from '../support/handout.ts';
import { inventedOffers, publicationId } from './invented-publications.ts';
import { answersOf, check, PREPARED, press, remarks, showTables } from './shown-making.tsx';

afterEach(clearScreen);

const NAMES = '「連絡事項」に、台帳の方のお名前と思われる言葉（「見本ハル」）が入っています。';

const formsOf = (table: RegExp) => within(screen.getByRole('radiogroup', { name: table }));
const chosenOf = (table: RegExp) => formsOf(table).getByRole<HTMLInputElement>('radio', { checked: true }).value;

describe('choosing what goes into a summary', () => {
  it('begins with the newest closed month, the council, and why so many are protected', async () => {
    const shown = await showScreen(<MakingScreen month={null} />, answersOf());
    expect(await screen.findByText('5人に満たない数字')).toBeDefined();
    expect(shown.inputsOf('publications.offers')).toEqual([{ month: '2026-09', profile: 'council' }]);
  });

  it('preselects the usual pack in the advised forms, with the share of ＊ in words', async () => {
    await showTables();
    expect(chosenOf(/地域と分野（2026年9月）/u)).toBe('districts4');
    expect(formsOf(/地域と分野（2026年9月）/u).getByText('＊が64%')).toBeDefined();
    expect(screen.getByText(/^選んだ表：11/u)).toBeDefined();
  });

  it('keeps her own form and sums up as she changes', async () => {
    await showTables();
    await userEvent.click(formsOf(/地域と分野（2026年9月）/u).getByRole('radio', { name: /そのまま細かく/u }));
    expect(screen.getByText('選んだ表：11（うち、＊が3割以上の表：1）')).toBeDefined();
    await userEvent.click(screen.getByRole('checkbox', { name: /地域と分野/u }));
    expect(screen.getByText('選んだ表：10')).toBeDefined();
  });

  it('offers the tables that are not usual when they are asked for', async () => {
    const shown = await showTables();
    await press('ほかの表も見る（2）');
    await userEvent.click(screen.getByRole('checkbox', { name: /新規・継続と分野/u }));
    await check();
    await screen.findByRole('button', { name: '書き出す' });
    expect(shown.inputsOf('publications.prepare')).toMatchObject([
      {
        month: '2026-09',
        profile: 'council',
        tables: expect.arrayContaining([
          { tableId: 'consultations_by_turn_field', span: 'month', form: 'fine' },
          { tableId: 'consultations_by_district_field', span: 'month', form: 'districts4' },
        ]),
      },
    ]);
  });

  it('goes on where the shares could not be reckoned, and tries again when asked', async () => {
    let tries = 0;
    const shown = await showScreen(
      <MakingScreen month={null} />,
      answersOf({
        'publications.reckon': () => {
          tries += 1;
          if (tries === 1) throw new FakeRefusal('unexpected');
          return inventedOffers(true);
        },
      }),
    );
    await screen.findByRole('button', { name: '次へ' });
    await press('次へ');
    await screen.findByText('＊の割合を計算できませんでした');
    expect(screen.getByText('選んだ表：11')).toBeDefined();
    await press('もう一度計算する');
    await screen.findAllByText('おすすめ');
    expect(shown.inputsOf('publications.reckon')).toHaveLength(2);
  });

  it('can be stopped while the shares are reckoned, goes on without them, and reckons anew when asked', async () => {
    let tries = 0;
    let stop = () => {};
    const shown = await showScreen(
      <MakingScreen month={null} />,
      answersOf({
        'publications.reckon': () => {
          tries += 1;
          if (tries > 1) return inventedOffers(true);
          return new Promise((_resolve, reject) => {
            stop = () => reject(new FakeRefusal('cancelled'));
          });
        },
        'publications.cancelReckoning': () => {
          stop();
          return {};
        },
      }),
    );
    await screen.findByRole('button', { name: '次へ' });
    await press('次へ');
    await screen.findByText('待たずに先へ進んでもかまいません。');
    shown.emit({
      type: 'progress',
      operation: 'publications.reckon',
      done: 3,
      total: 40,
      step: '3とおりを計算しました',
    });
    expect(await screen.findByText('3とおりを計算しました。待たずに先へ進んでもかまいません。')).toBeDefined();
    await press('中止する');
    expect(await screen.findByText('＊の割合の計算をやめました')).toBeDefined();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.getByText('選んだ表：11')).toBeDefined();
    expect(shown.inputsOf('publications.reckon')).toHaveLength(1);
    await press('もう一度計算する');
    await screen.findAllByText('おすすめ');
    expect(screen.queryByText('＊の割合の計算をやめました')).toBeNull();
    expect(shown.inputsOf('publications.reckon')).toHaveLength(2);
  });

  it('cannot go on without a table', async () => {
    await showTables({ 'publications.reckon': () => inventedOffers(true).slice(0, 2) });
    await userEvent.click(screen.getByRole('checkbox', { name: /地域別/u }));
    await userEvent.click(screen.getByRole('checkbox', { name: /動き/u }));
    expect(screen.getByText('表を1つ以上選んでください。')).toBeDefined();
    expect(screen.getByRole('button', { name: '次へ' }).hasAttribute('disabled')).toBe(true);
  });

  it('loses nothing on the way back', async () => {
    await showTables();
    await userEvent.click(formsOf(/地域と分野（2026年9月）/u).getByRole('radio', { name: /丸めた/u }));
    await press('次へ');
    await userEvent.type(remarks(), '電話をふやしました');
    await press('もどる');
    expect(chosenOf(/地域と分野（2026年9月）/u)).toBe('rounded');
    await press('もどる');
    await press('次へ');
    await press('次へ');
    expect(remarks().value).toBe('電話をふやしました');
  });
});

describe('the decision on the fewest people', () => {
  it('is recorded with who, when and why', async () => {
    const shown = await showScreen(<MakingScreen month={null} />, answersOf({ 'publications.decide': () => ({}) }));
    await userEvent.click(await screen.findByRole('button', { name: '人数を変えて、決定を記録する' }));
    await press('決定を記録する');
    expect(await screen.findAllByText(/入れてください/u)).not.toHaveLength(0);
    expect(shown.inputsOf('publications.decide')).toHaveLength(0);
    await userEvent.type(screen.getByRole('textbox', { name: /決めた人/u }), '見本区社協 課長');
    await userEvent.type(screen.getByRole('textbox', { name: /理由/u }), '表がほとんど＊になるため');
    await press('決定を記録する');
    await waitFor(() =>
      expect(shown.inputsOf('publications.decide')).toMatchObject([
        { profile: 'council', k: 5, decidedBy: '見本区社協 課長', reason: '表がほとんど＊になるため' },
      ]),
    );
  });

  it('is not offered where the number is fixed', async () => {
    await showScreen(<MakingScreen month={null} />, answersOf());
    await userEvent.click(await screen.findByRole('radio', { name: /公表用/u }));
    expect(await screen.findByText('10人に満たない数字')).toBeDefined();
    expect(screen.queryByRole('button', { name: '人数を変えて、決定を記録する' })).toBeNull();
  });
});

describe('the check', () => {
  it('names the people that stand in her words, and keeps the words', async () => {
    await showTables({
      'publications.prepare': () => ({
        state: 'refused',
        refusal: { code: 'names_in_text', sentence: NAMES, cells: 0, offers: [], missing: null },
      }),
    });
    await press('次へ');
    await userEvent.type(remarks(), '見本ハルさんは元気');
    await press('安全を確認する');
    expect(await screen.findByText(NAMES)).toBeDefined();
    expect(remarks().value).toBe('見本ハルさんは元気');
    await userEvent.type(remarks(), 'です');
    expect(screen.queryByText(NAMES)).toBeNull();
  });

  it('says why it is not safe and what can be done; what is offered is taken up, the rest kept', async () => {
    const sentence = 'この表は出力できません。＊にした数字のうち3か所が、先月の表との引き算で分かってしまいます。';
    const choices = [
      { tableId: 'consultations_by_district_field', span: 'month' as const, form: 'rounded' },
      { tableId: 'persons_flow', span: 'month' as const, form: 'fine' },
    ];
    await showTables({
      'publications.prepare': () => ({
        state: 'refused',
        refusal: {
          code: 'not_protectable',
          sentence,
          cells: 3,
          offers: [
            { title: '丸めた表にする', leavesOut: [], hiddenShare: 0, choices },
            { title: '『動き』など2つの表をのぞく', leavesOut: ['動き', '理由別'], hiddenShare: 0.25, choices },
          ],
          missing: null,
        },
      }),
    });
    await check();
    expect(await screen.findByText(sentence)).toBeDefined();
    const ways = within(screen.getByRole('list', { name: '出せるようにする方法' }));
    expect(ways.getByText('＊が25%')).toBeDefined();
    expect(ways.getByText('のぞく表：動き、理由別')).toBeDefined();
    await press('自分で表を選び直す');
    expect(screen.getByText(/^選んだ表：11/u)).toBeDefined();
    await check();
    await userEvent.click(await screen.findByRole('button', { name: '丸めた表にする' }));
    expect(screen.getByText(/「丸めた表にする」の形に変えました/u)).toBeDefined();
    expect(screen.getByText(/^選んだ表：2/u)).toBeDefined();
    expect(chosenOf(/地域と分野（2026年9月）/u)).toBe('rounded');
  });

  it('can be stopped, and says that nothing came of it', async () => {
    let stop = () => {};
    const shown = await showTables({
      'publications.prepare': () =>
        new Promise((_resolve, reject) => {
          stop = () => reject(new FakeRefusal('cancelled'));
        }),
      'publications.cancelPreparing': () => {
        stop();
        return {};
      },
    });
    await check();
    shown.emit({ type: 'progress', operation: 'publications.prepare', done: 62, total: 100, step: '確かめています' });
    expect(await screen.findByText('確かめています')).toBeDefined();
    await press('中止する');
    expect(await screen.findByText('取りやめました。何も変わっていません。')).toBeDefined();
    expect(screen.getByRole('button', { name: '安全を確認する' })).toBeDefined();
  });

  it('must be made anew when something else is chosen', async () => {
    const shown = await showTables();
    await check();
    await screen.findByRole('button', { name: '書き出す' });
    await userEvent.click(screen.getByRole('button', { name: /のせる表/u }));
    await userEvent.click(screen.getByRole('checkbox', { name: /地域と分野/u }));
    await check();
    await screen.findByRole('button', { name: '書き出す' });
    expect(shown.inputsOf('publications.prepare')).toHaveLength(2);
  });
});

describe('giving it out', () => {
  it('happens once, however often the button is pressed', async () => {
    const shown = await showTables();
    await check();
    await userEvent.click(await screen.findByRole('button', { name: '書き出す' }));
    await sayWhoReceivesIt('書き出す');
    expect(await screen.findByText('「提出用」に2つのファイルを書き出しました。')).toBeDefined();
    expect(shown.inputsOf('publications.publish')).toMatchObject([{ preparedId: PREPARED }]);
    expect(screen.queryByRole('button', { name: '書き出す' })).toBeNull();
    expect(screen.getByRole('link', { name: '公表の記録で見る' }).getAttribute('href')).toBe(
      `/reports/${publicationId(4)}`,
    );
  });
});
