// What happened that a test may want to assert: every request and every error of every page, from the first moment on, and what was printed.

export interface RequestRecord {
  readonly url: string;
  /** `refused`: neither the app served or cancelled it; the shell let nothing out. `developer`: Vite's own server. */
  readonly outcome: 'served' | 'cancelled' | 'refused' | 'developer';
}

export interface ProblemRecord {
  readonly kind: 'page error' | 'console error' | 'crash';
  readonly text: string;
  readonly url: string;
}

/** A sheet that went to the printer. */
export interface PrintRecord {
  readonly url: string;
  /** Base64. */
  readonly pdf: string;
}

export const requests: RequestRecord[] = [];
export const problems: ProblemRecord[] = [];
export const printed: PrintRecord[] = [];
