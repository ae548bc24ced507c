// The way from plan to register: decisions, what was confirmed, and what happens when the register changed meanwhile.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apply, everybody, openLedgerWith, plan } from '../support/ledger-import.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '../support/test-register.ts';

const LEDGER = `氏名,生年月日,住所,見守り員,民生委員,同意,同意日,見守り開始日,備考
見本 一郎,S10.1.2,新町1-2-3,西野さん,池田委員,同意(口頭),R5.6.1,R6.4.1,犬がいる
見本 一郎,S10.1.2,新町1-2-3,西野,森 民生,同意,R5.6.1,,重複?
架空 花子,S12.3.4,本田1-1-1,西野,池田委員,,,,
`;

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister();
});
afterEach(() => register.close());

describe('an import', () => {
  it('enters people, consents and supporters, each supporter once', async () => {
    const opened = await openLedgerWith(register, LEDGER);
    await plan(register, opened);
    expect(await apply(register, opened)).toEqual({ added: 2, merged: 1, skipped: 0, startedToday: 1 });
    const [hanako, ichiro] = (await everybody(register)).sort((a, b) => a.registerNumber - b.registerNumber).reverse();
    expect(ichiro).toMatchObject({
      name: '見本 一郎',
      watchStartedOn: '2024-04-01',
      volunteerName: '西野',
      commissionerName: '池田',
      consents: [{ status: 'given', method: 'oral', decidedOn: '2023-06-01' }],
      note: '犬がいる\n民生委員（取り込み元）: 森\n同意（取り込み元）: 同意・令和5年6月1日\n重複?',
    });
    expect(hanako).toMatchObject({ name: '架空 花子', watchStartedOn: '2026-10-15', consents: [] });
    const supporters = await register.ok('supporters.list', {});
    expect(supporters.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
      'commissioner 池田',
      'volunteer 西野',
    ]);
  });

  it('follows the decisions about single rows', async () => {
    const opened = await openLedgerWith(register, LEDGER);
    await plan(register, opened);
    const decisions = [
      { row: 3, decision: 'add' as const },
      { row: 4, decision: 'skip' as const },
    ];
    expect(await apply(register, opened, decisions)).toMatchObject({ added: 2, merged: 0, skipped: 1 });
    const second = await openLedgerWith(register, LEDGER);
    expect((await plan(register, second)).counts).toMatchObject({ new: 1, duplicate: 0, unchanged: 2 });
  });

  it('merges into somebody who is in the register, and tells the screens', async () => {
    const first = await openLedgerWith(register, '氏名,生年月日\n見本 一郎,S10.1.2\n');
    await plan(register, first);
    await apply(register, first);
    const opened = await openLedgerWith(register, LEDGER);
    const { rows } = await plan(register, opened);
    expect(rows.map(({ verdict, twin }) => [verdict, twin?.personId != null])).toEqual([
      ['duplicate', true],
      ['duplicate', true],
      ['new', false],
    ]);
    register.events.length = 0;
    expect(await apply(register, opened)).toMatchObject({ added: 1, merged: 2 });
    expect(register.events).toContainEqual({ type: 'changed', feature: 'transfer' });
    expect(register.events.some(({ type }) => type === 'progress')).toBe(true);
    const [ichiro] = (await everybody(register)).filter(({ name }) => name === '見本 一郎');
    expect(ichiro).toMatchObject({ volunteerName: '西野', consents: [{ status: 'given' }] });
    expect(ichiro?.note).toContain('犬がいる');
  });

  it('remembers a corrected column for the next file with these headings', async () => {
    const opened = await openLedgerWith(register, '氏名,ナゾの列\n見本 一郎,新町1丁目\n');
    expect(opened.mapping).toEqual(['name', 'note']);
    const corrected = { ...opened, mapping: ['name', 'neighbourhood'] as typeof opened.mapping };
    await plan(register, corrected);
    await apply(register, corrected);
    const again = await openLedgerWith(register, '氏名,ナゾの列\n架空 花子,本田1丁目\n');
    expect(again.ledger.columns.map(({ field, source }) => [field, source])).toEqual([
      ['name', 'remembered'],
      ['neighbourhood', 'remembered'],
    ]);
  });
});

describe('an import that no longer is what was confirmed', () => {
  const expectNothing = async (code: string, opened: Awaited<ReturnType<typeof openLedgerWith>>) => {
    const before = await everybody(register);
    const input = { file: opened.ledger.file, mapping: opened.mapping, decisions: [] };
    expect(await register.refused('transfer.applyImport', input)).toBe(code);
    expect(await everybody(register)).toEqual(before);
  };

  it('is refused without a plan', async () => {
    await expectNothing('plan_outdated', await openLedgerWith(register, LEDGER));
  });

  it('is refused when somebody was registered meanwhile', async () => {
    const opened = await openLedgerWith(register, LEDGER);
    await plan(register, opened);
    const other = await openLedgerWith(register, '氏名,生年月日\n架空 花子,S12.3.4\n');
    await plan(register, other);
    await apply(register, other);
    await expectNothing('plan_outdated', opened);
  });

  it('is refused when the file or the columns changed meanwhile', async () => {
    const opened = await openLedgerWith(register, LEDGER);
    await plan(register, opened);
    await expectNothing('plan_outdated', { ...opened, mapping: opened.mapping.with(1, 'note') });
    writeFileSync(join(register.outbox, 'ledger.csv'), LEDGER.replace('新町1-2-3', '新町9-9-9'));
    await expectNothing('plan_outdated', opened);
  });

  it('is refused after the register was locked', async () => {
    const opened = await openLedgerWith(register, LEDGER);
    await plan(register, opened);
    register.vault.lock();
    expect(await register.refused('transfer.planImport', { file: opened.ledger.file, mapping: opened.mapping })).toBe(
      'locked',
    );
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    await expectNothing('file_token_expired', opened);
  });
});
