// Ledgers unlike the usual one, and files that are none. All people are invented.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '#shared/contract/person-shape.ts';
import {
  apply,
  everybody,
  LEDGERS,
  type Opened,
  openLedgerAt,
  openLedgerWith,
  plan,
} from '../support/ledger-import.ts';
import { openTestRegister, type TestRegister } from '../support/test-register.ts';

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister();
});
afterEach(() => register.close());

async function importAll(opened: Opened): Promise<Map<string, Person>> {
  await plan(register, opened);
  await apply(register, opened);
  return new Map((await everybody(register)).map((person) => [person.name.replace(/\s/gu, ''), person]));
}

const fixture = (name: string) => openLedgerAt(register, join(LEDGERS, name));
const fieldsOf = ({ ledger }: Opened) =>
  Object.fromEntries(ledger.columns.map(({ heading, field }) => [heading, field]));

describe('a ledger with other column names', () => {
  it('has its columns found by name, and the rest marked for the note', async () => {
    const opened = await fixture('utf8-bom-other-names.csv');
    expect(opened.ledger.encoding).toBe('utf-8-bom');
    expect(fieldsOf(opened)).toEqual({
      お名前: 'name',
      よみ: 'kana',
      '生年月日(和暦)': 'birthOn',
      電話番号1: 'phone',
      電話番号2: 'phone',
      自宅TEL: 'phone',
      住まい: 'address',
      見守り頻度: 'frequency',
      介護: 'careLevel',
      備考欄: 'remarks',
      かかりつけ医: 'note',
      好きなもの: 'note',
      身体障害者手帳: 'handbookPhysical',
      緊急連絡先氏名: 'contact',
      続柄: 'contactRelation',
      緊急連絡先TEL: 'contactPhone',
    });
  });

  it('fills fields from cells that hold several things, and keeps what it does not know in the note', async () => {
    const people = await importAll(await fixture('utf8-bom-other-names.csv'));
    expect(people.get('見本ハナ')).toMatchObject({
      birthOn: '1937-03-04',
      phone: '06-6541-0001',
      mobile: '090-0000-0001',
      postalCode: '550-0015',
      address: '南堀江1丁目6-5',
      building: '見本ハイツ',
      room: '802',
      frequency: 'twice_a_month',
      careLevel: 'care2',
      handbookPhysical: 'p2',
      contacts: [{ name: '見本 太郎', relation: '長男', phone: '080-0000-0002', note: '' }],
      note: '声をかけると喜ぶ\n毎朝散歩\nかかりつけ医: 見本医院\n好きなもの: 将棋',
    });
    expect(people.get('架空次郎')).toMatchObject({ kana: 'カクウ ジロウ', address: '九条南3丁目4-5' });
    expect(people.get('例示さくら')?.note.split('\n')).toEqual([
      '-2が最低気温の日は訪問',
      '生年月日(和暦)（台帳のまま）: 不明',
      '電話番号1（台帳のまま）: 連絡は夜に',
      '介護（台帳のまま）: 要介護9',
      '見守り頻度（台帳のまま）: たまに',
    ]);
  });
});

describe('a ledger with title rows', () => {
  it('is read from its heading on, without subtotals and repeated headings', async () => {
    const opened = await fixture('utf8-title-rows.csv');
    expect(opened.ledger).toMatchObject({ encoding: 'utf-8', headerRow: 4 });
    expect(opened.ledger.aboveHeader).toEqual(['見守り対象者名簿（架空の例）', '令和8年10月1日現在 作成 見本地域']);
    const { rows } = await plan(register, opened);
    expect(rows.map(({ row, verdict, remark }) => [row, verdict, remark])).toEqual([
      [5, 'new', 'none'],
      [6, 'new', 'none'],
      [7, 'not_a_person', 'total'],
      [8, 'not_a_person', 'repeated_heading'],
      [9, 'new', 'none'],
      [10, 'refused', 'no_name'],
      [11, 'not_a_person', 'total'],
    ]);
  });

  it('keeps the starts of the watch that it names, and says how many begin today', async () => {
    const people = await importAll(await fixture('utf8-title-rows.csv'));
    expect(people.get('見本二郎')).toMatchObject({ district: 'horie', watchStartedOn: '2024-05-01' });
    expect(people.get('見本三郎')?.watchStartedOn).toBe('2026-10-15');
    expect(people.get('見本三郎')?.note).toContain('見守り開始日（台帳のまま）: R1.4.1');
  });
});

describe('a ledger in another notation', () => {
  it('is read with semicolons and a heading of two rows', async () => {
    const opened = await fixture('semicolons-two-header-rows.csv');
    expect(opened.ledger.headerRow).toBe(2);
    const people = await importAll(opened);
    expect(people.get('見本花子')).toMatchObject({
      kana: 'ミホン ハナコ',
      sex: 'female',
      postalCode: '550-0013',
      address: '新町1丁目2-3',
      phone: '06-6541-0003',
      mobile: '090-0000-0003',
      contacts: [{ name: '見本 太郎', relation: '子', phone: '080-0000-0004', note: '' }],
    });
    expect(people.get('架空太郎')).toMatchObject({ address: '北堀江4丁目5-6', postalCode: '550-0014' });
  });

  it('is read with tabs in UTF-16', async () => {
    const opened = await fixture('tabs-utf16.txt');
    expect(opened.ledger.encoding).toBe('utf-16le');
    const people = await importAll(opened);
    expect(people.get('見本梅')).toMatchObject({ room: '1203', hasAutoLock: true, accessNote: '管理人 9時から17時' });
    expect(people.get('架空竹')).toMatchObject({ neighbourhood: '新町1丁目', building: 'コーポ架空', room: '12' });
  });

  it('is read with three columns only', async () => {
    const people = await importAll(await fixture('three-columns.csv'));
    expect(people.get('見本松子')).toMatchObject({ address: '境川1丁目2-3', phone: '06-6541-0005' });
    expect(people.get('架空杉男')).toMatchObject({ phone: '090-0000-0006' });
  });

  it('does not lose rows to a quote that nobody closed', async () => {
    const people = await importAll(await fixture('lone-quote.csv'));
    expect([...people.keys()].sort()).toEqual(['"見本四', '見本一', '見本三', '見本二', '見本五'].sort());
    expect(people.get('見本一')?.note).toBe('"閉じ忘れ');
    expect(people.get('見本二')?.note).toBe('5" のテレビ');
    expect(people.get('見本三')?.note).toBe('閉じている\n二行目');
    expect(people.get('見本五')?.note).toBe('「"」を含む');
  });
});

describe('a file that is no ledger', () => {
  const refuse = async (content: string | Uint8Array) => {
    const failed = await openLedgerWith(register, content).then(
      () => null,
      (error: Error) => /"code":"(\w+)"/u.exec(error.message)?.[1],
    );
    return failed;
  };

  it.each([
    ['an empty file', ''],
    ['blank rows', ',,,\r\n,,,\r\n'],
    ['a text without a table', 'これは手紙です。\nお元気ですか。'],
    ['an Excel workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0, 255, 254, 1, 2, 3])],
    ['a heading without rows', Buffer.from('氏名,住所\r\n')],
    ['random bytes', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251)],
  ])('is refused: %s', async (_what, content) => {
    expect(await refuse(content)).toBe('file_not_a_ledger');
    expect(await register.ok('people.list', {})).toEqual([]);
  });

  it('is refused with 60,000 rows or 300 columns', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => `見本 ${index},新町1-1-${index}`);
    expect(await refuse(['氏名,住所', ...rows].join('\r\n'))).toBe('file_too_large');
    expect(await refuse(`氏名,住所${',他'.repeat(300)}\r\n見本,新町`)).toBe('file_too_large');
  });

  it('is refused when it is larger than 20 MB', async () => {
    expect(await refuse(new Uint8Array(20 * 1024 * 1024 + 1).fill(0x61))).toBe('file_too_large');
  });

  it('answers nothing when the dialog is closed', async () => {
    register.dialogAnswers.push(null);
    expect(await register.ok('transfer.openLedger', {})).toBeNull();
  });
});

/** An invented reading, another for every number. */
const kanaOf = (index: number) =>
  [...String(index).padStart(4, '0')].map((digit) => 'アイウエオカキクケコ'[Number(digit)]).join('');

describe('a large ledger', () => {
  it('of 5,000 people is planned whole', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => {
      const day = `S${5 + (index % 30)}.${1 + (index % 12)}.${1 + (index % 28)}`;
      return `見本${index},${kanaOf(index)},${day},新町${1 + (index % 4)}-${index}-1,6541-${String(index).padStart(4, '0')},独居,要介護1`;
    });
    const opened = await openLedgerWith(
      register,
      ['氏名,フリガナ,生年月日,住所,電話,世帯,介護度', ...rows].join('\r\n'),
    );
    const { counts } = await plan(register, opened);
    expect(counts).toMatchObject({ new: 5000, refused: 0 });
  });
});
