// From what was chosen to the library's tables: spans, forms, measures, one plan a table. Pure; refuses what this month cannot give.
import type { Source, TableDefinition } from '#main/disclosure-control/publication-model.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { TableChoice } from '#shared/contract/publications.contract.ts';
import type { CalendarMonth } from '#shared/model/calendar-date.ts';
import type { Snapshot } from '../closings/snapshot.ts';
import type { Grouping, Span, TableDesign } from '../statistics/section.ts';
import type { Catalogue, OfferedDesign } from './catalogue.ts';
import { FLOW_DESIGN, flowDefinitions } from './persons-flow.ts';
import type { Profile } from './profiles.ts';
import { monthsOfSpan, spanTitleOf } from './spans.ts';

const FINE = 'fine';
export const ROUNDED = 'rounded';
const DISTRICT = 'district';

/** What a month's publication stands on. */
export interface Ground {
  readonly month: CalendarMonth;
  readonly profile: Profile;
  readonly catalogue: Catalogue;
  /** By month, all that are closed. */
  readonly snapshots: ReadonlyMap<string, Snapshot>;
  /** `source/month` of what was published, and how: a month of a source is never published both ways. */
  readonly modes: ReadonlyMap<string, TableDefinition['mode']>;
}

/** One table of the report, and the library's tables behind it. */
export interface PlannedTable extends OfferedDesign {
  readonly choice: TableChoice & { readonly span: Span };
  readonly reportId: string;
  readonly spanTitle: string;
  readonly definitions: readonly TableDefinition[];
}

const isStock = ({ source }: OfferedDesign): boolean => source.kind === 'stock';

/** A stock is of the end of the month; what came and went is of the month. */
export const isAtMonthEnd = (offered: OfferedDesign): boolean =>
  isStock(offered) && offered.design.id !== FLOW_DESIGN.id;

/** Whether a snapshot has the source in the shape that the design speaks of. */
function isCounted(snapshot: Snapshot | undefined, { design, source }: OfferedDesign): boolean {
  const counted: Source | undefined = snapshot?.sources.get(source.id)?.source;
  const known = new Set(counted?.dimensions.map(({ id }) => id));
  return counted !== undefined && design.dimensions.every((id) => known.has(id));
}

/** The months of a span, or `null` where this month cannot give it. */
export function monthsFor(ground: Ground, offered: OfferedDesign, span: Span): readonly CalendarMonth[] | null {
  const { snapshots, month } = ground;
  const months = monthsOfSpan(span, month, isStock(offered), new Set(snapshots.keys()));
  return months?.every((one) => isCounted(snapshots.get(one), offered)) ? months : null;
}

/** What everybody can see has no 地域 in it, not even merged ones. */
export const isForProfile = ({ design }: OfferedDesign, { isWardOnly }: Profile): boolean =>
  !isWardOnly || !design.dimensions.includes(DISTRICT);

/** Forms in which the table can still be published, finest first. */
export function formsOf(
  { modes }: Ground,
  { design, source }: OfferedDesign,
  months: readonly CalendarMonth[],
): readonly { readonly form: string; readonly title: string }[] {
  const known = new Set(months.map((month) => modes.get(`${source.id}/${month}`)));
  const exact = [{ form: FINE, title: 'そのまま' }, ...design.groupings.map(({ id, title }) => ({ form: id, title }))];
  const canBeRounded = design.id !== FLOW_DESIGN.id && !known.has('suppressed');
  return [...(known.has('rounded') ? [] : exact), ...(canBeRounded ? [{ form: ROUNDED, title: '丸めた表' }] : [])];
}

/** Only values that the months know, and only groups that still merge something. */
function groupsOf(grouping: Grouping | undefined, { dimensions }: Source): Pick<TableDefinition, 'groups'> {
  if (grouping === undefined) return {};
  const known = new Set(dimensions.find(({ id }) => id === grouping.dimension)?.values);
  const groups = grouping.groups
    .map(({ name, values }) => ({ name, values: values.filter((value) => known.has(value)) }))
    .filter(({ values }) => values.length > 1);
  return groups.length === 0 ? {} : { groups: { [grouping.dimension]: groups } };
}

function definitionsOf(
  design: TableDesign,
  source: Source,
  reportId: string,
  form: string,
  months: readonly CalendarMonth[],
): readonly TableDefinition[] {
  const grouping = design.groupings.find(({ id }) => id === form);
  return design.measures.map((measure) => ({
    id: `${reportId}.${measure}`,
    source: source.id,
    measure,
    months,
    dimensions: design.dimensions,
    mode: form === ROUNDED ? ('rounded' as const) : ('suppressed' as const),
    ...groupsOf(grouping, source),
  }));
}

/** @throws Refusal `no_tables` for a table, span or form that this month and profile do not have. */
function planTable(ground: Ground, choice: TableChoice): PlannedTable {
  const offered = ground.catalogue.designs.find(({ design }) => design.id === choice.tableId);
  const isOffered = offered !== undefined && isForProfile(offered, ground.profile);
  const months =
    isOffered && offered.design.spans.includes(choice.span) ? monthsFor(ground, offered, choice.span) : null;
  if (offered === undefined || months === null) throw new Refusal('no_tables');
  if (!formsOf(ground, offered, months).some(({ form }) => form === choice.form)) throw new Refusal('no_tables');
  const { design } = offered;
  const reportId = `${design.id}.${choice.span}${choice.form === FINE ? '' : `.${choice.form}`}`;
  const source = sourceOver(ground, offered.source, months);
  return {
    ...offered,
    choice,
    reportId,
    spanTitle: spanTitleOf(choice.span, ground.month, isAtMonthEnd(offered)),
    definitions:
      design.id === FLOW_DESIGN.id
        ? flowDefinitions(reportId, ground.month, new Set(ground.snapshots.keys()))
        : definitionsOf(design, source, reportId, choice.form, months),
  };
}

/** Every choice once, in the order of the catalogue. @throws Refusal `no_tables` */
export function planTables(ground: Ground, choices: readonly TableChoice[]): readonly PlannedTable[] {
  const once = new Map(choices.map((choice) => [JSON.stringify([choice.tableId, choice.span, choice.form]), choice]));
  const order = new Map(ground.catalogue.designs.map(({ design }, index) => [design.id, index]));
  return [...once.values()]
    .map((choice) => planTable(ground, choice))
    .sort((a, b) => (order.get(a.design.id) ?? 0) - (order.get(b.design.id) ?? 0));
}

/** A source with every value that one of these months knew; today's order first, so that a table reads as people know it. */
export function sourceOver({ snapshots }: Ground, today: Source, months: readonly string[]): Source {
  const then = months.flatMap((month) => snapshots.get(month)?.sources.get(today.id)?.source ?? []);
  const [first = today] = then;
  return {
    id: first.id,
    kind: first.kind,
    dimensions: first.dimensions.map(({ id, onePerPerson }) => {
      const valuesOf = (source: Source) => source.dimensions.find((dimension) => dimension.id === id)?.values ?? [];
      const known = new Set(then.flatMap(valuesOf));
      const ordered = valuesOf(today).filter((value) => known.has(value));
      return { id, onePerPerson, values: [...new Set([...ordered, ...known])] };
    }),
    ...(first.structuralZeros === undefined ? {} : { structuralZeros: first.structuralZeros }),
  };
}
