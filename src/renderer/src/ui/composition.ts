// The one place that knows about Japanese input: Enter that settles a conversion must never submit, choose or close anything.
import { type KeyboardEvent as ReactKeyboardEvent, useRef } from 'react';

/** Browsers report the key code 229 for every key that the input method took for itself. */
const TAKEN_BY_INPUT_METHOD = 229;

type KeyLike = Pick<KeyboardEvent, 'isComposing' | 'keyCode'>;

/** True while the key belongs to the input method (変換中). Takes a native event or React's. */
export function isComposing(event: KeyLike | { readonly nativeEvent: KeyLike }): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  return native.isComposing || native.keyCode === TAKEN_BY_INPUT_METHOD;
}

/** True for an Enter that was meant as Enter. */
export function isPlainEnter(event: ReactKeyboardEvent | KeyboardEvent): boolean {
  return event.key === 'Enter' && !isComposing(event);
}

/**
 * Keeps every key of a conversion away from the handlers of the elements inside (lists, search boxes, dialogs) and outside.
 * The input method itself is not disturbed: nothing is prevented, only not passed on.
 */
function keepFromHandlers(event: ReactKeyboardEvent): void {
  if (isComposing(event)) event.stopPropagation();
}

/** To be spread on the outermost element of every field. */
export const compositionGuard = { onKeyDownCapture: keepFromHandlers, onKeyUpCapture: keepFromHandlers } as const;

type FormComposition = {
  /** To be spread on the form element. */
  readonly handlers: {
    readonly onCompositionStartCapture: () => void;
    readonly onCompositionEndCapture: () => void;
    readonly onKeyDownCapture: (event: ReactKeyboardEvent) => void;
    readonly onKeyUpCapture: () => void;
  };
  /** True when a submit that arrives now stems from the Enter of a conversion. */
  readonly isSubmitFromComposition: () => boolean;
};

/** For forms: tells a submit that a person meant from one that the input method caused. */
export function useFormComposition(): FormComposition {
  const isOpen = useRef(false);
  const isKeyTaken = useRef(false);
  const handlers = {
    onCompositionStartCapture: () => {
      isOpen.current = true;
    },
    onCompositionEndCapture: () => {
      isOpen.current = false;
    },
    onKeyDownCapture: (event: ReactKeyboardEvent) => {
      isKeyTaken.current = isComposing(event);
    },
    onKeyUpCapture: () => {
      isKeyTaken.current = false;
    },
  };
  return { handlers, isSubmitFromComposition: () => isOpen.current || isKeyTaken.current };
}
