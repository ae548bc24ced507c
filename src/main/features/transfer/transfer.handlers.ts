// PLACEHOLDER, replaced by its feature.
import type { Contexts } from '#main/platform/contexts.ts';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';
import type { PathTokens } from '#main/platform/files/path-tokens.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import type { transferContract } from '#shared/contract/transfer.contract.ts';

export function createTransferHandlers(_parts: {
  readonly chooser: FileChooser;
  readonly tokens: PathTokens;
}): HandlersOf<typeof transferContract, Contexts> {
  return {} as HandlersOf<typeof transferContract, Contexts>;
}
