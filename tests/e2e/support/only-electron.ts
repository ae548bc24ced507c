// What only Electron itself can show. Where its binary or a display is missing, each is named in the output as not run.
import { chooseBackend } from '#tools/driven-app/choose-backend.ts';

export const ONLY_ELECTRON = {
  world: 'context isolation: a change that the page makes does not reach the world of the preload',
  sandbox: 'sandbox: the system confines the process of the page (seccomp)',
  fuses: 'fuses: Electron’s binary has those that we set and no other',
} as const;

export const isElectron = (): boolean => chooseBackend().name === 'Electron';

/** One line each. */
export const notRunHere = (): readonly string[] =>
  isElectron()
    ? []
    : Object.values(ONLY_ELECTRON).map((what) => `NOT RUN, needs Electron's binary and a display: ${what}`);
