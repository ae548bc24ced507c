// PLACEHOLDER, replaced by its feature.
import type { Contexts } from '#main/platform/contexts.ts';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';
import type { PaperPrinter } from '#main/platform/files/paper-printer.ts';
import type { PathTokens } from '#main/platform/files/path-tokens.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import type { meetingsContract } from '#shared/contract/meetings.contract.ts';

export function createMeetingsHandlers(_parts: {
  readonly chooser: FileChooser;
  readonly printer: PaperPrinter;
  readonly tokens: PathTokens;
}): HandlersOf<typeof meetingsContract, Contexts> {
  return {} as HandlersOf<typeof meetingsContract, Contexts>;
}
