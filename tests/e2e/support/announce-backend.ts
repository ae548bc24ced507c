// Says once, before the first test, in what the app runs.
import { existsSync } from 'node:fs';
import { chooseBackend } from '#tools/driven-app/choose-backend.ts';
import { notRunHere } from './only-electron.ts';

// biome-ignore lint/style/noDefaultExport: Playwright wants its global set-up so.
export default function announceBackend(): void {
  if (!existsSync('out/main/index.js')) throw new Error('The app is not built: run `npx electron-vite build` first.');
  const { name } = chooseBackend();
  const remark =
    name === 'Electron' ? '' : " (Electron's binary or a display is missing: what only Electron shows is not checked)";
  console.log([`End-to-end tests run in ${name}${remark}.`, ...notRunHere()].join('\n'));
}
