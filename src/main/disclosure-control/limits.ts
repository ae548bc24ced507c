// How long the library may search. What is safe does not depend on it, only whether it is found in time.

/** Work limits. They never change what is safe, only whether it is found in time. */
export interface Limits {
  readonly cleanUpMs: number;
  readonly optimalMs: number;
  /** Cells that may be hidden, at most, for the exact optimum to be tried. */
  readonly optimalCells: number;
  /** For one integer search of the audit. */
  readonly integerSearchMs: number;
  readonly rounds: number;
}

export const DEFAULT_LIMITS: Limits = {
  cleanUpMs: 5_000,
  optimalMs: 10_000,
  optimalCells: 300,
  integerSearchMs: 20_000,
  rounds: 5,
};
