// Handlers of the import.
import type { Contexts } from '#main/platform/contexts.ts';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';
import type { PathTokens } from '#main/platform/files/path-tokens.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import type { transferContract } from '#shared/contract/transfer.contract.ts';
import { applyLedger, openLedger, planLedger, type ShownPlans } from './transfer.service.ts';

const LEDGER_KINDS = [{ name: 'CSV（Excelで保存した名簿）', extensions: ['csv', 'txt', 'tsv'] }];

export function createTransferHandlers({
  chooser,
  tokens,
  beforeImport,
}: {
  readonly chooser: FileChooser;
  readonly tokens: PathTokens;
  /** Makes a backup. When it throws, nothing is imported. */
  readonly beforeImport: () => void;
}): HandlersOf<typeof transferContract, Contexts> {
  const shown: ShownPlans = new Map();
  return {
    openLedger: async (context) => {
      const path = await chooser.chooseToOpen({ title: '取り込む名簿を選ぶ', kinds: LEDGER_KINDS });
      return path === null ? null : openLedger(context, path, tokens.issue(path));
    },
    planImport: (context, request) => planLedger(context, tokens, shown, request),
    applyImport: async (context, request) => {
      context.progress(0, 0, '取り込む前の控えをとっています');
      beforeImport();
      return applyLedger(context, tokens, shown, request);
    },
  };
}
