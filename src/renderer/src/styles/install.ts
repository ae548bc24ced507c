// Loads the global styles once, and keeps React Aria from adding a <style> element, which the content policy refuses.
import '@digital-go-jp/design-tokens/dist/tokens.css';
import './fonts.css';
import './tokens.css';
import './reset.css';
import './print.css';

/** React Aria looks for an element of this id before it adds its one rule, which reset.css holds instead. */
const PRESSABLE_STYLE_ID = 'react-aria-pressable-style';

/** Must run before the first render. Repeating it does no harm. */
export function installStyles(): void {
  if (document.getElementById(PRESSABLE_STYLE_ID)) return;
  const marker = document.createElement('meta');
  marker.id = PRESSABLE_STYLE_ID;
  document.head.append(marker);
}
