// The ledger as Excel on a council's PC saves it: every row is accounted for, and a second import finds nothing to do.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditTrail } from '#main/platform/database/schema/registry.ts';
import type { Person } from '#shared/contract/person-shape.ts';
import type { ImportPlan } from '#shared/contract/transfer.contract.ts';
import { apply, everybody, LEDGERS, type Opened, openLedgerAt, plan } from '../support/ledger-import.ts';
import { openTestRegister, type TestRegister } from '../support/test-register.ts';
import { lostCells } from './transfer-lost-cells.ts';

const PATH = join(LEDGERS, 'excel-cp932.csv');
const [HEADINGS = [], ...ROWS]: string[][] = parse(iconv.decode(readFileSync(PATH), 'cp932'), { relax_quotes: true });

describe('the ledger that Excel saved in CP932', () => {
  let register: TestRegister;
  let opened: Opened;
  let first: ImportPlan;
  let people: Person[];

  beforeAll(async () => {
    register = await openTestRegister();
    opened = await openLedgerAt(register, PATH);
    first = await plan(register, opened);
    await apply(register, opened);
    people = await everybody(register);
  });
  afterAll(() => register.close());

  /** The person of a row: under its own number, or, for a row typed twice, under that of its twin. */
  const personOf = (row: number): Person | undefined => {
    const planned = first.rows.find((each) => each.row === row);
    const number = ROWS[(planned?.twin?.row ?? row) - 2]?.[0];
    return people.find(({ note }) => `\n${note}\n`.includes(`\n№: ${number}\n`));
  };

  it('is known for what it is before anything is written', () => {
    expect(opened.ledger).toMatchObject({
      encoding: 'cp932',
      headerRow: 1,
      rowCount: 496,
      fileName: 'excel-cp932.csv',
    });
    expect(opened.ledger.columns.filter(({ field }) => field === 'note').map(({ heading }) => heading)).toEqual(['№']);
  });

  it('has every row in the plan exactly once', () => {
    expect(first.rows.map(({ row }) => row)).toEqual(ROWS.map((_, index) => index + 2));
  });

  it('brings in all 480 people and offers the 11 rows typed twice for merging', () => {
    expect(first.counts).toMatchObject({ new: 480, duplicate: 11, unchanged: 0, refused: 0, notAPerson: 5 });
    expect(people).toHaveLength(480);
    const twice = ROWS.flatMap((cells, index) => (cells[24] === '重複?' ? [index + 2] : []));
    const offered = first.rows.filter(({ verdict }) => verdict === 'duplicate');
    expect(offered.map(({ row }) => row)).toEqual(twice);
    expect(offered.every(({ decision, twin, row }) => decision === 'merge' && twin?.row === row - 1)).toBe(true);
  });

  it('leaves out the four blank rows and the total, by name', () => {
    const nobody = first.rows.filter(({ verdict }) => verdict === 'not_a_person');
    expect(nobody.map(({ row, remark }) => [row, remark])).toEqual([
      [108, 'blank'],
      [196, 'blank'],
      [274, 'blank'],
      [283, 'blank'],
      [497, 'total'],
    ]);
  });

  it('names every impossible birthday with its row and keeps its words in the note', () => {
    const impossible = first.rows.flatMap(({ row, issues }) =>
      issues.flatMap(({ field, kind, reason, original }) =>
        field === 'birthOn' && kind === 'kept_as_note' ? [[row, reason, original]] : [],
      ),
    );
    expect(impossible).toEqual([
      [7, 'date_in_future', '2050/1/1'],
      [42, 'outside_era', '明治100年1月1日'],
      [43, 'outside_era', '明治100年1月1日'],
      [185, 'outside_era', '昭和64年2月1日'],
      [214, 'outside_era', '明治100年1月1日'],
      [281, 'date_unknown', '不明'],
      [315, 'date_unreadable', 'S12.3'],
      [389, 'date_unknown', '不明'],
      [487, 'no_such_day', 'S65.13.1'],
    ]);
    for (const [row, , original] of impossible) {
      expect(personOf(Number(row))?.note).toContain(`生年月日（台帳のまま）: ${original}`);
    }
  });

  it('does not believe a 〃 that the rest of the ledger contradicts', () => {
    const flagged = first.rows.filter(({ issues }) =>
      issues.some(({ reason }) => reason === 'ditto_contradicts_neighbours'),
    );
    expect(flagged).toHaveLength(16);
    const issue = flagged.find(({ row }) => row === 34)?.issues.find(({ field }) => field === 'district');
    expect(issue).toMatchObject({ original: '〃', taken: '明治', kind: 'doubtful' });
    expect(issue?.detail).toContain('「立売堀6丁目」のほかの2行は「明治」');
    expect(personOf(34)).toMatchObject({ district: 'meiji' });
    expect(personOf(34)?.note).toContain('地域（台帳のまま）: 〃（上の行は堀江）');
  });

  it('keeps a remark that looks like a formula exactly as it stands', () => {
    const formula = ROWS.findIndex((cells) => cells[24] === ' =SUM(A1:A9)');
    expect(personOf(formula + 2)?.note.startsWith(' =SUM(A1:A9)\n')).toBe(true);
  });

  it('reads telephones, consents, contacts and titles as a careful clerk does', () => {
    expect(personOf(2)).toMatchObject({
      phone: '06-6494-9942',
      mobile: '080-0986-1662',
      volunteerName: '西野',
      lastSeenBeforeOn: '2026-10-05',
      building: 'シャトー①番館',
      room: '805',
      contacts: [{ name: '山崎 恵美子', relation: '知人', phone: '', note: '' }],
    });
    expect(personOf(9)?.consents).toMatchObject([{ status: 'given', method: 'oral', decidedOn: '2025-05-20' }]);
    expect(personOf(4)).toMatchObject({ volunteerName: null, commissionerName: '池田', handbookMental: 'm2' });
  });

  it('counts no visit for what the ledger calls 最終訪問', async () => {
    const { id } = personOf(2) as Person;
    expect(await register.ok('visits.listForPerson', { personId: id })).toEqual([]);
  });

  it('loses no filled cell of any row', () => {
    const lost = ROWS.flatMap((cells, index) => {
      const person = personOf(index + 2);
      return person ? lostCells(HEADINGS, cells, person).map((heading) => `${index + 2} ${heading}`) : [];
    });
    expect(ROWS.filter((_, index) => personOf(index + 2))).toHaveLength(491);
    expect(lost).toEqual([]);
  });

  it('writes one audit row for the whole import, with counts and without names', () => {
    const rows = register.vault.session.reader.select().from(auditTrail).all();
    const imports = rows.filter(({ operation }) => operation === 'transfer.applyImport');
    expect(imports.map(({ detail }) => JSON.parse(detail))).toEqual([
      { rows: 496, added: 480, merged: 11, skipped: 0 },
    ]);
  });

  it('proposes nothing the second time, and remembers the columns', async () => {
    const again = await openLedgerAt(register, PATH);
    expect(again.ledger.columns.every(({ source }) => source === 'remembered')).toBe(true);
    const second = await plan(register, again);
    expect(second.counts).toMatchObject({ new: 0, duplicate: 0, unchanged: 491, refused: 0, notAPerson: 5 });
    expect(await apply(register, again)).toEqual({ added: 0, merged: 0, skipped: 491, startedToday: 0 });
    expect(await everybody(register)).toEqual(people);
  });
});

describe('the search for lost cells', () => {
  it('finds what a wrong column or a forgotten value loses', async () => {
    const register = await openTestRegister();
    const opened = await openLedgerAt(register, PATH);
    const phone = opened.mapping.indexOf('phone');
    const mobile = opened.mapping.indexOf('mobile');
    const broken = opened.mapping.with(phone, 'mobile').with(mobile, 'phone');
    await plan(register, { ...opened, mapping: broken });
    await apply(register, { ...opened, mapping: broken });
    const people = await everybody(register);
    const first = people.find(({ note }) => note.includes('№: 1'));
    const row = ROWS[0] ?? [];
    const person = people.find(({ name, address }) => name === row[3] && address === '千代崎1丁目12-10') ?? first;
    expect(lostCells(HEADINGS, row, person as Person)).toEqual(['電話', '携帯']);
    expect(lostCells(HEADINGS, row, { ...(person as Person), contacts: [], note: '' })).toContain('緊急連絡先');
    register.close();
  });
});
