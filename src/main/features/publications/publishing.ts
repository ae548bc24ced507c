// Gives a prepared publication out: stage, read back from the disk, check, then ledger, memory, and last the folder's name (ADR 0030).
import { createHash } from 'node:crypto';
import { checkRelease, type ProtectOptions } from '#main/disclosure-control/protect-in-worker.ts';
import type { CommandContext, TaskContext } from '#main/platform/contexts.ts';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';
import type { PaperPrinter } from '#main/platform/files/paper-printer.ts';
import type { PathTokens } from '#main/platform/files/path-tokens.ts';
import { nameOfFile, removeStagedFolder, type StagedFolder, stageUserFolder } from '#main/platform/files/user-files.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { HandoutReason } from '#shared/contract/handouts.contract.ts';
import { areLabelsOf, LABELS_FILE, type LabelsOwner, type PackageRegister } from '#shared/contract/package-labels.ts';
import { type PublicationId, publicationIdSchema } from '#shared/contract/publications.contract.ts';
import type { ProfileId } from '#shared/contract/report-shape.ts';
import { formatMonth } from '#shared/model/era.ts';
import { assertNamesNobody, recordHandouts } from '../handouts/handouts.service.ts';
import { countReport, figuresOf } from './figures.ts';
import { packRecord, readHistory } from './ledger.ts';
import type { Preparation, Prepared } from './preparation.ts';
import { findHead, insertPublication, writeHead } from './publications.queries.ts';
import type { Leaving, PublishedHead } from './published-head.ts';
import { publishedReport } from './report.ts';
import { CELLS_FILE, FACTS_FILE, type ReportFile, writeReportFiles } from './report-files.ts';

export interface PublishingParts {
  readonly preparation: Preparation;
  readonly publishedHead: PublishedHead;
  readonly chooser: FileChooser;
  readonly printer: PaperPrinter;
  readonly tokens: PathTokens;
  /** Of the register that is open. */
  readonly packageRegister: () => PackageRegister;
  readonly protectOptions?: Pick<ProtectOptions, 'timeoutMs' | 'workerFile'>;
}

const STEPS = 4;
const PROFILE_WORDS: Readonly<Record<ProfileId, string>> = { council: '社協・区役所あて', public: '公表用' };

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The history as it was when the publication was made safe. @throws Refusal `publication_outdated` */
function readSameHistory({ read }: TaskContext, { record }: Prepared) {
  const ledger = read(({ reader }) => readHistory(reader));
  if (!ledger.ok || ledger.history.head !== record.certificate.historyHead) {
    throw new Refusal('publication_outdated');
  }
  return ledger;
}

/** What is on the disk is what was made, and says what was certified. @throws Refusal `file_not_written` */
async function readBack(
  staged: StagedFolder,
  files: readonly ReportFile[],
  { record }: Prepared,
  own: LabelsOwner,
  history: ReturnType<typeof readSameHistory>['history'],
  options: ProtectOptions,
): Promise<void> {
  const written = staged.readBack();
  const isSame = files.every(({ name, content }) => {
    const bytes = written.get(name);
    return bytes !== undefined && sha256(bytes) === sha256(content);
  });
  const textOf = (name: string) => new TextDecoder('utf-8', { fatal: true }).decode(written.get(name));
  if (!isSame || !areLabelsOf(textOf(LABELS_FILE), own)) throw new Refusal('file_not_written');
  const tidy = { cellsCsv: textOf(CELLS_FILE), factsJson: textOf(FACTS_FILE) };
  if ((await checkRelease({ files: tidy, record, history }, options)) !== null) throw new Refusal('file_not_written');
}

interface Entry {
  readonly prepared: Prepared;
  readonly handout: HandoutReason;
  readonly number: number;
  readonly files: readonly ReportFile[];
}

/** The row, the new head, the handout. @throws Refusal `publication_outdated` when another one was given out meanwhile. */
function enterLedger(context: CommandContext, { prepared, handout, number, files }: Entry): void {
  const { writer, now, today, actor, auditDetail } = context;
  const { id, month, profile, record } = prepared;
  const head = findHead(writer);
  if ((head?.hash ?? null) !== record.certificate.historyHead || (head?.count ?? 0) + 1 !== number) {
    throw new Refusal('publication_outdated');
  }
  const report = publishedReport(prepared.report);
  const { tables, cells, hidden } = countReport(report);
  insertPublication(writer, {
    ...{ id, number, month, profile, ...handout, actor },
    publishedAt: now,
    publishedOn: today,
    report: JSON.stringify(report),
    figures: JSON.stringify(figuresOf(report, record)),
    files: JSON.stringify(files.map(({ name, content }) => ({ name, sha256: sha256(content) }))),
    record: packRecord(record),
    recordHash: record.hash,
  });
  writeHead(writer, { hash: record.hash, count: number, month });
  recordHandouts(context, {
    kind: 'month_summary',
    subjectId: month,
    title: `集計 第${number}号 ${formatMonth(month, 'era')} ${PROFILE_WORDS[profile]}（${files.length}ファイル）`,
    copyNumbers: null,
    reason: handout,
  });
  auditDetail({ month, profile, files: files.length, tables, cells, hidden });
}

/** Nothing of it is in the ledger. What cannot be taken back now stays under way, and the next preparation sees to it. */
function takeBack(leaving: Leaving | null, { place }: StagedFolder): void {
  if (removeStagedFolder(place)) leaving?.takeBack();
  else leaving?.leave();
}

/** It is in the ledger. @throws Refusal `release_unfinished` when its files have not left yet. */
function release(leaving: Leaving, staged: StagedFolder): void {
  try {
    leaving.enter();
    staged.publish();
  } catch {
    leaving.leave();
    throw new Refusal('release_unfinished');
  }
  leaving.finish();
}

/** The folder that was asked for, with what is in it. @throws Refusal `cancelled`, `paper_failed` */
async function makeFiles(
  { progress }: TaskContext,
  { chooser, printer }: PublishingParts,
  prepared: Prepared,
  register: PackageRegister,
) {
  const parent = await chooser.chooseFolder({ title: '集計を書き出すフォルダを選んでください' });
  if (parent === null) throw new Refusal('cancelled');
  progress(0, STEPS, 'ファイルをつくっています');
  const files = await writeReportFiles({
    report: publishedReport(prepared.report),
    tidy: prepared.files,
    preparedId: prepared.id,
    register,
    printToPdf: (route) => printer.printToPdf(route),
  });
  return { parent, files };
}

/**
 * Asks for a folder and makes a folder of its own in it. That gets its name only when it is in the ledger, and when this machine remembers
 * it outside of the register too: whatever was handed out is known from then on, however suddenly the app ends.
 * @throws Refusal `not_found` (nothing prepared), `names_in_reason`, `publication_outdated`, `cancelled`, `paper_failed`, `disk_full`, `file_not_written`: nothing
 * has happened; `release_unfinished`: it is in the ledger, and its files are not handed out yet
 */
export async function publishPrepared(
  context: TaskContext,
  parts: PublishingParts,
  { preparedId, handout }: { readonly preparedId: string; readonly handout: HandoutReason },
): Promise<{ publicationId: PublicationId; folder: string; folderName: string; files: string[] }> {
  const { preparation, publishedHead, protectOptions = {} } = parts;
  const prepared = preparation.get(preparedId);
  context.read(({ reader }) => assertNamesNobody(reader, 'month_summary', handout));
  const { history, count } = readSameHistory(context, prepared);
  const own = { publication: prepared.report.verdict.publication, register: parts.packageRegister() };
  const { parent, files } = await makeFiles(context, parts, prepared, own.register);
  context.progress(1, STEPS, 'フォルダに保存しています');
  const number = count + 1;
  const { hash } = prepared.record;
  const staged = stageUserFolder(parent, `集計_${prepared.month}_第${number}号`, files);
  const { place } = staged;
  let leaving: Leaving | null = null;
  try {
    leaving = context.read(({ reader }) => publishedHead.begin(reader, { hash, month: prepared.month, ...place }));
    staged.write();
    context.progress(2, STEPS, '書いたファイルを読み直して、確かめています');
    await readBack(staged, files, prepared, own, history, protectOptions);
    context.progress(3, STEPS, '公表の記録に入れています');
    context.commit(null, (commanded) => {
      preparation.get(preparedId);
      enterLedger(commanded, { prepared, handout, number, files });
    });
  } catch (error) {
    takeBack(leaving, staged);
    throw error;
  }
  preparation.forget();
  release(leaving, staged);
  context.progress(STEPS, STEPS, '書き出しました');
  return {
    publicationId: publicationIdSchema.parse(prepared.id),
    folder: parts.tokens.issue(place.folder),
    folderName: nameOfFile(place.folder),
    files: files.map(({ name }) => name),
  };
}
