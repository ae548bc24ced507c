// Reads the written texts back, as a stranger would, rebuilds the facts from them, and judges every witness against those.
import { type AtomSpace, keyOf } from './atom-space.ts';
import { canonicalJson } from './canonical-json.ts';
import { hashOfParameters } from './certificate.ts';
import { factsOfTable } from './facts.ts';
import { mergedValue } from './merged-values.ts';
import type {
  Fact,
  Parameters,
  Protection,
  Relation,
  Source,
  TableDefinition,
  TidyFiles,
  Values,
} from './publication-model.ts';
import { Refused } from './refused.ts';
import { cellsOf, onePart } from './table-cells.ts';
import { CSV_HEADER, HIDDEN_MARK, periodOf, TIDY_FORMAT } from './tidy-file.ts';
import { brokenFacts, flawsOfWitness, judgeFacts } from './witness-check.ts';

interface FactsFile {
  readonly format: string;
  readonly publication: string;
  readonly parameters: Parameters;
  readonly parametersHash: string;
  readonly certificateHash: string;
  readonly sources: readonly Source[];
  readonly tables: readonly TableDefinition[];
  readonly relations: readonly Relation[];
  readonly facts: readonly {
    readonly table: string;
    readonly where: Values;
    readonly lo: number;
    readonly hi: number | null;
  }[];
}

const differs = (detail: string): never => {
  throw new Refused('file_differs', detail);
};

/** Figures of `cells.csv` by table and values; null is ＊. Every line must be well formed and come once. */
function readCells(text: string, publication: string): ReadonlyMap<string, number | null> {
  const [header, ...lines] = text.split('\n');
  if (header !== CSV_HEADER || lines.pop() !== '') differs('cells.csv has another shape');
  const cells = new Map<string, number | null>();
  for (const line of lines) {
    const [id, period, table, measure, ...rest] = line.split(',');
    const value = rest.pop() ?? '';
    if (id !== publication || rest.length !== 3) differs('cells.csv has a strange line');
    if (value !== HIDDEN_MARK && !/^\d{1,9}$/u.test(value)) differs('cells.csv has a strange figure');
    const key = [period, table, measure, ...rest].join(',');
    if (cells.has(key)) differs('cells.csv has a line twice');
    cells.set(key, value === HIDDEN_MARK ? null : Number(value));
  }
  return cells;
}

function factsOfCells(file: FactsFile, cells: Map<string, number | null>): readonly Fact[] {
  const facts = file.tables.flatMap((table) => {
    const source = file.sources.find(({ id }) => id === table.source) ?? differs('facts.json lacks a source');
    const shown = new Map<string, number | null>();
    for (const cell of cellsOf(table, source)) {
      if (cell.isStructuralZero) continue;
      const places = [0, 1, 2].map((position) => cell.values[table.dimensions[position] ?? ''] ?? '');
      const key = [periodOf(table.months), table.id, table.measure, ...places].join(',');
      shown.set(cell.key, cells.get(key) ?? (cells.has(key) ? null : differs('cells.csv lacks a cell')));
      cells.delete(key);
    }
    const shownOf = (key: string) => {
      const figure = shown.get(key) ?? null;
      return { state: figure === null ? ('hidden' as const) : ('published' as const), shown: figure };
    };
    return factsOfTable(file.publication, table, source, shownOf, file.parameters.roundingBase);
  });
  if (cells.size > 0) differs('cells.csv has cells of no table');
  return facts;
}

/** The facts that `facts.json` states itself, in the same form. */
function statedFacts(file: FactsFile): readonly Fact[] {
  const tables = new Map(file.tables.map((table) => [table.id, table]));
  return file.facts.map(({ table: id, where, lo, hi }) => {
    const table = tables.get(id) ?? differs('facts.json names an unknown table');
    const { source, measure, months, groups = {} } = table;
    const chosen = Object.entries(where).map(([dimension, name]) => {
      const group = groups[dimension]?.find((one) => one.name === name);
      return [dimension, group === undefined ? name : mergedValue(group.values)] as const;
    });
    const selection = { source, measure, months, where: Object.fromEntries(chosen) };
    return { id: `${file.publication}:${id}:${keyOf(selection)}`, parts: onePart(selection), lo, hi };
  });
}

/**
 * Facts as the two files tell them.
 * @throws Refused `file_differs` when they are malformed, incomplete, or tell different things.
 */
export function readTidyFacts({ cellsCsv, factsJson }: TidyFiles): {
  readonly file: Pick<
    FactsFile,
    'publication' | 'certificateHash' | 'parametersHash' | 'sources' | 'tables' | 'relations'
  >;
  readonly facts: readonly Fact[];
} {
  let file: FactsFile;
  try {
    file = JSON.parse(factsJson) as FactsFile;
  } catch {
    return differs('facts.json is not JSON');
  }
  if (file.format !== TIDY_FORMAT || file.parametersHash !== hashOfParameters(file.parameters))
    differs('facts.json has another shape');
  const facts = factsOfCells(file, new Map(readCells(cellsCsv, file.publication)));
  const order = (list: readonly Fact[]) => canonicalJson([...list].sort((a, b) => (a.id < b.id ? -1 : 1)));
  if (order(facts) !== order(statedFacts(file))) differs('cells.csv and facts.json differ');
  return { file, facts };
}

export interface VerificationCase {
  readonly space: AtomSpace;
  readonly certificateHash: string;
  readonly relations: readonly Relation[];
  /** Facts that were certified for this publication. */
  readonly certified: readonly Fact[];
  /** Everything else that an outsider knows: earlier publications and rules. */
  readonly otherFacts: readonly Fact[];
  readonly truth: ReadonlyMap<string, number>;
  readonly protections: readonly Protection[];
}

/**
 * The last step before a release: the texts as they were written say exactly what was certified, and every witness, of this and of all
 * earlier publications, agrees with them.
 *
 * @throws Refused `file_differs`
 */
export function verifyTidy(files: TidyFiles, verification: VerificationCase): void {
  const { file, facts } = readTidyFacts(files);
  if (file.certificateHash !== verification.certificateHash) differs('facts.json names another certificate');
  if (canonicalJson(file.relations) !== canonicalJson(verification.relations))
    differs('facts.json tells other relations');
  if (canonicalJson(facts) !== canonicalJson(verification.certified))
    differs('the files say something else than was certified');
  const judged = judgeFacts(verification.space, [...verification.otherFacts, ...facts], verification.truth);
  const flaws = [
    ...brokenFacts(judged),
    ...verification.protections.flatMap(({ need, witness }) => flawsOfWitness(judged, witness, need)),
  ];
  if (flaws.length > 0)
    throw new Refused('file_differs', `${flaws.length} witnesses or facts fail`, { cells: flaws.slice(0, 20) });
}
