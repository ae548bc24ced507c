// 区のまとめ through the contract: packages are opened, judged, added up and written out, or nothing is.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readZipParts } from '#main/features/publications/zip-parts.ts';
import type { WardSummary } from '#shared/contract/ward.contract.ts';
import { HANDOUT } from '#tests/support/builders.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';
import { type MadeWard, makeWard, relabeled, writePackage } from '#tools/demo/invented-packages.ts';

let ward: MadeWard;
let forgetful: MadeWard;
beforeAll(async () => {
  ward = await makeWard();
  forgetful = await makeWard({ registers: ['北部地域'], isForgetful: true });
}, 120_000);

let register: TestRegister;
afterEach(() => register.close());

/** A stick with the packages that are wanted. */
function stick(name: string, packages = ward.packages): string {
  const folder = join(register.outbox, name);
  mkdirSync(folder, { recursive: true });
  for (const made of packages) writePackage(folder, made);
  return folder;
}

async function open(folder: string): Promise<WardSummary> {
  register.dialogAnswers.push(folder);
  return register.ok('ward.open', {});
}

const sentences = ({ findings }: WardSummary, tone: 'error' | 'warning' | 'info') =>
  findings.filter((finding) => finding.tone === tone).map(({ sentence }) => sentence);

const EMPTY = { packages: [], findings: [], verdict: null, tables: [] };

describe('three 地域 with three months each', () => {
  it('are opened, checked and written out as XLSX and CSV, with a row in the ledger and in the trail', async () => {
    register = await openTestRegister();
    const opened = await open(stick('stick'));
    expect(opened.packages).toHaveLength(9);
    expect(opened.findings).toEqual([]);
    expect(opened.verdict).toBeNull();
    expect(opened.tables.length).toBeGreaterThan(15);
    expect(JSON.stringify(opened)).not.toContain('invented-');

    const checked = await register.ok('ward.check', {});
    expect(checked.verdict?.isSafe).toBe(true);
    expect(checked.verdict?.determined).toBe(0);
    expect(checked.verdict?.sentence).toMatch(/^＊の\d+か所は、開いた9件（3地域・3か月）/u);
    expect(register.events.some((event) => event.type === 'progress' && event.operation === 'ward.check')).toBe(true);

    const out = join(register.outbox, 'out');
    mkdirSync(out);
    register.dialogAnswers.push(out);
    const written = await register.ok('ward.publish', { handout: HANDOUT });
    expect(readdirSync(out).toSorted()).toEqual([...written.files].toSorted());
    expect(written.files).toEqual(['区のまとめ_2026年4月〜6月.xlsx', '区のまとめ_2026年4月〜6月.csv']);
    const csv = readFileSync(join(out, written.files[1] ?? ''), 'utf8');
    expect(csv).toContain('相談（町・分野別）');
    expect(csv).toContain('＊を除く合計');
    const sheets = readZipParts(readFileSync(join(out, written.files[0] ?? '')));
    expect([...sheets.keys()].filter((name) => name.startsWith('xl/worksheets/sheet'))).toHaveLength(
      checked.tables.length + 1,
    );
    // A second one does not replace the first, into which somebody may have written.
    register.dialogAnswers.push(out);
    const again = await register.ok('ward.publish', { handout: HANDOUT });
    expect(again.files).toEqual(['区のまとめ_2026年4月〜6月（2）.xlsx', '区のまとめ_2026年4月〜6月（2）.csv']);
    expect(readdirSync(out)).toHaveLength(4);
    expect(readFileSync(join(out, written.files[1] ?? ''), 'utf8')).toBe(csv);
    const [handout] = await register.ok('handouts.list', { subjectId: null });
    expect(handout).toMatchObject({
      kind: 'month_summary',
      title: '区のまとめ 2026年4月〜6月（2ファイル）',
    });
  });

  it('give the same tables in whatever order they were opened', async () => {
    register = await openTestRegister();
    const all = await open(stick('all'));
    await register.ok('ward.clear', {});
    await open(stick('later', ward.packages.slice(4)));
    const again = await open(stick('earlier', ward.packages.slice(0, 4)));
    expect(again.tables).toEqual(all.tables);
    expect(again.packages.map(({ publication }) => publication)).toEqual(
      all.packages.map(({ publication }) => publication),
    );
  });
});

describe('what does not fit', () => {
  it('a second copy is used once', async () => {
    register = await openTestRegister();
    const folder = stick('stick');
    cpSync(join(folder, '北部地域_2026-04_5人'), join(folder, '写し'), { recursive: true });
    const opened = await open(folder);
    expect(opened.packages).toHaveLength(9);
    expect(sentences(opened, 'info').join()).toContain(
      '北部地域の2026年4月分は同じものが2つあったので、一つだけ使っています',
    );
    expect(opened.tables.length).toBeGreaterThan(0);
  });

  it('an altered package stops everything until it is left out', async () => {
    register = await openTestRegister();
    const folder = stick('stick');
    const file = join(folder, '中部地域_2026-05_5人', 'cells.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('＊', '3'));
    const opened = await open(folder);
    expect(opened.packages).toHaveLength(8);
    expect(opened.tables).toEqual([]);
    const [finding] = opened.findings;
    expect(finding).toMatchObject({ tone: 'error' });
    expect(finding?.sentence).toContain('書き出したあとに中身が変わっています');
    expect(await register.refused('ward.check', {})).toBe('ward_not_safe');

    const mended = await register.ok('ward.leaveOut', { packageId: finding?.packages[0]?.id ?? '' });
    expect(sentences(mended, 'error')).toEqual([]);
    expect(sentences(mended, 'warning').join()).toContain('中部地域の2026年5月分がありません');
    expect(mended.tables.length).toBeGreaterThan(0);
    expect(await register.refused('ward.leaveOut', { packageId: finding?.packages[0]?.id ?? '' })).toBe('not_found');
  });

  it('two packages of the same 地域 and month with other figures are a contradiction', async () => {
    register = await openTestRegister();
    const folder = stick('stick');
    const other = await makeWard({ seed: 5, months: 1, registers: ['南部地域'] });
    const [made] = other.packages;
    if (!made) throw new Error('no package');
    // The same publication with another content, and another publication of the same month.
    writePackage(folder, made, '南部地域_別のもの');
    const renamed = (text: string) => text.replaceAll('3-5-2026-04', '3-5-again');
    writePackage(
      folder,
      {
        ...made,
        cellsCsv: renamed(made.cellsCsv),
        factsJson: renamed(made.factsJson),
        labelsJson: renamed(made.labelsJson),
      },
      '南部地域_もう一つ',
    );
    const opened = await open(folder);
    const errors = sentences(opened, 'error');
    expect(errors[0]).toContain('南部地域の2026年4月分が2つあり、数字がちがいます');
    expect(errors.slice(1).join()).toContain('「南部地域_もう一つ」の数字がちがいます');
    expect(opened.findings[0]?.packages).toHaveLength(2);
    expect(opened.tables).toEqual([]);
  });

  it('two of the same 地域 are that also when another 地域 gives its publication the same name', async () => {
    register = await openTestRegister();
    const april = async (seed: number) => (await makeWard({ seed, months: 1, registers: ['南部地域'] })).packages[0];
    const [elsewhere, first, second] = [await april(4), await april(5), await april(6)];
    if (!elsewhere || !first || !second) throw new Error('no package');
    const folder = stick('stick', [first]);
    writePackage(
      folder,
      { ...elsewhere, labelsJson: relabeled(elsewhere, { register: '別の地域', name: '別の地域' }).labelsJson },
      '1',
    );
    writePackage(folder, second, '南部地域_別のもの');
    const [error] = sentences(await open(folder), 'error');
    expect(error).toContain('南部地域の2026年4月分が2つあり、数字がちがいます');
  });

  it('another k, a missing 地域 and other codes are told, and do not stop', async () => {
    register = await openTestRegister();
    const strict = await makeWard({ months: 1, k: 7, registers: ['南部地域'] });
    const recoded = strict.packages.map((made) => ({
      ...made,
      cellsCsv: made.cellsCsv.replaceAll('c14', 'c99'),
      factsJson: made.factsJson.replaceAll('c14', 'c99'),
    }));
    const others = ward.packages.filter(({ register: name, index }) => name === '北部地域' && index < 2);
    const opened = await open(stick('stick', [...others, ...recoded]));
    const warnings = sentences(opened, 'warning').join('\n');
    expect(sentences(opened, 'error')).toEqual([]);
    expect(warnings).toContain('5人未満を＊（北部地域）、7人未満を＊（南部地域）');
    expect(warnings).toContain('南部地域の2026年5月分がありません');
    expect(warnings).toContain('「相談の内容」の項目が、地域によってちがいます（「その他」「c99」は');
    const table = opened.tables.find(({ id, spanTitle }) => id === 'month-visits' && spanTitle === '2026年5月');
    expect(table?.notes.join()).toContain('この表がない地域：南部地域');
  });

  it('a package without labels is known by its folder', async () => {
    register = await openTestRegister();
    const folder = stick('stick', ward.packages.slice(0, 1));
    rmSync(join(folder, '北部地域_2026-04_5人', 'labels.json'));
    const opened = await open(folder);
    expect(opened.packages[0]?.registerName).toBe('北部地域_2026-04_5人');
    expect(sentences(opened, 'warning').join()).toContain('フォルダの名前を地域の名前としています');
  });

  it('more folders than can be looked through are not opened in part', async () => {
    register = await openTestRegister();
    const folder = stick('stick', ward.packages.slice(0, 1));
    for (let number = 0; number < 5_000; number += 1) mkdirSync(join(folder, `z${number}`));
    register.dialogAnswers.push(folder);
    expect(await register.refused('ward.open', {})).toBe('too_many_folders');
    expect(await register.ok('ward.summary', {})).toEqual(EMPTY);
  });

  it('a folder without packages and a closed dialog change nothing', async () => {
    register = await openTestRegister();
    register.dialogAnswers.push(join(register.outbox));
    expect(await register.refused('ward.open', {})).toBe('no_package');
    expect(await register.refused('ward.open', {})).toBe('cancelled');
    register.dialogAnswers.push(join(register.outbox, 'nowhere'));
    expect(await register.refused('ward.open', {})).toBe('file_unreadable');
    expect(await register.refused('ward.check', {})).toBe('no_package');
    expect(await register.ok('ward.summary', {})).toEqual(EMPTY);
  });
});

describe('control: months that leak together', () => {
  it('are found, named, and not written out', async () => {
    register = await openTestRegister();
    await open(stick('stick', forgetful.packages));
    const checked = await register.ok('ward.check', {});
    expect(checked.verdict?.isSafe).toBe(false);
    expect(checked.verdict?.determined).toBeGreaterThan(0);
    expect(sentences(checked, 'error')[0]).toMatch(/^北部地域の「.+」（2026年.+）の.+は、＊なのに、/u);
    expect(checked.tables).toEqual([]);
    const out = join(register.outbox, 'out');
    mkdirSync(out);
    register.dialogAnswers.push(out);
    expect(await register.refused('ward.publish', { handout: HANDOUT })).toBe('ward_not_safe');
    expect(readdirSync(out)).toEqual([]);
  });
});

describe('memory', () => {
  it('drops what is open, and the verdict, on lock', async () => {
    register = await openTestRegister();
    await open(stick('stick', ward.packages.slice(0, 3)));
    await register.ok('ward.check', {});
    register.vault.lock();
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(await register.ok('ward.summary', {})).toEqual(EMPTY);
    register.dialogAnswers.push(register.outbox);
    expect(await register.refused('ward.publish', { handout: HANDOUT })).toBe('ward_not_safe');
  });

  it('stops a check that is under way on lock, and a second one is refused meanwhile', async () => {
    register = await openTestRegister();
    await open(stick('stick'));
    const first = register.router.call('ward.check', {});
    expect(await register.refused('ward.check', {})).toBe('busy');
    register.vault.lock();
    expect(await first).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('drops the verdict when the packages change', async () => {
    register = await openTestRegister();
    await open(stick('stick', ward.packages.slice(0, 2)));
    expect((await register.ok('ward.check', {})).verdict?.isSafe).toBe(true);
    const more = await open(stick('more', ward.packages.slice(2, 3)));
    expect(more.verdict).toBeNull();
    expect(await register.ok('ward.clear', {})).toEqual(EMPTY);
  });
});
