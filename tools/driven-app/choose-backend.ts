// Chooses where the app is driven: in Electron where its binary and a display are there, else in the Chromium shell.
import { hasDisplay } from '#tools/system/display.ts';
import { findElectron } from '#tools/system/electron-binary.ts';
import type { Backend } from './driven-app.ts';
import { electronBackend } from './electron-backend.ts';
import { shellBackend } from './shell-backend.ts';

/** `electron` or `shell`, to have it one way. */
const OVERRIDE = 'MIMAMORI_BACKEND';

export function chooseBackend(): Backend {
  const wanted = process.env[OVERRIDE];
  if (wanted === 'electron') return electronBackend;
  if (wanted === 'shell') return shellBackend;
  return findElectron() !== null && hasDisplay() ? electronBackend : shellBackend;
}
