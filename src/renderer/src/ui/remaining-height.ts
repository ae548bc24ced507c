// How tall a scrolling region may be so that its lower edge stays in the window.
import { type RefObject, useLayoutEffect, useState } from 'react';

/** Room that stays free under the region, as the frame's main part has it, so that the page itself need not scroll. */
const BOTTOM_ROOM_REM = 1.5;
/** Never shorter than this, whatever the window: then the page scrolls. */
const LEAST_HEIGHT = 320;

/** The height in px that is left from the region's top to the window's bottom, or null when not wanted. */
export function useRemainingHeight(region: RefObject<HTMLElement | null>, isWanted: boolean): number | null {
  const [height, setHeight] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (!isWanted) return;
    const measure = () => {
      if (!region.current) return;
      const top = region.current.getBoundingClientRect().top + window.scrollY;
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize || '16');
      setHeight(Math.max(LEAST_HEIGHT, window.innerHeight - top - BOTTOM_ROOM_REM * rem));
    };
    measure();
    window.addEventListener('resize', measure);
    const above = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(measure);
    if (region.current?.parentElement) above?.observe(region.current.parentElement);
    return () => {
      window.removeEventListener('resize', measure);
      above?.disconnect();
    };
  }, [region, isWanted]);
  return isWanted ? height : null;
}
