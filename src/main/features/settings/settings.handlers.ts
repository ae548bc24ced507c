// Handlers of the settings.
import type { Contexts } from '#main/platform/contexts.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import type { settingsContract } from '#shared/contract/settings.contract.ts';
import { readSettings, reviseSettings } from './settings.service.ts';

export const settingsHandlers: HandlersOf<typeof settingsContract, Contexts> = {
  get: ({ reader }) => readSettings(reader),
  revise: ({ writer }, changes) => reviseSettings(writer, changes as Partial<ReturnType<typeof readSettings>>),
};
