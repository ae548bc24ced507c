// Electron's `dialog`: answers that a test queued, or what a person types on a small page.
import type {
  Dialog,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import { isHeaded } from './chromium.ts';
import { pickPath } from './path-picker.ts';

/** Paths chosen (none: cancelled), or the number of the button pressed. */
export type DialogAnswer = { readonly paths: readonly string[] } | { readonly button: number };

const queue: DialogAnswer[] = [];

/** Answers for the next dialogs, in their order. */
export function answerDialogs(answers: readonly DialogAnswer[]): void {
  queue.push(...answers);
}

async function askForPath(
  kind: 'open' | 'folder' | 'save',
  options: OpenDialogOptions | SaveDialogOptions,
): Promise<readonly string[]> {
  const answer = queue.shift();
  if (answer !== undefined && 'paths' in answer) return answer.paths;
  return isHeaded ? pickPath(kind, options.title ?? '', options.defaultPath ?? '') : [];
}

/** Electron's dialogs take the window first, or leave it out. */
const optionsOf = <Options>(values: readonly unknown[]) => (values.at(-1) ?? {}) as Options;

export const dialog = {
  async showOpenDialog(...values: unknown[]): Promise<OpenDialogReturnValue> {
    const options = optionsOf<OpenDialogOptions>(values);
    const kind = options.properties?.includes('openDirectory') ? 'folder' : 'open';
    const paths = await askForPath(kind, options);
    return { canceled: paths.length === 0, filePaths: [...paths] };
  },

  async showSaveDialog(...values: unknown[]): Promise<SaveDialogReturnValue> {
    const [path = ''] = await askForPath('save', optionsOf<SaveDialogOptions>(values));
    return { canceled: path === '', filePath: path };
  },

  async showMessageBox(...values: unknown[]): Promise<MessageBoxReturnValue> {
    const answer = queue.shift();
    const { defaultId = 0, message } = optionsOf<MessageBoxOptions>(values);
    process.stdout.write(`${message}\n`);
    return { response: answer !== undefined && 'button' in answer ? answer.button : defaultId, checkboxChecked: false };
  },

  showErrorBox(title: string, content: string): void {
    process.stderr.write(`${title}\n${content}\n`);
  },
} satisfies Partial<Dialog>;
