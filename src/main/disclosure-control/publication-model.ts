// The words of the library: sources, tables, cells, facts, needs, publications. Types alone; nothing here counts or decides.
import type { Limits } from './limits.ts';

/** One way to break a source down. */
export interface Dimension {
  readonly id: string;
  /** Every value once, in the order of the table. Codes, not labels; `計` and `*` are not allowed. */
  readonly values: readonly string[];
  /** True where a person has exactly one value in a period (district, age band): then distinct persons add up along it. */
  readonly onePerPerson: boolean;
}

/** What is counted. A `flow` has events that add up over months; a `stock` is the number of persons at the end of a month. */
export interface Source {
  readonly id: string;
  readonly kind: 'flow' | 'stock';
  readonly dimensions: readonly Dimension[];
  /** Combinations that cannot occur, by values of some dimensions. Known to everybody; never a cover for anything. */
  readonly structuralZeros?: readonly Values[];
}

/** Values by dimension. */
export type Values = Readonly<Record<string, string>>;

/** `events`: 延べ of a flow. `persons`: distinct persons of a flow over all months of the table. `stock`: persons at month end. */
export type Measure = 'events' | 'persons' | 'stock';

/** One event, or several of one person that fall together. */
export interface CountRecord {
  readonly source: string;
  /** The closing month, `YYYY-MM`, in which it was entered. */
  readonly month: string;
  /** A value for every dimension of the source. */
  readonly values: Values;
  /** Any stable text that tells persons apart. Never exported. Somebody unknown is given one of their own. */
  readonly personId: string;
  /** Events; 1 in a stock. A positive integer. */
  readonly count: number;
}

/** A published table: all cells of the crossing of `dimensions`, with every total. */
export interface TableDefinition {
  readonly id: string;
  readonly source: string;
  readonly measure: Measure;
  /** Months that are summed (persons: joined), ascending; a stock table has exactly one. */
  readonly months: readonly string[];
  /** None to three, in the order of the columns dim1, dim2, dim3. */
  readonly dimensions: readonly string[];
  /** How it is protected. A month of a source is never published both ways. */
  readonly mode: 'suppressed' | 'rounded';
  /**
   * `shown` (default of a flow): a 0 is always shown, so everybody knows that ＊ is at least 1. `mayBeHidden` (always so in a stock): ＊
   * may be 0; a way out where a flow of several months cannot be protected otherwise.
   */
  readonly zeros?: 'shown' | 'mayBeHidden';
  /** Values that are shown as one, by dimension of the table. A value in no group stands alone. */
  readonly groups?: Readonly<Record<string, readonly ValueGroup[]>>;
}

/**
 * What everybody knows to be so, whatever the records say, between sources: `lo <= sum(coef * atoms) <= hi`. For example 前月末 + 新規 -
 * 終了 = 月末, or two sources that break the same events down differently. Every audit takes it as a fact. Of events and stocks only.
 */
export interface Relation {
  readonly id: string;
  readonly parts: readonly Part[];
  readonly lo: number;
  readonly hi: number | null;
}

/** Neighbouring districts, similar categories: two values at least, disjoint from the other groups of the dimension. */
export interface ValueGroup {
  /** What the table shows: a plain code or label, no value of the dimension. */
  readonly name: string;
  readonly values: readonly string[];
}

/**
 * A set of atoms, written without listing them. Dimensions that are not in `where` are summed over; several values as one are written
 * sorted and joined by `+`, whatever a table calls them: the same cell has the same selection everywhere.
 */
export interface Selection {
  readonly source: string;
  readonly measure: Measure;
  readonly months: readonly string[];
  readonly where: Values;
}

export interface Part {
  readonly coef: number;
  readonly selection: Selection;
}

/** What an outsider knows: `lo <= sum(coef * atoms) <= hi`, all integers; `hi: null` is no upper limit. */
export interface Fact {
  readonly id: string;
  readonly parts: readonly Part[];
  readonly lo: number;
  readonly hi: number | null;
}

/** What is asked of the protection: some world that agrees with all facts has the sum at or beyond `bound`. */
export interface Need {
  readonly id: string;
  /** Key of the cell, or of the difference or remainder, that is protected. */
  readonly cell: string;
  readonly parts: readonly Part[];
  readonly direction: 'up' | 'down';
  readonly bound: number;
  readonly reason: SensitiveReason;
  /** The cell whose only contributor is the attacker and knows its value (threat B). */
  readonly knownCell?: string;
  readonly knownParts?: readonly Part[];
}

/** Why a cell is sensitive. `cover`: it is not, it is hidden for others, and had better be uncertain too. */
export type SensitiveReason = 'fewPersons' | 'dominance' | 'group' | 'difference' | 'rounding' | 'cover';

/** Why a cell is not shown; `secondary` protects others, `decoy` hides which others. Internal, never exported. */
export type HiddenReason = Exclude<SensitiveReason, 'rounding' | 'cover'> | 'secondary' | 'fewBehindHidden' | 'decoy';

/** Rules of a recipient. Their hash is in every certificate. */
export interface Parameters {
  /** Distinct persons that a shown figure stands for, at least. 3 to 10 (5 council, 10 public). */
  readonly k: number;
  /** Per cent of the events that one person may hold at most. 80. */
  readonly dominancePercent: number;
  /** Per cent by which the interval of a sensitive figure of `k` or more must reach to both sides. 20. */
  readonly widthPercent: number;
  /** Per cent of the remaining inner cells that are hidden without need. 3. */
  readonly decoyPercent: number;
  /** Multiple to which the rounding mode rounds. 3. */
  readonly roundingBase: number;
  /** Whether a small difference of the grand totals of two stocks is a sensitive cell too. */
  readonly protectTotalDifference: boolean;
  /** Whether the only contributor of a hidden cell is taken to know its figure (threat B). True, but to study the other rules. */
  readonly insiders: boolean;
}

export interface ProtectedCell {
  readonly key: string;
  readonly values: Values;
  readonly state: 'published' | 'hidden' | 'structuralZero';
  /** What is exported: the figure (rounded in rounding mode), or null for ＊. */
  readonly shown: number | null;
  /** Internal, never exported. */
  readonly value: number;
  /** Distinct persons behind it, internal. */
  readonly persons: number;
  /** Where one person alone is behind it, a mark of that person that is the same in every publication. Internal. */
  readonly sole: string | null;
  /** Internal. */
  readonly reason: HiddenReason | null;
}

export interface ProtectedTable {
  readonly definition: TableDefinition;
  readonly cells: readonly ProtectedCell[];
}

/** A difference between the true world and an alternative one, by atom id. Reveals the truth together with the register. */
export type WitnessDelta = Readonly<Record<string, number>>;

/** A need with the alternative world that meets it. */
export interface Protection {
  readonly need: Need;
  readonly witness: WitnessDelta;
}

export interface Certificate {
  readonly parametersHash: string;
  readonly factsHash: string;
  readonly historyHead: string | null;
  readonly protections: readonly Protection[];
  /** SHA-256 of the canonical JSON of all the above: this is what the export carries. */
  readonly hash: string;
}

/** A publication as the register keeps it: append-only, never exported whole. */
export interface PublicationRecord {
  readonly id: string;
  readonly recipient: string;
  readonly period: string;
  readonly parameters: Parameters;
  readonly sources: readonly Source[];
  readonly tables: readonly ProtectedTable[];
  readonly relations: readonly Relation[];
  readonly facts: readonly Fact[];
  readonly seed: string;
  readonly certificate: Certificate;
  /** True values of all atoms that are not 0, by atom id, of the months this publication speaks of. */
  readonly snapshot: Readonly<Record<string, number>>;
  readonly previous: { readonly id: string; readonly period: string; readonly hash: string } | null;
  readonly hash: string;
}

/** All earlier publications, oldest first, and the hash of the last, which is kept apart from them. */
export interface History {
  readonly records: readonly PublicationRecord[];
  readonly head: string | null;
}

export interface PublicationRequest {
  readonly id: string;
  readonly recipient: string;
  /** For people: `2026-06`, `2026年度`. */
  readonly period: string;
  readonly parameters: Parameters;
  readonly sources: readonly Source[];
  readonly tables: readonly TableDefinition[];
  /** What is known between the sources; those of earlier publications stay known. */
  readonly relations?: readonly Relation[];
  /** Every record of every month of every table and relation, also of months published before. */
  readonly records: readonly CountRecord[];
  /** 64 hexadecimal digits from a cryptographic source, new for each publication; kept, never exported. */
  readonly seed: string;
  readonly limits?: Partial<Limits>;
}

export interface Statistics {
  readonly cells: number;
  readonly nonZero: number;
  readonly hidden: number;
  readonly sensitive: number;
  readonly secondary: number;
  readonly decoys: number;
  readonly needs: number;
  readonly rounds: number;
  /** Whether the pattern was proved to be the cheapest one; else greedy and cleaned up. */
  readonly isOptimal: boolean;
  /** Milliseconds by part. */
  readonly times: Readonly<Record<string, number>>;
}

export type RefusalCode =
  | 'invalid_publication'
  | 'mixed_modes'
  | 'restated'
  | 'history_missing'
  | 'history_damaged'
  | 'not_protectable'
  | 'not_certain'
  | 'rounding_impossible'
  | 'file_differs'
  | 'timed_out'
  | 'cancelled'
  | 'solver_failed';

/** Why nothing is released. `cells` are those that an outsider could work out, or that could not be shown to be safe. */
export interface PublicationRefusal {
  readonly code: RefusalCode;
  readonly cells: readonly string[];
  /** A technical sentence, without any figure of the register. */
  readonly detail: string;
  /** Period of the publication that is missing from the history, or was changed. */
  readonly missingPeriod?: string;
}

export type ProtectOutcome =
  | {
      readonly ok: true;
      readonly record: PublicationRecord;
      readonly statistics: Statistics;
      readonly files: TidyFiles;
    }
  | { readonly ok: false; readonly refusal: PublicationRefusal };

/** The files anyone can check: texts in UTF-8. */
export interface TidyFiles {
  readonly cellsCsv: string;
  readonly factsJson: string;
}

/** Where the work is: a part's name and how far, from 0 to 1. */
export interface Progress {
  readonly part: 'counting' | 'hiding' | 'tidying' | 'auditing' | 'writing';
  readonly done: number;
}

export const COUNCIL_PARAMETERS: Parameters = {
  k: 5,
  dominancePercent: 80,
  widthPercent: 20,
  decoyPercent: 3,
  roundingBase: 3,
  protectTotalDifference: true,
  insiders: true,
};

export const PUBLIC_PARAMETERS: Parameters = { ...COUNCIL_PARAMETERS, k: 10 };
