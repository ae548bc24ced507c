// How tall a scrolling region may be so that its lower edge stays in the window.
import { type RefObject, useLayoutEffect, useState } from 'react';

/** Room that stays free under the region, px at the standard text size. */
const BOTTOM_ROOM = 24;
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
      setHeight(Math.max(LEAST_HEIGHT, window.innerHeight - top - BOTTOM_ROOM));
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
