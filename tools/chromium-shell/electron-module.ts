// What the app finds as `electron`. Anything not listed here is not represented, and its import fails.
import { session } from './session.ts';

export { app } from './app.ts';
export { ShellBrowserWindow as BrowserWindow } from './browser-window.ts';
export { Menu, powerMonitor, shell } from './desktop.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc-main.ts';
export { session };
/** As in Electron: the protocol of the default session. */
export const protocol = session.defaultSession.protocol;
