// What the app told Electron of its windows, and what its handlers answer when they are asked: for tests, over test-control.ts.
import type { WebContents } from 'electron';
import type { HandlerFacts, WindowFacts } from '#tools/driven-app/driven-app.ts';
import { ShellBrowserWindow } from './browser-window.ts';
import type { ShellSession } from './session.ts';
import type { ShellWebContents } from './web-contents.ts';

/** Every permission that Electron's declarations name. */
const PERMISSIONS = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'unknown',
  'usb',
  'window-management',
] as const;

const ELSEWHERE = 'https://example.com/';
const LEADING_AWAY = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'] as const;

function isLetThrough(contents: ShellWebContents, name: string): boolean {
  let isPrevented = false;
  const event = {
    url: ELSEWHERE,
    isMainFrame: true,
    preventDefault: () => {
      isPrevented = true;
    },
  };
  contents.emit(name, event, ELSEWHERE, {});
  return !isPrevented;
}

function isDownloadKept({ events }: ShellSession): boolean {
  let isPrevented = false;
  events.emit('will-download', {
    preventDefault: () => {
      isPrevented = true;
    },
  });
  return !isPrevented;
}

/** Without a handler Electron grants. */
function isGrantedOnRequest({ requestHandler }: ShellSession, contents: WebContents, permission: string): boolean {
  if (requestHandler === null) return true;
  let isGranted = false;
  requestHandler(contents, permission as 'media', (answer) => (isGranted = answer), {} as never);
  return isGranted;
}

function readHandlers(contents: ShellWebContents): HandlerFacts {
  const { session, windowOpenHandler } = contents;
  const asked = contents as unknown as WebContents;
  return {
    requested: PERMISSIONS.filter((permission) => isGrantedOnRequest(session, asked, permission)),
    checked: PERMISSIONS.filter(
      (permission) => session.checkHandler?.(asked, permission as 'media', ELSEWHERE, {} as never) ?? true,
    ),
    newWindow: windowOpenHandler?.({ url: ELSEWHERE } as never).action ?? 'allow',
    letThrough: LEADING_AWAY.filter((name) => isLetThrough(contents, name)),
    isDownloadKept: isDownloadKept(session),
  };
}

export function readWindowFacts(): readonly WindowFacts[] {
  const windows = ShellBrowserWindow.getAllWindows() as unknown as readonly ShellBrowserWindow[];
  return windows.map((window) => {
    const { webContents } = window;
    return {
      preferences: { ...webContents.preferences },
      isContentProtected: window.isContentProtected(),
      isSessionPersistent: webContents.session.isPersistent(),
      isSpellChecked: webContents.session.isSpellCheckerEnabled(),
      handlers: readHandlers(webContents),
    };
  });
}
