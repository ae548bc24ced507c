// Tells the window that prints whether the paper is set: `<html data-paper="ready">` or "failed". Nothing until then.
import { useEffect } from 'react';

export type PaperState = 'setting' | 'ready' | 'failed';

/** Waits for the typeface before it says ready. */
export function usePaperState(state: PaperState): void {
  useEffect(() => {
    let isGone = false;
    const say = (word: PaperState) => {
      if (!isGone) document.documentElement.dataset['paper'] = word;
    };
    if (state === 'failed') say('failed');
    if (state === 'ready') {
      const fonts = 'fonts' in document ? document.fonts.ready : Promise.resolve();
      fonts.then(
        () => say('ready'),
        () => say('failed'),
      );
    }
    return () => {
      isGone = true;
      delete document.documentElement.dataset['paper'];
    };
  }, [state]);
}
