// Handlers of 開示. The sheet that is printed waits in memory for its paper, blackened, and nowhere else; both files are made of it.
import type { Contexts, TaskContext } from '#main/platform/contexts.ts';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';
import type { PaperPrinter } from '#main/platform/files/paper-printer.ts';
import type { PathTokens } from '#main/platform/files/path-tokens.ts';
import { freeNames, nameOfFile, pathInFolder, stageUserFiles } from '#main/platform/files/user-files.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { Blackening, DisclosureSheet, disclosureContract } from '#shared/contract/disclosure.contract.ts';
import type { HandoutReason } from '#shared/contract/handouts.contract.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { recordHandouts } from '../handouts/handouts.service.ts';
import { writeDisclosureCsv } from './disclosure-csv.ts';
import { blackenSheet, readSheet } from './disclosure-sheet.ts';

interface Parts {
  readonly chooser: FileChooser;
  readonly printer: PaperPrinter;
  readonly tokens: PathTokens;
  /** Names a sheet that is being printed: random, so that nobody can guess it. */
  readonly newId: () => string;
}

interface Wish {
  readonly personId: PersonId;
  readonly digest: string;
  readonly blackened: readonly Blackening[];
  readonly handout: HandoutReason;
}

const STEPS = 3;

/** Sheets that are being printed. */
type SheetsOnPaper = Map<string, DisclosureSheet>;

/** @throws Refusal `paper_failed`. */
async function printSheet(
  onPaper: SheetsOnPaper,
  { printer, newId }: Parts,
  sheet: DisclosureSheet,
): Promise<Uint8Array> {
  const sheetId = newId();
  onPaper.set(sheetId, sheet);
  try {
    return await printer.printToPdf(`/print/disclosure/${sheetId}`);
  } catch {
    throw new Refusal('paper_failed');
  } finally {
    onPaper.delete(sheetId);
  }
}

/** @throws Refusal `not_found`, `preview_outdated`. */
function readAgreedSheet(context: TaskContext, { personId, digest, blackened }: Wish): DisclosureSheet {
  const whole = context.read((reading) => readSheet(reading, personId));
  if (whole.digest !== digest) {
    throw new Refusal('preview_outdated');
  }
  return blackenSheet(whole, blackened);
}

async function writeDisclosure(context: TaskContext, parts: Parts, onPaper: SheetsOnPaper, wish: Wish) {
  const { chooser, tokens } = parts;
  const sheet = readAgreedSheet(context, wish);
  const folder = await chooser.chooseFolder({ title: '開示のファイルを書き出すフォルダを選んでください' });
  if (folder === null) {
    throw new Refusal('cancelled');
  }
  context.progress(0, STEPS, 'PDFをつくっています');
  const pdf = await printSheet(onPaper, parts, sheet);
  context.progress(1, STEPS, 'CSVのファイルをつくっています');
  const name = `開示_台帳番号${sheet.registerNumber}_${sheet.madeOn}`;
  const [pdfName = '', csvName = ''] = freeNames(folder, [`${name}.pdf`, `${name}.csv`]);
  const files = [
    { name: pdfName, content: pdf },
    { name: csvName, content: writeDisclosureCsv(sheet) },
  ];
  context.progress(2, STEPS, 'フォルダに保存しています');
  const staged = stageUserFiles(
    files.map((file) => ({ path: pathInFolder(folder, file.name), content: file.content })),
  );
  try {
    context.commit(wish.personId, (commanded) => {
      commanded.auditDetail({ files: files.length, blackened: wish.blackened.length });
      recordHandouts(commanded, {
        kind: 'disclosure',
        subjectId: wish.personId,
        title: `ご本人への開示 台帳番号${sheet.registerNumber}（${files.length}ファイル）`,
        copyNumbers: null,
        reason: wish.handout,
      });
      staged.publish();
    });
  } catch (error) {
    staged.discard();
    throw error;
  }
  context.progress(STEPS, STEPS, '書き出しました');
  return { folder: tokens.issue(folder), folderName: nameOfFile(folder), files: files.map((file) => file.name) };
}

export function createDisclosureHandlers(parts: Parts): HandlersOf<typeof disclosureContract, Contexts> {
  const onPaper: SheetsOnPaper = new Map();
  return {
    read: (context, { personId }) => readSheet(context, personId),
    paper: (_context, { sheetId }) => {
      const sheet = onPaper.get(sheetId);
      if (!sheet) {
        throw new Refusal('not_found');
      }
      return sheet;
    },
    write: (context, wish) => writeDisclosure(context, parts, onPaper, wish),
  };
}
