// The packages that are open, in memory alone until the register is locked, and what follows from them. A verdict never outlives a change.
import type { FoundFolder } from '#main/platform/files/package-folders.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { ReportTable } from '#shared/contract/report-shape.ts';
import type { WardFinding, WardSummary } from '#shared/contract/ward.contract.ts';
import type { OutsiderVerdict } from './outsider-check.ts';
import type { OutsiderJob } from './outsider-worker.ts';
import { FlawedPackage, type PackageTexts, readPackage } from './read-package.ts';
import { findingsOf, type RefusedFolder } from './ward-findings.ts';
import { monthOfPackage, type Sorted, sortPackages } from './ward-packages.ts';
import type { OpenedPackage, WardPackage } from './ward-registers.ts';
import { factsOf, type WardTable, wardTables } from './ward-sums.ts';
import { layOut } from './ward-tables.ts';
import { type Judged, judge } from './ward-verdict.ts';
import { wordsOf } from './ward-words.ts';

/** More than a ward has in years; what is over it is not taken in. */
const MOST_CELLS_IN_ALL = 1_000_000;

type Check = (job: OutsiderJob, signal: AbortSignal) => Promise<OutsiderVerdict | null>;

interface DeskState {
  readonly packages: readonly OpenedPackage[];
  readonly refused: readonly RefusedFolder[];
}

interface Reckoned {
  readonly sorted: Sorted;
  readonly findings: readonly WardFinding[];
  readonly sums: readonly WardTable[];
  readonly tables: readonly ReportTable[];
}

export interface WardPublication {
  readonly packages: readonly WardPackage[];
  readonly tables: readonly ReportTable[];
  readonly findings: readonly WardFinding[];
  readonly sentence: string;
}

const EMPTY: DeskState = { packages: [], refused: [] };
const isError = ({ tone }: WardFinding): boolean => tone === 'error';

const cellsIn = (packages: readonly OpenedPackage[]): number =>
  packages.flatMap(({ tables }) => tables).reduce((sum, { cells }) => sum + cells.size, 0);

function textOf(file: Uint8Array | 'too_large' | undefined): string | null {
  if (file === undefined) return null;
  if (file === 'too_large') throw new FlawedPackage('too_large');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
  } catch {
    throw new FlawedPackage('unreadable');
  }
}

function textsOf({ files }: FoundFolder): PackageTexts {
  return {
    cellsCsv: textOf(files['cells.csv']) ?? '',
    factsJson: textOf(files['facts.json']) ?? '',
    labelsJson: textOf(files['labels.json']),
  };
}

/** A folder as a package, or why it is none. */
function takeIn(folder: FoundFolder, id: string): OpenedPackage | RefusedFolder {
  const { folderName } = folder;
  try {
    return { ...readPackage(textsOf(folder)), id, folderName };
  } catch (error) {
    if (!(error instanceof FlawedPackage)) throw error;
    return { id, folderName, flaw: error.flaw };
  }
}

function reckon({ packages, refused }: DeskState): Reckoned {
  const sorted = sortPackages(packages);
  const words = wordsOf(sorted.kept);
  const findings = findingsOf(sorted, refused, words);
  const sums = findings.some(isError) ? [] : wardTables(sorted.kept);
  return { sorted, findings, sums, tables: sums.map((sum) => layOut(sum, words)) };
}

/** What is open, until the lock. */
export class WardDesk {
  readonly #newId: () => string;
  #state = EMPTY;
  #reckoned = reckon(EMPTY);
  #judged: Judged | null = null;
  #running: AbortController | null = null;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  #change(next: DeskState): WardSummary {
    this.#running?.abort();
    this.#running = null;
    this.#judged = null;
    this.#reckoned = reckon(next);
    this.#state = next;
    return this.summary();
  }

  summary(): WardSummary {
    const { sorted, findings: known, tables } = this.#reckoned;
    const findings = [...(this.#judged?.findings ?? []), ...known];
    return {
      packages: sorted.kept.map((one) => ({
        id: one.id,
        folderName: one.folderName,
        register: one.register.id,
        registerName: one.register.name,
        formerNames: [...one.register.formerNames],
        publication: one.publication,
        period: one.period,
        month: monthOfPackage(one),
        tables: one.tables.length,
        k: one.k,
      })),
      findings,
      verdict: this.#judged?.verdict ?? null,
      tables: findings.some(isError) ? [] : [...tables],
    };
  }

  /** Beside what is open already. @throws Refusal `no_package` */
  open(folders: readonly FoundFolder[], onRead: (done: number) => void): WardSummary {
    if (folders.length === 0) throw new Refusal('no_package');
    const packages = [...this.#state.packages];
    const refused = [...this.#state.refused];
    folders.forEach((folder, index) => {
      const taken = takeIn(folder, this.#newId());
      if ('flaw' in taken) refused.push(taken);
      else if (cellsIn([...packages, taken]) > MOST_CELLS_IN_ALL) {
        refused.push({ id: taken.id, folderName: taken.folderName, flaw: 'too_large' });
      } else packages.push(taken);
      onRead(index + 1);
    });
    return this.#change({ packages, refused });
  }

  /** @throws Refusal `not_found` */
  leaveOut(id: string): WardSummary {
    const { packages, refused } = this.#state;
    const others = <One extends { readonly id: string }>(all: readonly One[]) => all.filter((one) => one.id !== id);
    const next = { packages: others(packages), refused: others(refused) };
    if (next.packages.length === packages.length && next.refused.length === refused.length) {
      throw new Refusal('not_found');
    }
    return this.#change(next);
  }

  clear(): WardSummary {
    return this.#change(EMPTY);
  }

  /** @throws Refusal `no_package`, `ward_not_safe`, `busy`; `cancelled` when the packages changed meanwhile, or the register was locked */
  async check(check: Check): Promise<WardSummary> {
    const { sorted, findings, sums } = this.#reckoned;
    if (sorted.kept.length === 0) throw new Refusal('no_package');
    if (findings.some(isError)) throw new Refusal('ward_not_safe');
    if (this.#running !== null) throw new Refusal('busy');
    const own = new AbortController();
    this.#running = own;
    this.#judged = null;
    const packages = sorted.kept.map(({ register, k, files }) => ({ register: register.id, k, files }));
    try {
      const verdict = await check({ packages, wardFacts: sums.flatMap(factsOf) }, own.signal);
      if (own.signal.aborted) throw new Refusal('cancelled');
      this.#judged = judge(verdict, sorted.kept);
      return this.summary();
    } finally {
      // One that failed must not stand in the way of the next.
      if (this.#running === own) this.#running = null;
    }
  }

  /** What may be given out. @throws Refusal `ward_not_safe` */
  publishable(): WardPublication {
    const { verdict } = this.#judged ?? {};
    if (verdict?.isSafe !== true) throw new Refusal('ward_not_safe');
    const { sorted, tables, findings } = this.#reckoned;
    return { packages: sorted.kept, tables, findings, sentence: verdict.sentence };
  }
}
