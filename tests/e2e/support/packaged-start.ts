// Run before the shell's launcher: lets the app believe that it is packaged, which in the shell it never is.
import { app } from '#tools/chromium-shell/app.ts';

Object.defineProperty(app, 'isPackaged', { value: true });
