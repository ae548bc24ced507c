// Handlers of the 担い手.
import type { Contexts } from '#main/platform/contexts.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import type { supportersContract } from '#shared/contract/supporters.contract.ts';
import { readSupporters, registerSupporter, reviseSupporter } from './supporters.service.ts';

export const supportersHandlers: HandlersOf<typeof supportersContract, Contexts> = {
  list: ({ reader }) => readSupporters(reader),
  register: (context, supporter) => ({ id: registerSupporter(context, supporter) }),
  revise: (context, { id, supporter }) => {
    reviseSupporter(context, id, supporter);
    return { id };
  },
};
