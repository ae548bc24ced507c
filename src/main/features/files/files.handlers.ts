// Handlers that show the user a file which the app wrote. Only files with a token: the renderer cannot name a path.
import type { Contexts } from '#main/platform/contexts.ts';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';
import type { PathTokens } from '#main/platform/files/path-tokens.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { filesContract } from '#shared/contract/files.contract.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';

/** What the app itself writes. Anything else that a token stands for (a chosen ledger may be anything) is shown, never started. */
const OPENABLE = /\.(?:pdf|xlsx|csv)$/iu;

/** @throws Refusal `file_unreadable`: the file is gone, or the system has no program for it. */
async function asRefusal(attempt: Promise<void>): Promise<void> {
  try {
    await attempt;
  } catch {
    throw new Refusal('file_unreadable');
  }
}

export function createFilesHandlers(
  chooser: FileChooser,
  tokens: PathTokens,
): HandlersOf<typeof filesContract, Contexts> {
  return {
    reveal: async (_context, { file }) => {
      await asRefusal(chooser.reveal(tokens.resolve(file)));
      return {};
    },
    open: async (_context, { file }) => {
      const path = tokens.resolve(file);
      if (!OPENABLE.test(path)) {
        throw new Refusal('file_unreadable');
      }
      await asRefusal(chooser.open(path));
      return {};
    },
  };
}
