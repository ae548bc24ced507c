// The system's file dialogs. The only place that learns a path from the user; nothing is put into recent files.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';

/** @param window the dialogs stand in front of it, and it waits for them. */
export function createFileChooser(window: () => BrowserWindow): FileChooser {
  const openOne = async (title: string, options: Electron.OpenDialogOptions) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), { title, ...options });
    return canceled ? null : (filePaths[0] ?? null);
  };

  return {
    chooseToOpen: ({ title, kinds }) =>
      openOne(title, { filters: kinds.map(toFilter), properties: ['openFile', 'dontAddToRecent'] }),

    chooseFolder: ({ title }) =>
      openOne(title, {
        defaultPath: app.getPath('documents'),
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      }),

    async chooseToSave({ title, suggestedName, kinds }) {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title,
        defaultPath: join(app.getPath('documents'), suggestedName),
        filters: kinds.map(toFilter),
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      });
      return canceled || filePath === '' ? null : withExtension(filePath, kinds);
    },

    async reveal(path) {
      if ((await stat(path)).isDirectory()) await openWithSystem(path);
      else shell.showItemInFolder(path);
    },

    open: openWithSystem,
  };
}

/** Windows adds the extension that was not typed; elsewhere nobody does. */
function withExtension(path: string, kinds: readonly { readonly extensions: readonly string[] }[]): string {
  const known = kinds.flatMap(({ extensions }) => extensions);
  const hasKnown = known.some((extension) => path.toLowerCase().endsWith(`.${extension}`));
  return hasKnown || known[0] === undefined ? path : `${path}.${known[0]}`;
}

const toFilter = (kind: { readonly name: string; readonly extensions: readonly string[] }) => ({
  name: kind.name,
  extensions: [...kind.extensions],
});

async function openWithSystem(path: string): Promise<void> {
  const problem = await shell.openPath(path);
  if (problem !== '') throw new Error(problem);
}
