// No text of the register becomes a formula in a spreadsheet, in CSV or in XLSX; and every text comes back as it was.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { compareCsv, compareWorkbook } from '#main/features/publications/report-comparison.ts';
import { writeReportCsv } from '#main/features/publications/report-csv.ts';
import { writeReportWorkbook } from '#main/features/publications/report-workbook.ts';
import { guardCell, writeCsv } from '#main/platform/files/csv-text.ts';
import {
  formulasInSpoiltWorkbook,
  HOSTILE_RULES,
  hostileReport,
  inventTexts,
  tryCsv,
  tryWorkbook,
  writeUnguarded,
} from '#tests/torture/formulas.ts';
import { FORMULAS, HOSTILE_TEXTS } from '#tools/trials/hostile-texts.ts';

describe('a cell of CSV', () => {
  it.each(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])(
    'that begins with %j gets an apostrophe',
    (first) => {
      expect(guardCell(`${first}1+1`)).toBe(`'${first}1+1`);
    },
  );

  it('that only looks like text before a formula gets one too', () => {
    for (const text of [' =1', '\u3000=1', '\u200b=1', '\u202e=1', '\n=1', "'=1", "''=1"]) {
      expect(guardCell(text), JSON.stringify(text)).toBe(`'${text}`);
    }
  });

  it('that is a plain text or a number stays as it is', () => {
    for (const text of ['', '架空 ハナ', '06-0000-1234', '1=1', "'quoted'", 'a\tb']) {
      expect(guardCell(text)).toBe(text);
    }
    expect(writeCsv([[-5, 'x']])).toBe('\ufeff-5,x\r\n');
  });

  it('is never a formula and comes back as it was: 2,000 texts, and every hostile one', () => {
    const sample = [...HOSTILE_TEXTS, ...inventTexts(2000, 3)];
    expect(tryCsv(sample)).toEqual({ texts: sample.length, formulas: 0, changed: 0 });
  });

  it('would be one in a CSV that guards nothing, or only the first four signs: the control', () => {
    expect(tryCsv(FORMULAS, writeUnguarded).formulas).toBeGreaterThan(40);
    const half = (rows: readonly (readonly (string | number)[])[]) =>
      writeUnguarded(rows.map((row) => row.map((cell) => String(cell).replace(/^[=+\-@]/u, "'$&"))));
    expect(tryCsv(FORMULAS, half).formulas).toBeGreaterThan(10);
  });
});

describe('a text with a border of a cell in it', () => {
  it.each(['a;=1+1', 'a\n=1+1', 'a\r=1+1', 'a\t=1+1'])('%j is quoted, so that its rest begins no cell', (text) => {
    expect(writeCsv([[text]])).toBe(`\ufeff"${text}"\r\n`);
  });
});

describe('a workbook', () => {
  it('holds no formula, whatever its words are, and the words as they were', async () => {
    const sample = [...HOSTILE_TEXTS, ...inventTexts(300, 5)];
    expect(await tryWorkbook(sample)).toMatchObject({ texts: sample.length, formulas: 0 });
    const sheets = await readXlsxFile(Buffer.from(await writeReportWorkbook(hostileReport(FORMULAS), HOSTILE_RULES)));
    const words = sheets.flatMap(({ data }) => data.map(([first]) => first));
    expect(words).toEqual(expect.arrayContaining(['=1+1', '＝1+1', "'=1+1", '@SUM(1)']));
  });

  it('and the CSV say every hostile word of a report as it was', async () => {
    const first = [...HOSTILE_TEXTS.filter((_text, index) => index % 12 === 0), '__proto__', 'constructor', 'toString'];
    for (const text of first) {
      const report = hostileReport([text, ...HOSTILE_TEXTS]);
      expect(compareWorkbook(await writeReportWorkbook(report, HOSTILE_RULES), report), JSON.stringify(text)).toEqual(
        [],
      );
      expect(compareCsv(writeReportCsv(report, HOSTILE_RULES), report), JSON.stringify(text)).toEqual([]);
    }
  });

  it('with a formula in it is found: the control', async () => {
    expect((await tryWorkbook(['x'])).formulas).toBe(0);
    expect(await formulasInSpoiltWorkbook()).toBeGreaterThan(0);
  });
});

/** LibreOffice converts a file to flat XML, in which a formula is an attribute. `null` where it is not installed. */
function formulasByLibreOffice(name: string, content: Uint8Array | string): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'mimamori-office-'));
  try {
    writeFileSync(join(folder, name), content);
    const { error } = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'fods',
        '--outdir',
        folder,
        join(folder, name),
      ],
      { timeout: 120_000 },
    );
    if (error) return null;
    const opened = readFileSync(join(folder, name.replace(/\.[a-z]+$/u, '.fods')), 'utf8');
    return [...opened.matchAll(/table:formula="/gu)].length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const hasOffice = spawnSync('soffice', ['--version']).error === undefined;
if (!hasOffice) {
  console.warn('NOT RUN: opening our files in LibreOffice. It is not installed (Debian: libreoffice-calc).');
}

describe.runIf(hasOffice)('opened in LibreOffice (Debian: libreoffice-calc)', () => {
  it('the CSV and the workbook have no formula, and a file without our guard has: the control', {
    timeout: 400_000,
  }, async () => {
    const report = hostileReport(FORMULAS);
    expect(formulasByLibreOffice('ours.csv', writeReportCsv(report, HOSTILE_RULES))).toBe(0);
    expect(formulasByLibreOffice('ours.xlsx', await writeReportWorkbook(report, HOSTILE_RULES))).toBe(0);
    expect(formulasByLibreOffice('control.csv', FORMULAS.map((text) => `${text}\r\n`).join(''))).toBeGreaterThan(0);
  });
});
