// Handlers of the drafts.
import type { Contexts } from '#main/platform/contexts.ts';
import type { draftsContract } from '#shared/contract/drafts.contract.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import { discardDraft, keepDraft, readDraft, readDrafts } from './drafts.service.ts';

export const draftsHandlers: HandlersOf<typeof draftsContract, Contexts> = {
  list: ({ reader }) => readDrafts(reader),
  find: ({ reader }, { key }) => readDraft(reader, key),
  keep: (context, { key, body }) => ({ personId: keepDraft(context, key, body) }),
  discard: ({ writer }, { key }) => ({ personId: discardDraft(writer, key) }),
};
