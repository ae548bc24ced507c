// The ledger of what was erased (廃棄記録簿) and its certificates: numbers and days, by whom and why, never a name.
import type { TaskContext } from '#main/platform/contexts.ts';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';
import type { PaperPrinter } from '#main/platform/files/paper-printer.ts';
import type { PathTokens } from '#main/platform/files/path-tokens.ts';
import { nameOfFile, stageUserFiles } from '#main/platform/files/user-files.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { DisposalCertificate } from '#shared/contract/retention.contract.ts';
import { calendarDateSchema } from '#shared/model/calendar-date.ts';
import { DISPOSAL_BASES } from '#shared/model/retention.ts';
import { readSettings } from '../settings/settings.service.ts';
import { type DisposalRecord, listDisposals } from './retention.queries.ts';

export interface CertificateParts {
  readonly chooser: FileChooser;
  readonly printer: PaperPrinter;
  readonly tokens: PathTokens;
}

interface Facts {
  readonly registerName: string;
  readonly backups: readonly { readonly madeAt: string }[];
}

const optionalDay = calendarDateSchema.nullable();

function certificateOf(rows: readonly DisposalRecord[], { registerName, backups }: Facts): DisposalCertificate[] {
  const [first] = rows;
  if (!first) {
    return [];
  }
  return [
    {
      number: first.certificateNumber,
      registerName,
      disposedAt: first.disposedAt,
      disposedOn: calendarDateSchema.parse(first.disposedOn),
      actor: first.actor,
      basis: DISPOSAL_BASES.find((basis) => basis === first.basis) ?? 'term',
      people: rows.map(({ registerNumber, watchEndedOn, keptUntil, counts }) => ({
        registerNumber,
        watchEndedOn: calendarDateSchema.parse(watchEndedOn),
        keptUntil: calendarDateSchema.parse(keptUntil),
        counts: JSON.parse(counts) as DisposalCertificate['people'][number]['counts'],
      })),
      backupsGoneBy: optionalDay.parse(first.backupsGoneBy),
      backupsLeft: backups.filter(({ madeAt }) => madeAt < first.disposedAt).length,
      copiedOn: optionalDay.parse(first.copiedOn),
      isResidueCleared: rows.every(({ residueClearedAt }) => residueClearedAt !== null),
    },
  ];
}

/** Newest first. */
export function readCertificates(reader: Reader, backups: Facts['backups']): DisposalCertificate[] {
  const { registerName } = readSettings(reader);
  const byNumber = Map.groupBy(listDisposals(reader), ({ certificateNumber }) => certificateNumber);
  return [...byNumber.values()].flatMap((rows) => certificateOf(rows, { registerName, backups }));
}

/** @throws Refusal `not_found`. */
export function readCertificate(reader: Reader, number: number, backups: Facts['backups']): DisposalCertificate {
  const found = readCertificates(reader, backups).find((certificate) => certificate.number === number);
  if (!found) {
    throw new Refusal('not_found');
  }
  return found;
}

/** @throws Refusal `not_found`, `cancelled`, `paper_failed`, `disk_full`, `file_not_written`. */
export async function printCertificate(
  context: TaskContext,
  { chooser, printer, tokens }: CertificateParts,
  number: number,
) {
  const { disposedOn } = context.read(({ reader }) => readCertificate(reader, number, []));
  const path = await chooser.chooseToSave({
    title: '廃棄証明書を保存する場所',
    suggestedName: `廃棄証明書_第${number}号_${disposedOn}.pdf`,
    kinds: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (path === null) {
    throw new Refusal('cancelled');
  }
  context.progress(0, 0, '廃棄証明書をつくっています');
  const pdf = await printer.printToPdf(`/print/disposal/${number}`).catch(() => {
    throw new Refusal('paper_failed');
  });
  const staged = stageUserFiles([{ path, content: pdf }]);
  try {
    context.commit(null, ({ auditDetail }) => {
      auditDetail({ certificate: number });
      staged.publish();
    });
  } catch (error) {
    staged.discard();
    throw error;
  }
  return { file: tokens.issue(path), fileName: nameOfFile(path) };
}
