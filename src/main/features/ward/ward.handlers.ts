// Handlers of 区のまとめ. What is opened stays in memory; what is written out are two files or none, after a check that found nothing.
import type { Contexts, TaskContext } from '#main/platform/contexts.ts';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';
import { findFoldersWith } from '#main/platform/files/package-folders.ts';
import type { PathTokens } from '#main/platform/files/path-tokens.ts';
import { freeNames, nameOfFile, pathInFolder, stageUserFiles } from '#main/platform/files/user-files.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { HandoutReason } from '#shared/contract/handouts.contract.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import { LABELS_FILE } from '#shared/contract/package-labels.ts';
import type { wardContract } from '#shared/contract/ward.contract.ts';
import { assertNamesNobody, recordHandouts } from '../handouts/handouts.service.ts';
import { checkInWorker } from './outsider-in-worker.ts';
import { MOST_BYTES } from './read-package.ts';
import { writeWardCsv } from './ward-csv.ts';
import type { WardDesk } from './ward-desk.ts';
import { monthOfPackage } from './ward-packages.ts';
import { periodWords } from './ward-words.ts';
import { writeWardWorkbook } from './ward-workbook.ts';

interface Parts {
  readonly chooser: FileChooser;
  readonly tokens: PathTokens;
  readonly desk: WardDesk;
}

const MOST_PACKAGES = 500;
const WANTED = [
  { name: 'cells.csv', mostBytes: MOST_BYTES['cells.csv'] },
  { name: 'facts.json', mostBytes: MOST_BYTES['facts.json'] },
  { name: LABELS_FILE, mostBytes: MOST_BYTES[LABELS_FILE], isOptional: true },
];

async function chooseFolder(chooser: FileChooser, title: string): Promise<string> {
  const folder = await chooser.chooseFolder({ title });
  if (folder === null) {
    throw new Refusal('cancelled');
  }
  return folder;
}

async function open({ progress, read }: TaskContext, { chooser, desk }: Parts) {
  const folder = await chooseFolder(chooser, '地域から受け取った集計のフォルダを選んでください');
  const found = findFoldersWith(folder, WANTED, MOST_PACKAGES);
  // The dialog may have stood open over a lock: then nothing is taken in.
  read(() => null);
  return desk.open(found, (done) => progress(done, found.length, `${found.length}件のうち${done}件を読みました`));
}

const check = ({ progress }: TaskContext, { desk }: Parts) =>
  desk.check((job, signal) =>
    checkInWorker(job, {
      signal,
      onProgress: (done, total) => progress(done, total, `＊の${total}か所のうち${done}か所を確かめました`),
    }),
  );

const STEPS = 3;

async function publish(context: TaskContext, { chooser, tokens, desk }: Parts, handout: HandoutReason) {
  context.read(({ reader }) => assertNamesNobody(reader, 'month_summary', handout));
  const folder = await chooseFolder(chooser, '区のまとめを書き出すフォルダを選んでください');
  const ward = desk.publishable();
  const months = [...new Set(ward.packages.map(monthOfPackage))].sort();
  const period = periodWords(months);
  context.progress(0, STEPS, 'Excelのファイルをつくっています');
  const workbook = await writeWardWorkbook(ward, period, context.today);
  context.progress(1, STEPS, 'CSVのファイルをつくっています');
  const [workbookName = '', csvName = ''] = freeNames(folder, [
    `区のまとめ_${period}.xlsx`,
    `区のまとめ_${period}.csv`,
  ]);
  const files = [
    { name: workbookName, content: workbook },
    { name: csvName, content: writeWardCsv(ward.tables) },
  ];
  context.progress(2, STEPS, 'フォルダに保存しています');
  const staged = stageUserFiles(files.map(({ name, content }) => ({ path: pathInFolder(folder, name), content })));
  const hidden = ward.tables.reduce((sum, table) => sum + table.hidden, 0);
  try {
    context.commit(null, (commanded) => {
      commanded.auditDetail({
        files: files.length,
        packages: ward.packages.length,
        tables: ward.tables.length,
        hidden,
      });
      recordHandouts(commanded, {
        kind: 'month_summary',
        subjectId: months.at(-1) ?? '',
        title: `区のまとめ ${period}（${files.length}ファイル）`,
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

export function createWardHandlers(parts: Parts): HandlersOf<typeof wardContract, Contexts> {
  const { desk } = parts;
  return {
    summary: () => desk.summary(),
    open: (context) => open(context, parts),
    leaveOut: async (_context, { packageId }) => desk.leaveOut(packageId),
    check: (context) => check(context, parts),
    clear: async () => desk.clear(),
    publish: (context, { handout }) => publish(context, parts, handout),
  };
}
