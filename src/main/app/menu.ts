// The built app has no menu bar: every command stands on the screen.
import { app, Menu } from 'electron';

/** During development Electron's own menu stays, for its developer tools. */
export function removeMenuBar(isDevelopment: boolean): void {
  if (!isDevelopment) Menu.setApplicationMenu(null);
  app.setAppUserModelId('jp.mimamori.register');
}
