// Handlers of the monthly summary. The export writes three files or none, and only after a month is over.
import type { Contexts, TaskContext } from '#main/platform/contexts.ts';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';
import type { PaperPrinter } from '#main/platform/files/paper-printer.ts';
import type { PathTokens } from '#main/platform/files/path-tokens.ts';
import { nameOfFile, pathInFolder, stageUserFiles } from '#main/platform/files/user-files.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { HandoutReason } from '#shared/contract/handouts.contract.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import { HIDDEN_MARK, type MonthlySummary, type reportsContract } from '#shared/contract/reports.contract.ts';
import type { CalendarMonth } from '#shared/model/calendar-date.ts';
import { formatMonth } from '#shared/model/era.ts';
import { recordHandouts } from '../handouts/handouts.service.ts';
import { isMonthOver, listSummaryMonths, readMonthlySummary, readTrend } from './monthly-summary.ts';
import { writeSummaryCsv } from './summary-csv.ts';
import { writeSummaryWorkbook } from './summary-workbook.ts';

interface Parts {
  readonly chooser: FileChooser;
  readonly printer: PaperPrinter;
  readonly tokens: PathTokens;
}

const STEPS = 4;

/** The files of a month by name. @throws Refusal `paper_failed`. */
async function writeFiles({ progress }: TaskContext, printer: PaperPrinter, summary: MonthlySummary) {
  const name = `見守り月次集計_${summary.month}`;
  progress(0, STEPS, 'PDFをつくっています');
  const pdf = await printer.printToPdf(`/print/summary/${summary.month}`).catch(() => {
    throw new Refusal('paper_failed');
  });
  progress(1, STEPS, 'Excelのファイルをつくっています');
  const workbook = await writeSummaryWorkbook(summary);
  progress(2, STEPS, 'CSVのファイルをつくっています');
  const csv = writeSummaryCsv(summary);
  return [
    { name: `${name}.xlsx`, content: workbook },
    { name: `${name}.csv`, content: csv },
    { name: `${name}.pdf`, content: pdf },
  ];
}

function countCells({ tables }: MonthlySummary) {
  const cells = tables.flatMap(({ rows, total }) => [...rows.flatMap(({ values }) => values), ...(total ?? [])]);
  return { tables: tables.length, cells: cells.length, hidden: cells.filter((value) => value === HIDDEN_MARK).length };
}

async function exportMonth(
  context: TaskContext,
  { chooser, printer, tokens }: Parts,
  { month, handout }: { readonly month: CalendarMonth; readonly handout: HandoutReason },
) {
  if (!isMonthOver(month, context.today)) {
    throw new Refusal('month_not_over');
  }
  const folder = await chooser.chooseFolder({ title: '月次集計を書き出すフォルダを選んでください' });
  if (folder === null) {
    throw new Refusal('cancelled');
  }
  const summary = context.read(({ reader, today }) => readMonthlySummary(reader, month, today));
  const files = await writeFiles(context, printer, summary);
  context.progress(3, STEPS, 'フォルダに保存しています');
  const staged = stageUserFiles(files.map(({ name, content }) => ({ path: pathInFolder(folder, name), content })));
  try {
    context.commit(null, (commanded) => {
      commanded.auditDetail({ month, files: files.length, ...countCells(summary) });
      recordHandouts(commanded, {
        kind: 'month_summary',
        subjectId: month,
        title: `月次集計 ${formatMonth(month, 'era')}（${files.length}ファイル）`,
        copyNumbers: null,
        reason: handout,
      });
      staged.publish();
    });
  } catch (error) {
    staged.discard();
    throw error;
  }
  context.progress(STEPS, STEPS, '書き出しました');
  return { folder: tokens.issue(folder), folderName: nameOfFile(folder), files: files.map(({ name }) => name) };
}

export function createReportsHandlers(parts: Parts): HandlersOf<typeof reportsContract, Contexts> {
  return {
    months: ({ reader, today }) => listSummaryMonths(reader, today),
    monthly: ({ reader, today }, { month }) => readMonthlySummary(reader, month, today),
    trend: ({ reader }, { month }) => readTrend(reader, month),
    exportMonth: (context, input) => exportMonth(context, parts, input),
  };
}
