// Turns the rows under the heading into cells with a meaning: what a 〃 stands for, and which rows are nobody. Reads no value yet.
import type { LedgerField } from '#shared/contract/ledger-field.ts';
import type { RowRemark } from '#shared/contract/transfer.contract.ts';
import { codeLabelKey } from '#shared/model/code-lists.ts';
import { foldHeading } from './column-mapping.ts';
import type { LedgerRow } from './ledger-file.ts';
import { changed, doubtful, keptAsNote, type LedgerCell, noteLine, type RowFindings } from './row-findings.ts';

export interface MappedColumn {
  readonly heading: string;
  readonly field: LedgerField;
}

/** Everything of a sheet that a row is read with: gathered in one pass, so that each row costs the same. */
export interface Sheet {
  readonly columns: readonly MappedColumn[];
  readonly rows: readonly LedgerRow[];
  /** For each row, what its dittos stand for, by column. */
  readonly dittos: ReadonlyMap<number, ReadonlyMap<number, string | null>>;
  /** 地域 as other rows of the same 町会 write it, and how many do. */
  readonly districts: ReadonlyMap<string, ReadonlyMap<string, { readonly text: string; readonly rows: number }>>;
}

const DITTO = /^(?:[〃々仝"”″''′]+|同上?|上に同じ)$/u;

/** Where a 〃 is text or would make no sense: two people above one another rarely share a name or a birthday. */
const WITHOUT_DITTO: ReadonlySet<LedgerField> = new Set(['note', 'remarks', 'name', 'kana', 'birthOn', 'age']);

const TOTAL = /^(?:合計|小計|総計|総合計|計|累計|平均|件数|人数|総数|以上|[計全]?\d+[人名件])$/u;

const isDitto = (text: string) => DITTO.test(text.trim());
const plain = (text: string) => text.normalize('NFKC').replace(/\s/gu, '');

/** A column without a heading is called by its place. */
const headingOf = (columns: readonly MappedColumn[], index: number) =>
  columns[index]?.heading || `見出しのない列${index + 1}`;

function findDittos(columns: readonly MappedColumn[], rows: readonly LedgerRow[]): Sheet['dittos'] {
  const above = new Map<number, string>();
  const dittos = new Map<number, ReadonlyMap<number, string | null>>();
  for (const { row, cells } of rows) {
    const inRow = new Map<number, string | null>();
    if (whyNobody(columns, cells) !== null) {
      continue;
    }
    for (const [index, cell] of cells.entries()) {
      const field = columns[index]?.field ?? 'note';
      if (!WITHOUT_DITTO.has(field) && isDitto(cell)) {
        inRow.set(index, above.get(index) ?? null);
      } else if (cell.trim() !== '') {
        above.set(index, cell.trim());
      }
    }
    if (inRow.size > 0) {
      dittos.set(row, inRow);
    }
  }
  return dittos;
}

function gatherDistricts(columns: readonly MappedColumn[], rows: readonly LedgerRow[]): Sheet['districts'] {
  const district = columns.findIndex(({ field }) => field === 'district');
  const neighbourhood = columns.findIndex(({ field }) => field === 'neighbourhood');
  const districts = new Map<string, Map<string, { text: string; rows: number }>>();
  for (const { cells } of rows) {
    const place = plain(cells[neighbourhood] ?? '');
    const text = (cells[district] ?? '').trim();
    if (place !== '' && text !== '' && !isDitto(text)) {
      const counts = districts.get(place) ?? new Map<string, { text: string; rows: number }>();
      const key = codeLabelKey(text);
      counts.set(key, { text, rows: (counts.get(key)?.rows ?? 0) + 1 });
      districts.set(place, counts);
    }
  }
  return districts;
}

export function readSheet(columns: readonly MappedColumn[], rows: readonly LedgerRow[]): Sheet {
  return { columns, rows, dittos: findDittos(columns, rows), districts: gatherDistricts(columns, rows) };
}

/** Why a row is no person, or null when it is to be read as one. */
export function whyNobody(
  columns: readonly MappedColumn[],
  cells: readonly string[],
): Extract<RowRemark, 'blank' | 'total' | 'repeated_heading'> | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length === 0) {
    return 'blank';
  }
  const name = plain(cells[columns.findIndex(({ field }) => field === 'name')] ?? '');
  if ((name === '' || TOTAL.test(name)) && filled.some((cell) => TOTAL.test(plain(cell)))) {
    return 'total';
  }
  const repeated = cells.filter(
    (cell, index) => cell.trim() !== '' && foldHeading(cell) === foldHeading(columns[index]?.heading ?? ''),
  );
  return repeated.length >= 2 && repeated.length > filled.length / 2 ? 'repeated_heading' : null;
}

/** A 〃 in 地域 under a row of another 地域: sheets are sorted after they were typed. The other rows of the 町会 tell. */
function settleDistrict(sheet: Sheet, findings: RowFindings, cell: LedgerCell, neighbourhood: string): LedgerCell {
  const others = [...(sheet.districts.get(plain(neighbourhood))?.values() ?? [])];
  const [only] = others;
  if (!only || others.length > 1 || codeLabelKey(only.text) === codeLabelKey(cell.text)) {
    changed(findings, cell, 'ditto_resolved', { taken: cell.text });
    return cell;
  }
  const taken = only.rows >= 2 ? only.text : cell.text;
  const detail = `「${cell.raw.trim()}」は上の行の「${cell.text}」を指しますが、同じ「${neighbourhood}」のほかの${only.rows}行は「${only.text}」です。`;
  doubtful(findings, cell, 'ditto_contradicts_neighbours', { taken, detail });
  findings.noteParts.push(noteLine(cell.heading, `${cell.raw.trim()}（上の行は${cell.text}）`));
  return { ...cell, text: taken };
}

/** The filled cells of a row; dittos are settled, and a ditto with nothing above it goes to the note. */
export function readCells(sheet: Sheet, { row, cells }: LedgerRow, findings: RowFindings): LedgerCell[] {
  const { columns } = sheet;
  const dittos = sheet.dittos.get(row);
  const neighbourhoodAt = columns.findIndex(({ field }) => field === 'neighbourhood');
  const neighbourhood = dittos?.get(neighbourhoodAt) ?? (cells[neighbourhoodAt] ?? '').trim();
  return cells.flatMap((raw, index): LedgerCell[] => {
    if (raw.trim() === '') {
      return [];
    }
    const field = columns[index]?.field ?? 'note';
    const cell: LedgerCell = { field, heading: headingOf(columns, index), raw, text: raw.trim() };
    if (index >= columns.length) {
      doubtful(findings, cell, 'more_cells_than_columns');
      return [cell];
    }
    const meant = dittos?.get(index);
    if (meant === undefined) {
      return [cell];
    }
    if (meant === null) {
      keptAsNote(findings, cell, 'ditto_without_source');
      return [];
    }
    const settled = { ...cell, text: meant };
    if (field === 'district') {
      return [settleDistrict(sheet, findings, settled, neighbourhood)];
    }
    changed(findings, settled, 'ditto_resolved', { taken: meant });
    return [settled];
  });
}
