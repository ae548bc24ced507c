// Handlers of the audit trail's screen. The export writes its file and its own row, or neither.
import type { AuditHeadKeeper } from '#main/platform/audit/audit-head.ts';
import { verifyTrail } from '#main/platform/audit/trail-reading.queries.ts';
import type { Contexts, TaskContext } from '#main/platform/contexts.ts';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';
import type { PathTokens } from '#main/platform/files/path-tokens.ts';
import { freeNames, nameOfFile, pathInFolder, stageUserFiles } from '#main/platform/files/user-files.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { auditContract, TrailFilter } from '#shared/contract/audit.contract.ts';
import type { HandoutReason } from '#shared/contract/handouts.contract.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import { recordHandouts } from '../handouts/handouts.service.ts';
import { listTrail, writeTrailCsv } from './audit.service.ts';

interface Parts {
  readonly chooser: FileChooser;
  readonly tokens: PathTokens;
  readonly headKeeper: AuditHeadKeeper;
  /** The key of the chain. @throws Refusal `locked`. */
  readonly auditKey: () => Uint8Array;
}

async function exportTrail(
  context: TaskContext,
  { chooser, tokens }: Parts,
  { handout, ...filter }: TrailFilter & { readonly handout: HandoutReason },
) {
  const folder = await chooser.chooseFolder({ title: '操作の記録を書き出すフォルダを選んでください' });
  if (folder === null) {
    throw new Refusal('cancelled');
  }
  const { csv, rows } = context.read(({ reader }) => writeTrailCsv(reader, filter));
  const [file = ''] = freeNames(folder, [`操作の記録_${context.today}.csv`]);
  const staged = stageUserFiles([{ path: pathInFolder(folder, file), content: csv }]);
  try {
    context.commit(filter.personId, (commanded) => {
      commanded.auditDetail({ rows });
      recordHandouts(commanded, {
        kind: 'audit_trail',
        subjectId: filter.personId ?? '',
        title: `操作の記録（CSV・${rows}行）`,
        copyNumbers: null,
        reason: handout,
      });
      staged.publish();
    });
  } catch (error) {
    staged.discard();
    throw error;
  }
  return { folder: tokens.issue(folder), folderName: nameOfFile(folder), file, rows };
}

export function createAuditHandlers(parts: Parts): HandlersOf<typeof auditContract, Contexts> {
  const { headKeeper, auditKey } = parts;
  return {
    list: ({ reader }, { before, limit, ...filter }) => listTrail(reader, filter, before, limit),
    verify: ({ reader }) => verifyTrail(reader, auditKey()),
    standing: () => headKeeper.finding,
    exportTrail: (context, input) => exportTrail(context, parts, input),
  };
}
