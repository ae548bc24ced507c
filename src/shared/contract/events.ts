// What main tells the renderer without being asked. Never carries personal data.

export type RegisterEvent =
  /** Something in this feature was committed: what the screen shows of it may be old. */
  | { readonly type: 'changed'; readonly feature: string }
  /** A task goes on. `total` 0 means that the length is not known yet. */
  | {
      readonly type: 'progress';
      readonly operation: string;
      readonly done: number;
      readonly total: number;
      readonly step: string;
    }
  /** What is known of the register's files has changed: damage was found, or it is over. */
  | { readonly type: 'recovery' }
  /** The vault was opened or shut. */
  | { readonly type: 'vault'; readonly state: 'locked' | 'unlocked' }
  /** The register shuts in so many seconds unless somebody does something; `null` when the danger is over. */
  | { readonly type: 'auto_lock_warning'; readonly seconds: number | null };
