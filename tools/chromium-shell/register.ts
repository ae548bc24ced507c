// Lets `import ... from 'electron'` find the Chromium shell, in this process only.
import { registerHooks } from 'node:module';

const substitute = new URL('./electron-module.ts', import.meta.url).href;
const names: readonly string[] = ['electron', 'electron/main', 'electron/common'];

registerHooks({
  resolve: (specifier, context, next) =>
    names.includes(specifier)
      ? { url: substitute, shortCircuit: true, format: 'module-typescript' }
      : next(specifier, context),
});
