// Electron's `app`: the life of the process, its paths and its command line.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App, CommandLine } from 'electron';
import { appendedSwitches, closeChromium } from './chromium.ts';
import { releaseLock, takeLock } from './single-instance.ts';

type Surface =
  | 'whenReady'
  | 'isReady'
  | 'getPath'
  | 'setPath'
  | 'getAppPath'
  | 'getVersion'
  | 'getName'
  | 'setName'
  | 'getLocale'
  | 'isPackaged'
  | 'quit'
  | 'exit'
  | 'enableSandbox'
  | 'disableHardwareAcceleration'
  | 'setAppUserModelId'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock';

type Manifest = { readonly name?: string; readonly productName?: string; readonly version?: string };

const switches = new Map(
  process.argv
    .filter((argument) => argument.startsWith('--'))
    .map((argument) => {
      const [name = '', ...value] = argument.slice(2).split('=');
      return [name, value.join('=')] as const;
    }),
);

const commandLine = {
  hasSwitch: (name: string) => switches.has(name),
  getSwitchValue: (name: string) => switches.get(name) ?? '',
  appendSwitch: (name: string, value = '') => {
    switches.set(name, value);
    appendedSwitches.push(value === '' ? `--${name}` : `--${name}=${value}`);
  },
} satisfies Partial<CommandLine>;

function settingsFolder(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
}

class ShellApp extends EventEmitter implements Pick<App, Surface> {
  readonly isPackaged = false;
  readonly commandLine = commandLine;
  readonly #paths = new Map<string, string>();
  readonly #ready = Promise.withResolvers<void>();
  /** Set by the windows, which stand above the app. */
  closeWindows: () => void = () => undefined;
  #appPath = process.cwd();
  #manifest: Manifest = {};
  #isReady = false;
  #isQuitting = false;
  #hasLock = false;

  /** Called once by the launcher, before the app's own code. */
  adopt(appPath: string): void {
    this.#appPath = appPath;
    this.#manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as Manifest;
    // Often sent twice: by the terminal to all, and by whoever started us.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.quit());
  }

  /** As in Electron, never before the main file has been loaded: awaiting it there would wait for ever. */
  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  becomeReady(): void {
    this.#isReady = true;
    this.emit('ready', {}, {});
    this.#ready.resolve();
  }

  isReady(): boolean {
    return this.#isReady;
  }

  getAppPath(): string {
    return this.#appPath;
  }

  getName(): string {
    return this.#manifest.productName ?? this.#manifest.name ?? 'Electron';
  }

  setName(name: string): void {
    this.#manifest = { ...this.#manifest, productName: name };
  }

  getVersion(): string {
    return this.#manifest.version ?? '0.0.0';
  }

  getLocale(): string {
    return 'ja';
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    switch (name) {
      case 'userData':
      case 'sessionData':
        return commandLine.getSwitchValue('user-data-dir') || join(settingsFolder(), this.getName());
      case 'appData':
        return settingsFolder();
      case 'home':
        return homedir();
      case 'temp':
        return tmpdir();
      case 'documents':
      case 'downloads':
      case 'desktop':
        return join(homedir(), `${name[0]?.toUpperCase()}${name.slice(1)}`);
      default:
        throw new Error(`Failed to get '${name}' path`);
    }
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  requestSingleInstanceLock(): boolean {
    this.#hasLock = takeLock(this.getPath('userData'), ({ argv, workingDirectory }) => {
      this.emit('second-instance', {}, argv, workingDirectory, null);
    });
    return this.#hasLock;
  }

  hasSingleInstanceLock(): boolean {
    return this.#hasLock;
  }

  releaseSingleInstanceLock(): void {
    if (this.#hasLock) releaseLock(this.getPath('userData'));
    this.#hasLock = false;
  }

  enableSandbox(): void {}
  disableHardwareAcceleration(): void {}
  setAppUserModelId(): void {}

  noteAllWindowsClosed(): void {
    if (this.#isQuitting) return;
    if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }

  quit(): void {
    if (this.#isQuitting || this.#isRefused('before-quit')) return;
    this.#isQuitting = true;
    this.closeWindows();
    if (this.#isRefused('will-quit')) {
      this.#isQuitting = false;
      return;
    }
    this.exit(0);
  }

  exit(exitCode = 0): void {
    this.emit('quit', {}, exitCode);
    this.releaseSingleInstanceLock();
    void closeChromium().finally(() => process.exit(exitCode));
  }

  #isRefused(event: 'before-quit' | 'will-quit'): boolean {
    let isPrevented = false;
    this.emit(event, {
      preventDefault: () => {
        isPrevented = true;
      },
    });
    return isPrevented;
  }
}

export const app = new ShellApp();
