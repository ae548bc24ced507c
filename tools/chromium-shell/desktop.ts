// Electron's `shell`, `Menu` and `powerMonitor`: the desktop around the app, which the shell does not have.
import { EventEmitter } from 'node:events';
import type { Menu as ElectronMenu, PowerMonitor, Shell } from 'electron';

export const shell = {
  openPath: () => Promise.resolve(''),
  showItemInFolder: () => undefined,
} satisfies Partial<Shell>;

export const Menu = {
  setApplicationMenu: () => undefined,
  getApplicationMenu: () => null,
  buildFromTemplate: () => ({ popup: () => undefined }) as unknown as ElectronMenu,
} satisfies Partial<typeof ElectronMenu>;

/** A test emits `suspend`, `lock-screen` ... on it. */
export const powerMonitor: EventEmitter & Pick<PowerMonitor, 'getSystemIdleTime'> = Object.assign(new EventEmitter(), {
  getSystemIdleTime: () => 0,
});
