// Every way in which nothing can be given out has its sentence, and the ones of the design stand to the letter.
import { describe, expect, it } from 'vitest';
import { missingSentence, refusalSentence } from '#main/features/publications/publication-words.ts';
import { verdictSentence } from '#main/features/publications/report-notes.ts';
import { asCalendarMonth } from '#shared/model/calendar-date.ts';

const alone = { isHistoryTheCause: false, isMonthBeforePublished: false };

describe('why nothing can be given out', () => {
  it('says how a figure could be worked out', () => {
    const refusal = { code: 'not_protectable' as const, cells: ['a', 'b', 'c'] };
    const byHistory = { isHistoryTheCause: true, isMonthBeforePublished: true };
    expect(refusalSentence(refusal, byHistory)).toBe(
      'この表は出力できません。＊にした数字のうち3か所が、先月の表との引き算で分かってしまいます。',
    );
    expect(refusalSentence(refusal, { ...byHistory, isMonthBeforePublished: false })).toContain('これまでに公表した表');
    expect(refusalSentence(refusal, alone)).toContain('表の中の引き算で');
  });

  it('names the month whose publication is missing', () => {
    const missing = { code: 'history_missing' as const, cells: [], missingPeriod: '2026-06' };
    expect(refusalSentence(missing, alone)).toBe('6月分の公表記録が見つからないため、安全を確認できません。');
    expect(refusalSentence({ code: 'history_missing', cells: [] }, alone)).toBe(
      '公表記録が見つからないため、安全を確認できません。',
    );
  });

  it('says that the time was not enough', () => {
    expect(refusalSentence({ code: 'timed_out', cells: [] }, alone)).toBe(
      '時間内に安全を確認できませんでした。出力していません。',
    );
  });

  it.each([
    'not_certain',
    'history_damaged',
    'restated',
    'mixed_modes',
    'rounding_impossible',
    'cancelled',
    'file_differs',
    'invalid_publication',
    'solver_failed',
  ] as const)('has words for %s', (code) => {
    expect(refusalSentence({ code, cells: [] }, alone)).toMatch(/。$/u);
  });
});

describe('what this machine remembers and the register does not know', () => {
  const months = ['2026-06', '2026-07'].map(asCalendarMonth);

  it('names every month', () => {
    expect(missingSentence({ kind: 'missing', months: months.slice(0, 1) })).toBe(
      '6月分の公表記録が見つからないため、安全を確認できません。',
    );
    expect(missingSentence({ kind: 'missing', months })).toContain('6月分・7月分の公表記録');
    expect(missingSentence({ kind: 'unfinished', months: months.slice(1) })).toContain('7月分の書き出しが途中で');
    expect(missingSentence({ kind: 'unreadable', months: [] })).toContain('読めない');
  });
});

describe('the verdict', () => {
  it('says what was checked, and never that nothing can be learned', () => {
    const sentence = verdictSentence({ hidden: 68, earlierTables: 14, k: 5 }, false);
    expect(sentence).toBe(
      '＊の68か所は、公表済み14表のすべてと合わせても人数を特定できないことを確認しました（5人未満を保護）。',
    );
    expect(verdictSentence({ hidden: 0, earlierTables: 0, k: 10 }, false)).toContain('10人以上');
    expect(verdictSentence({ hidden: 0, earlierTables: 2, k: 5 }, true)).toContain('もとの数を特定できない');
  });
});
