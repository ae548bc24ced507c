// Handlers that show the user a file which the app wrote. Only files with a token: the renderer cannot name a path.
import type { Contexts } from '#main/platform/contexts.ts';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';
import type { PathTokens } from '#main/platform/files/path-tokens.ts';
import type { filesContract } from '#shared/contract/files.contract.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';

export function createFilesHandlers(
  chooser: FileChooser,
  tokens: PathTokens,
): HandlersOf<typeof filesContract, Contexts> {
  return {
    reveal: async (_context, { file }) => {
      await chooser.reveal(tokens.resolve(file));
      return {};
    },
    open: async (_context, { file }) => {
      await chooser.open(tokens.resolve(file));
      return {};
    },
  };
}
