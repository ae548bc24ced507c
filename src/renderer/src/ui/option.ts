// One entry of a code table as the choice fields take it.

export type Option = {
  readonly code: string;
  readonly label: string;
  /** Explains the choice in a second line. */
  readonly note?: string | undefined;
  /** A single key that chooses it, for example `1` or `A`. */
  readonly shortcut?: string | undefined;
};

/** A heading with its options. */
export type OptionGroup = { readonly label: string; readonly options: readonly Option[] };
