// Finds an installed Chromium, Chrome or Edge. Never downloads one.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Names an executable to use instead of the usual places. */
const OVERRIDE = 'MIMAMORI_CHROMIUM';

function usualPlaces(): readonly string[] {
  switch (process.platform) {
    case 'win32':
      return ['LOCALAPPDATA', 'ProgramFiles', 'ProgramFiles(x86)']
        .map((name) => process.env[name])
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Chromium', 'Application', 'chrome.exe'),
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ]);
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    default:
      return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].flatMap(
        (name) => [`/usr/bin/${name}`, `/snap/bin/${name}`],
      );
  }
}

/** Path of the executable, or `null` where none is installed. */
export function findChromium(): string | null {
  const chosen = process.env[OVERRIDE];
  if (chosen !== undefined && chosen !== '') return existsSync(chosen) ? chosen : null;
  return usualPlaces().find((path) => existsSync(path)) ?? null;
}
