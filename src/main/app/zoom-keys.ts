// Ctrl and +, -, 0 change the size of everything. Electron ties these keys to a menu bar, which we do not have.
import type { WebContents } from 'electron';

const STEP = 0.1;
const SMALLEST = 0.8;
const LARGEST = 2;

export function followZoomKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, { type, key, control, meta, alt }) => {
    if (type !== 'keyDown' || alt || !(control || meta)) return;
    const next = nextZoom(key, contents.getZoomFactor());
    if (next === null) return;
    event.preventDefault();
    contents.setZoomFactor(next);
  });
}

function nextZoom(key: string, current: number): number | null {
  switch (key) {
    case '+':
    case ';': // the key of + on a Japanese keyboard
    case '=':
      return Math.min(LARGEST, current + STEP);
    case '-':
      return Math.max(SMALLEST, current - STEP);
    case '0':
      return 1;
    default:
      return null;
  }
}
