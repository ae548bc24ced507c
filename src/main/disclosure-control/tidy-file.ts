// Writes the two texts with which anybody can check an export: every cell, and every fact in the model's form. Only what may be public.
import { TOTAL } from './atom-space.ts';
import { hashOfParameters } from './certificate.ts';
import { limitsOf, roundingReach } from './facts.ts';
import { orderedGroups } from './merged-values.ts';
import type { Parameters, ProtectedTable, Relation, Source, TidyFiles } from './publication-model.ts';

export const TIDY_FORMAT = 'disclosure-control-facts/1';
export const HIDDEN_MARK = '＊';
export const CSV_HEADER = 'publication,period,table,measure,dim1,dim2,dim3,value';

/** What is written of a publication: nothing of the register but what the tables show. */
export interface TidyPublication {
  readonly id: string;
  readonly period: string;
  readonly parameters: Parameters;
  readonly sources: readonly Source[];
  readonly tables: readonly ProtectedTable[];
  readonly relations: readonly Relation[];
  readonly certificateHash: string;
}

/** `2026-04`, or first and last month of a span: `2026-04/2026-06`. */
export const periodOf = (months: readonly string[]): string =>
  months.length === 1 ? (months[0] ?? '') : `${months[0] ?? ''}/${months.at(-1) ?? ''}`;

function linesOf(publication: string, { definition, cells }: ProtectedTable): readonly string[] {
  const { id, measure, months, dimensions } = definition;
  return cells
    .filter(({ state }) => state !== 'structuralZero')
    .map(({ values, shown }) => {
      const places = [0, 1, 2].map((position) => values[dimensions[position] ?? ''] ?? '');
      return [publication, periodOf(months), id, measure, ...places, shown ?? HIDDEN_MARK].join(',');
    });
}

function factsOf({ definition, cells }: ProtectedTable, parameters: Parameters) {
  return cells
    .filter(({ state }) => state !== 'structuralZero')
    .map((cell) => {
      const where = Object.fromEntries(Object.entries(cell.values).filter(([, value]) => value !== TOTAL));
      return { table: definition.id, where, ...limitsOf(cell, definition, parameters.roundingBase) };
    });
}

function describeTable({ definition }: ProtectedTable, { roundingBase }: Parameters, sources: readonly Source[]) {
  const own = sources.find((one) => one.id === definition.source);
  const groups = own === undefined ? undefined : orderedGroups(definition, own);
  const { id, source, measure, months, dimensions, mode, zeros } = definition;
  const rounding = mode === 'rounded' ? { base: roundingBase, reach: roundingReach(definition, roundingBase) } : {};
  const further = { ...(zeros === undefined ? {} : { zeros }), ...(groups === undefined ? {} : { groups }) };
  return { id, source, measure, months, dimensions, mode, ...further, ...rounding };
}

/**
 * `cells.csv` and `facts.json` of a publication, UTF-8 without a mark, lines ended by LF. The format is in the library's README.
 * Recipient, persons, true values and reasons are not in them.
 */
export function writeTidy(publication: TidyPublication): TidyFiles {
  const { id, period, parameters, tables, relations, certificateHash } = publication;
  const related = relations.flatMap(({ parts }) => parts.map(({ selection }) => selection.source));
  const used = new Set([...tables.map(({ definition }) => definition.source), ...related]);
  const sources = publication.sources.filter((source) => used.has(source.id));
  const facts = {
    format: TIDY_FORMAT,
    publication: id,
    period,
    parameters,
    parametersHash: hashOfParameters(parameters),
    certificateHash,
    sources,
    tables: tables.map((table) => describeTable(table, parameters, sources)),
    relations,
    facts: tables.flatMap((table) => factsOf(table, parameters)),
  };
  const lines = [CSV_HEADER, ...tables.flatMap((table) => linesOf(id, table))];
  return { cellsCsv: `${lines.join('\n')}\n`, factsJson: `${JSON.stringify(facts, null, 1)}\n` };
}
