// Everything the sections can be asked for, with the words that people read. Looks at definitions alone, counts nothing.
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { type CountingCodes, readCountingCodes } from '../statistics/counting-codes.ts';
import type { Section, SectionRelation, SectionSource, TableDesign } from '../statistics/section.ts';
import { FLOW_DESIGN, FLOW_SOURCES } from './persons-flow.ts';

/** A table that can be published, and the section it stands in. */
export interface OfferedDesign {
  readonly sectionId: string;
  readonly sectionTitle: string;
  readonly design: TableDesign;
  readonly source: SectionSource;
}

export interface Catalogue {
  readonly codes: CountingCodes;
  readonly sections: readonly Section[];
  readonly sources: ReadonlyMap<string, SectionSource>;
  /** In the order of the sections and their tables. */
  readonly designs: readonly OfferedDesign[];
  readonly relations: readonly SectionRelation[];
}

/** New and ended of a month are in the table of the flow. */
function withoutMonthOfFlow(design: TableDesign): readonly TableDesign[] {
  if (design.source === FLOW_DESIGN.source || !FLOW_SOURCES.includes(design.source)) return [design];
  const spans = design.spans.filter((span) => span !== 'month');
  return spans.length === 0 ? [] : [{ ...design, spans }];
}

/** The tables of a section; 前月末・新規・終了・月末 is put together here, from three sources. */
function designsOf(section: Section, sources: ReadonlyMap<string, SectionSource>): readonly OfferedDesign[] {
  const own = new Set(section.tables.map(({ source }) => source));
  const hasFlow = FLOW_SOURCES.every((id) => sources.has(id)) && own.has(FLOW_DESIGN.source);
  const tables = hasFlow ? [FLOW_DESIGN, ...section.tables.flatMap(withoutMonthOfFlow)] : section.tables;
  return tables.flatMap((design) => {
    const source = sources.get(design.source);
    return source === undefined ? [] : [{ sectionId: section.id, sectionTitle: section.title, design, source }];
  });
}

export function readCatalogue(reader: Reader, sections: readonly Section[]): Catalogue {
  const codes = readCountingCodes(reader);
  const sources = new Map(sections.flatMap((section) => section.sources(codes)).map((source) => [source.id, source]));
  return {
    codes,
    sections,
    sources,
    designs: sections.flatMap((section) => designsOf(section, sources)),
    relations: sections.flatMap((section) => section.relations(codes)),
  };
}
