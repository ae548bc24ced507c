// Exported folders of an invented ward that is split in three 地域, made by the library month by month, for the tour and the tests. Nobody in
// it exists.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { protectPublication } from '#main/disclosure-control/protect.ts';
import {
  COUNCIL_PARAMETERS,
  type CountRecord,
  type History,
  type PublicationRecord,
  type Source,
  type TableDefinition,
} from '#main/disclosure-control/publication-model.ts';
import { type Solver, startSolver } from '#main/disclosure-control/solver.ts';
import { packageRegisterOf } from '#main/features/publications/package-register.ts';
import {
  LABELS_FORMAT,
  type PackageLabels,
  packageLabelsSchema,
  writePackageLabels,
} from '#shared/contract/package-labels.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import { shippedCodesOf } from '#shared/model/code-lists.ts';
import type { CodeList } from '#shared/model/codes/code-list-names.ts';
import { NISHI_TOWNS } from '#shared/model/nishi-towns.ts';
import { inventWard, monthAt, WARD_SOURCES } from '#tools/sdc/invented-ward.ts';

/** 地域 of the invented ward, and the districts in each. */
export const REGISTERS: Readonly<Record<string, readonly string[]>> = {
  北部地域: ['d01', 'd02', 'd03', 'd04', 'd05'],
  中部地域: ['d06', 'd07', 'd08', 'd09'],
  南部地域: ['d10', 'd11', 'd12', 'd13', 'd14'],
};

export interface MadePackage {
  readonly register: string;
  readonly index: number;
  readonly k: number;
  readonly cellsCsv: string;
  readonly factsJson: string;
  readonly labelsJson: string;
  readonly record: PublicationRecord;
}

export interface MadeWard {
  readonly packages: readonly MadePackage[];
  /** What really happened, by register. */
  readonly records: Readonly<Record<string, readonly CountRecord[]>>;
}

const labelsIn = (list: CodeList): readonly string[] => shippedCodesOf(list).map(({ label }) => label);

/** Of each dimension: its title, and the words for its codes in their order. */
const WORDS: Readonly<Record<string, readonly [title: string, labels: readonly string[]]>> = {
  district: ['町', NISHI_TOWNS.map(([name]) => name)],
  category: ['相談の内容', labelsIn('consultationContent')],
  field: ['分野', labelsIn('consultationField')],
  age: ['年齢', ['65歳未満', '65〜74歳', '75〜84歳', '85歳以上', '分からない']],
  household: ['世帯', labelsIn('household')],
  care: ['介護度', labelsIn('careLevel')],
  method: ['方法', labelsIn('visitMethod')],
  result: ['結果', labelsIn('visitResult')],
};

const TITLES: Readonly<Record<string, string>> = {
  'month-district-field': '相談（町・分野別）',
  'month-category-field': '相談（内容・分野別）',
  'month-visits': '見守り（方法・結果別）',
  'month-persons': '相談した方（分野別）',
  'month-stock': '見守り対象の方（町・年齢別）',
  'year-field': '相談（分野別・累計）',
};

const table = (
  id: string,
  source: string,
  months: readonly string[],
  dimensions: readonly string[],
  measure: TableDefinition['measure'] = 'events',
): TableDefinition => ({ id, source, measure, months, dimensions, mode: 'suppressed' });

/** Tables of the n-th month: every measure, one and two dimensions, a month and the year to date. */
function smallPack(index: number): readonly TableDefinition[] {
  const month = [monthAt(index)];
  const year = Array.from({ length: index + 1 }, (_, one) => monthAt(one));
  return [
    table('month-district-field', 'consultations', month, ['district', 'field']),
    table('month-category-field', 'consultations', month, ['category', 'field']),
    table('month-persons', 'consultations', month, ['field'], 'persons'),
    table('month-visits', 'visits', month, ['method', 'result']),
    table('month-stock', 'watched', month, ['district', 'age'], 'stock'),
    ...(index > 0 ? [{ ...table('year-field', 'consultations', year, ['field']), zeros: 'mayBeHidden' as const }] : []),
  ];
}

/** A source as a register has it: its own districts alone. */
const sourceOf = (source: Source, districts: readonly string[]): Source => ({
  ...source,
  dimensions: source.dimensions.map((dimension) =>
    dimension.id === 'district' ? { ...dimension, values: districts } : dimension,
  ),
});

function splitRecords(records: readonly CountRecord[]): Readonly<Record<string, readonly CountRecord[]>> {
  const homes = new Map(
    records.flatMap(({ personId, values }) => (values['district'] ? [[personId, values['district']]] : [])),
  );
  const registerOf = ({ personId }: CountRecord) =>
    Object.entries(REGISTERS).find(([, districts]) => districts.includes(homes.get(personId) ?? 'd01'))?.[0] ?? '';
  return Object.fromEntries(Map.groupBy(records, registerOf));
}

const labelsOf = (
  index: number,
  registerName: string,
  sources: readonly Source[],
  publication: string,
): PackageLabels => ({
  format: LABELS_FORMAT,
  publication,
  register: packageRegisterOf(registerName),
  registerName,
  madeOn: asCalendarDate(`${monthAt(index)}-28`),
  tables: Object.entries(TITLES).map(([id, title]) => ({ id, title, unit: /persons|stock/u.test(id) ? '人' : '件' })),
  dimensions: sources.flatMap(({ id: source, dimensions }) =>
    dimensions.map(({ id, values: codes }) => {
      const [title = id, labels = []] = WORDS[id] ?? [];
      // Codes are a letter and their place: c14.
      const values = codes.map((code) => ({ code, label: labels[Number(code.slice(1)) - 1] ?? code }));
      return { source, dimension: id, title, values };
    }),
  ),
});

export interface WardWish {
  readonly seed?: number;
  readonly months?: number;
  readonly k?: number;
  readonly registers?: readonly string[];
  readonly pack?: (index: number) => readonly TableDefinition[];
  /** Each month as if it were the first: what nobody should do. */
  readonly isForgetful?: boolean;
}

const WARD = { consultations: 330, visits: 500, residents: 700 };

function* publishRegister(solver: Solver, register: string, records: readonly CountRecord[], wish: Required<WardWish>) {
  const sources = WARD_SOURCES.map((source) => sourceOf(source, REGISTERS[register] ?? []));
  let history: History = { records: [], head: null };
  const publish = (index: number): MadePackage => {
    const { k } = wish;
    const id = `${Object.keys(REGISTERS).indexOf(register) + 1}-${k}-${monthAt(index)}`;
    const outcome = protectPublication(
      {
        id,
        recipient: 'invented council',
        period: monthAt(index),
        parameters: { ...COUNCIL_PARAMETERS, protectTotalDifference: false, k },
        sources,
        tables: wish.pack(index),
        records: records.filter(({ month }) => month <= monthAt(index)),
        seed: (index * 31 + wish.seed).toString(16).padStart(64, '0'),
      },
      wish.isForgetful ? { records: [], head: null } : history,
      { solver, now: () => performance.now(), onProgress: () => {} },
    );
    if (!outcome.ok) throw new Error(`${id}: ${outcome.refusal.detail} ${outcome.refusal.cells.join()}`);
    history = { records: [...history.records, outcome.record], head: outcome.record.hash };
    const labelsJson = writePackageLabels(labelsOf(index, register, sources, id));
    return { register, index, k, ...outcome.files, labelsJson, record: outcome.record };
  };
  for (let index = 0; index < wish.months; index += 1) {
    yield publish(index);
  }
}

/** Packages by register, then by month. The same wish gives the same packages. */
export async function makeWard(wish: WardWish = {}): Promise<MadeWard> {
  const whole = {
    seed: 9,
    months: 3,
    k: 5,
    registers: Object.keys(REGISTERS),
    pack: smallPack,
    isForgetful: false,
    ...wish,
  };
  const solver = await startSolver();
  const records = splitRecords(inventWard({ seed: whole.seed, ...WARD }, whole.months));
  const packages = whole.registers.flatMap((register) => [
    ...publishRegister(solver, register, records[register] ?? [], whole),
  ]);
  return { packages, records };
}

/** As if another register had given it out, or the same under another name. */
export function relabeled(
  made: MadePackage,
  { register, name }: { readonly register?: string; readonly name?: string },
) {
  const labels = packageLabelsSchema.parse(JSON.parse(made.labelsJson));
  const labelsJson = writePackageLabels({
    ...labels,
    register: register === undefined ? labels.register : packageRegisterOf(register),
    registerName: name ?? labels.registerName,
  });
  return { ...made, labelsJson };
}

/** Writes a package as a folder of its own below another. Answers the folder. */
export function writePackage(folder: string, made: Omit<MadePackage, 'record'>, name?: string): string {
  const own = join(folder, name ?? `${made.register}_${monthAt(made.index)}_${made.k}人`);
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'cells.csv'), made.cellsCsv);
  writeFileSync(join(own, 'facts.json'), made.factsJson);
  writeFileSync(join(own, 'labels.json'), made.labelsJson);
  return own;
}
