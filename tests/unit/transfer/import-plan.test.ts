// Who a row is: new, known, twice in the file, or nobody. All people are invented.
import { describe, expect, it } from 'vitest';
import { decideActions } from '#main/features/transfer/import-actions.ts';
import type { RowDecision } from '#shared/contract/transfer.contract.ts';
import { CODES, knownFrom, planOf } from './plan-of.ts';

const HEAD = ['氏名', 'ふりがな', '生年月日', '住所', '電話', '備考'];
const person = (name: string, kana = '', birth = '', address = '', phone = '', note = '') => [
  name,
  kana,
  birth,
  address,
  phone,
  note,
];
const verdicts = (rows: ReturnType<typeof planOf>) => rows.map(({ verdict, decision }) => `${verdict} ${decision}`);
const decide = (
  rows: ReturnType<typeof planOf>,
  decisions: Record<number, RowDecision> = {},
  known = [] as ReturnType<typeof knownFrom>[],
) =>
  decideActions(
    rows,
    new Map(Object.entries(decisions).map(([row, decision]) => [Number(row), decision])),
    known,
    CODES,
  );

describe('rows of one file', () => {
  it('are the same person when the name, in any writing, and one more thing agree', () => {
    const rows = planOf([
      HEAD,
      person('山﨑 光男', '', 'S10.1.2'),
      person('山崎光男', '', '1935/1/2'),
      person('髙橋 花', '', '', '新町1-2-3'),
      person('高橋　花', '', '', '大阪市西区新町１－２－３'),
      person('渡邊 一', '', '', '', '6541-0001'),
      person('渡辺 一', '', '', '', '06-6541-0001'),
      person('見本 薫', 'みほん かおる', 'S10.1.2', '本田1-1-1'),
      person('見本 馨', 'ミホン カオル', 'S10.1.2', '本田1-1-1'),
    ]);
    expect(verdicts(rows)).toEqual([
      'new add',
      'duplicate merge',
      'new add',
      'duplicate merge',
      'new add',
      'duplicate merge',
      'new add',
      'duplicate merge',
    ]);
    expect(rows[1]?.twin).toMatchObject({ row: 2, name: '山﨑 光男', personId: null });
  });

  it('are asked about, but not merged by themselves, when something speaks against it', () => {
    const rows = planOf([
      HEAD,
      person('見本 一郎', '', 'S10.1.2', '新町1-2-3'),
      person('見本 一郎', '', 'S40.5.6', '新町1-2-3'),
      person('架空 薫', 'かくう かおる', 'S11.1.2', '本田1-1-1'),
      person('架空 香', 'かくう かおる', 'S11.1.2', '境川2-2-2'),
    ]);
    expect(verdicts(rows)).toEqual(['new add', 'duplicate add', 'new add', 'duplicate add']);
  });

  it('are other people when only the name or only the household agrees', () => {
    const rows = planOf([
      HEAD,
      person('見本 一郎', 'みほん いちろう', 'S10.1.2', '新町1-2-3', '6541-0001'),
      person('見本 花子', 'みほん はなこ', 'S12.3.4', '新町1-2-3', '6541-0001'),
      person('見本 一郎', 'みほん いちろう', 'S20.1.2', '本田1-1-1', '6541-0002'),
    ]);
    expect(verdicts(rows)).toEqual(['new add', 'new add', 'new add']);
  });

  it('say what merging does: empty fields are filled, what differs goes to the note', () => {
    const rows = planOf([
      HEAD,
      person('山﨑 光男', '', 'S10.1.2', '新町1-2-3'),
      person('山崎 光男', '', 'S10.1.2', '本田1-1-1', '6541-0001', '重複?'),
    ]);
    expect(rows[1]?.twin?.differences).toEqual([
      { label: '氏名', here: '山崎 光男', there: '山﨑 光男', afterMerge: '山﨑 光男' },
      { label: '住所', here: '本田1丁目1-1', there: '新町1丁目2-3', afterMerge: '新町1丁目2-3' },
      { label: '電話', here: '06-6541-0001', there: '', afterMerge: '06-6541-0001' },
      { label: '備考', here: '重複?', there: '', afterMerge: '重複?' },
    ]);
    const [action] = decide(rows).actions;
    expect(action?.draft).toMatchObject({
      facts: { name: '山﨑 光男', address: '新町1丁目2-3', phone: '06-6541-0001' },
      noteParts: ['氏名（取り込み元）: 山崎 光男', '住所（取り込み元）: 本田1丁目1-1', '重複?'],
    });
  });

  it('that are nobody are named as such, and a row without a name is refused', () => {
    const rows = planOf([
      HEAD,
      person('', '', '', '', '', ''),
      person('合計', '', '', '12'),
      HEAD,
      person('', '', 'S10.1.2'),
    ]);
    expect(rows.map(({ verdict, remark }) => `${verdict} ${remark}`)).toEqual([
      'not_a_person blank',
      'not_a_person total',
      'not_a_person repeated_heading',
      'refused no_name',
    ]);
    expect(rows[3]?.place).toBe('S10.1.2');
  });

  it('with a cell of more than 4,000 characters are refused with their reason', () => {
    const [row] = planOf([HEAD, person('見本 花子', '', '', '', '', 'あ'.repeat(4001))]);
    expect(row).toMatchObject({ verdict: 'refused', remark: 'too_long', issues: [{ reason: 'too_long' }] });
  });
});

describe('a row of somebody in the register', () => {
  const known = knownFrom({ 氏名: '山﨑 光男', 生年月日: 'S10.1.2', 住所: '新町1-2-3', 備考: '犬がいる' });

  it('is left alone when it says nothing new', () => {
    const rows = planOf([HEAD, person('山崎光男', '', '1935/1/2', '', '', '犬がいる')], [known]);
    expect(rows[0]?.verdict).toBe('duplicate');
    const same = planOf([HEAD, person('山﨑　光男', '', '1935/1/2', '新町1丁目2-3', '', '犬がいる')], [known]);
    expect(same[0]).toMatchObject({ verdict: 'unchanged', decision: 'skip', twin: { personId: known.personId } });
    expect(decide(same, {}, [known]).actions).toEqual([]);
  });

  it('revises the record when it is merged, and never twice', () => {
    const rows = planOf([HEAD, person('山﨑 光男', '', 'S10.1.2', '', '6541-0001')], [known]);
    const [action] = decide(rows, {}, [known]).actions;
    expect(action).toMatchObject({
      kind: 'revise',
      draft: { facts: { phone: '06-6541-0001' }, noteParts: ['犬がいる'] },
    });
    const after = { ...known, ...action?.draft };
    const again = planOf([HEAD, person('山﨑 光男', '', 'S10.1.2', '', '6541-0001')], [after]);
    expect(verdicts(again)).toEqual(['unchanged skip']);
  });

  it('says when the watch over them has ended', () => {
    const [row] = planOf([HEAD, person('山﨑 光男', '', 'S10.1.2')], [{ ...known, isEnded: true }]);
    expect(row?.remark).toBe('ended');
  });

  it('finds its own record among two that are alike', () => {
    const other = knownFrom({ 氏名: '山﨑 光男', 生年月日: 'S10.1.2', 住所: '本田1-1-1', 電話: '6541-0009' });
    const [row] = planOf([HEAD, person('山﨑 光男', '', 'S10.1.2', '新町1-2-3', '', '犬がいる')], [other, known]);
    expect(row).toMatchObject({ verdict: 'unchanged', twin: { personId: known.personId } });
  });
});

describe('decisions', () => {
  const twice = () => planOf([HEAD, person('見本 一', '', 'S10.1.2'), person('見本 一', '', 'S10.1.2', '新町1-2-3')]);

  it('merge, add or leave out', () => {
    expect(decide(twice())).toMatchObject({ actions: [{ kind: 'register' }], merged: 1, skipped: 0 });
    expect(decide(twice(), { 3: 'add' })).toMatchObject({ actions: [{}, {}], merged: 0, skipped: 0 });
    expect(decide(twice(), { 3: 'skip' })).toMatchObject({ actions: [{}], merged: 0, skipped: 1 });
  });

  it('to leave somebody out hold for the rows that are merged into them', () => {
    expect(decide(twice(), { 2: 'skip' })).toMatchObject({ actions: [], merged: 0, skipped: 2 });
    expect(decide(twice(), { 2: 'skip', 3: 'add' })).toMatchObject({ actions: [{}], merged: 0, skipped: 1 });
  });

  it('about rows that are nobody change nothing', () => {
    const rows = planOf([HEAD, person('', '', 'S10.1.2')]);
    expect(decide(rows, { 2: 'add' }).actions).toEqual([]);
  });
});

describe('a 〃', () => {
  const table = (...rows: string[][]) => planOf([['氏名', '地域', '町会'], ...rows]);

  it('takes the word above it, over blank rows too', () => {
    const rows = table(['見本 一', '堀江', '南堀江1丁目'], [], ['見本 二', '〃', '〃']);
    expect(rows[2]?.draft?.facts).toMatchObject({ district: 'horie', neighbourhood: '南堀江1丁目' });
    expect(rows[2]?.issues.map(({ reason }) => reason)).toEqual(['ditto_resolved', 'ditto_resolved']);
  });

  it('gives way to the other rows of the same 町会, and says so', () => {
    const rows = table(
      ['見本 一', '明治', '立売堀6丁目'],
      ['見本 二', '明治', '立売堀6丁目'],
      ['見本 三', '堀江', '北堀江1丁目'],
      ['見本 四', '〃', '立売堀6丁目'],
    );
    expect(rows[3]?.draft?.facts.district).toBe('meiji');
    expect(rows[3]?.issues).toMatchObject([
      { kind: 'doubtful', reason: 'ditto_contradicts_neighbours', original: '〃' },
    ]);
    expect(rows[3]?.draft?.noteParts).toEqual(['地域（台帳のまま）: 〃（上の行は堀江）']);
  });

  it('with nothing above it stays as text', () => {
    const [row] = table(['見本 一', '〃', '南堀江1丁目']);
    expect(row?.issues).toMatchObject([{ kind: 'kept_as_note', reason: 'ditto_without_source' }]);
    expect(row?.draft?.noteParts).toEqual(['地域（台帳のまま）: 〃']);
  });
});
