// Reads a workbook that we wrote back into names of sheets and values of cells. Strict: a formula, a hidden sheet, row or column, a note, or
// anything else that we never write is an error, so that nothing can stand in the file unseen.
import { readZipParts } from './zip-parts.ts';

export interface ReadSheet {
  readonly name: string;
  /** Rows by cell: what is not there is `null`. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (xml: string): string =>
  xml.replaceAll(/&(\w+|#[^;]*);/gu, (_found, name: string) => {
    const sign = ENTITIES[name];
    if (sign === undefined) throw new Error('The workbook has a strange sign.');
    return sign;
  });

const attributeOf = (attributes: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(attributes);
  return found === null ? null : unescaped(found[1] ?? '');
};

/** Column and row, from 0, of `B12`. */
function placeOf(address: string): { readonly column: number; readonly row: number } {
  const found = /^([A-Z]{1,3})([1-9]\d{0,6})$/u.exec(address);
  if (found === null) throw new Error('The workbook has a cell without a place.');
  const column = [...(found[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column: column - 1, row: Number(found[2]) - 1 };
}

function readSharedStrings(xml: string): readonly string[] {
  const body = /^<\?xml[^>]*\?><sst[^>]*>(.*)<\/sst>$/su.exec(xml)?.[1];
  if (body === undefined) throw new Error('The workbook has no texts.');
  const texts: string[] = [];
  const rest = body.replaceAll(/<si><t(?: xml:space="preserve")?>([^<]*)<\/t><\/si>/gu, (_found, text: string) => {
    texts.push(unescaped(text));
    return '';
  });
  if (rest !== '') throw new Error('The workbook has a strange text.');
  return texts;
}

function readValue(attributes: string, inner: string, texts: readonly string[]): string | number | null {
  if (inner === '') return null;
  const value = /^<v>(-?\d{1,9})<\/v>$/u.exec(inner)?.[1];
  const type = attributeOf(attributes, 't');
  if (value === undefined || (type !== null && type !== 's')) throw new Error('The workbook has a strange cell.');
  if (type === null) return Number(value);
  const text = texts[Number(value)];
  if (text === undefined) throw new Error('The workbook has a cell without its text.');
  return text;
}

/** Parts of a sheet in which nothing may be hidden, and things that we never write. */
const NEVER_WRITTEN =
  /\shidden="|<(?:f|is|dataValidations|conditionalFormatting|legacyDrawing|drawing|oleObjects|controls|extLst)[\s/>]/u;

function readCells(xml: string, texts: readonly string[]): ReadSheet['rows'] {
  if (NEVER_WRITTEN.test(xml)) throw new Error('The workbook has something that we never write.');
  const data = /<sheetData>(.*)<\/sheetData>/su.exec(xml)?.[1];
  if (data === undefined) throw new Error('The workbook has a sheet without cells.');
  const rows: (string | number | null)[][] = [];
  const rest = data
    .replaceAll(/<c(\s[^>]*?)(?:\/>|>(.*?)<\/c>)/gsu, (_found, attributes: string, inner: string | undefined) => {
      const { column, row } = placeOf(attributeOf(attributes, 'r') ?? '');
      while (rows.length <= row) rows.push([]);
      const cells = rows[row] ?? [];
      while (cells.length < column) cells.push(null);
      if (cells.length !== column) throw new Error('The workbook has a cell twice.');
      cells.push(readValue(attributes, inner ?? '', texts));
      return '';
    })
    .replaceAll(/<row\s[^>]*?(?:\/>|><\/row>)/gu, '');
  if (rest !== '') throw new Error('The workbook has something beside its cells.');
  return rows;
}

const SHEET = /<sheet\s([^>]*?)(?:\/>|><\/sheet>)/gu;
/** What the library writes for a workbook without pictures. */
const KNOWN_PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml|xl\/worksheets\/_rels\/sheet\d+\.xml\.rels)$/u;

/** Empty in every file of ours: our links lead to other sheets. */
const SHEET_RELATIONS = /^xl\/worksheets\/_rels\//u;

function partOf(parts: ReadonlyMap<string, string>, name: string): string {
  const part = parts.get(name);
  if (part === undefined) throw new Error(`The workbook lacks ${name}.`);
  return part;
}

/** @throws Error when the file is damaged, or holds anything that we never write. */
export function readWorkbook(file: Uint8Array): readonly ReadSheet[] {
  const parts = readZipParts(file);
  const strange = [...parts.keys()].find((name) => !KNOWN_PARTS.test(name));
  if (strange !== undefined) throw new Error('The workbook has a part that we never write.');
  if ([...parts].some(([name, xml]) => SHEET_RELATIONS.test(name) && xml.includes('Target'))) {
    throw new Error('The workbook has a link out of it.');
  }
  const texts = readSharedStrings(partOf(parts, 'xl/sharedStrings.xml'));
  const sheets = [...partOf(parts, 'xl/workbook.xml').matchAll(SHEET)].map(([, attributes = '']) => {
    if (attributeOf(` ${attributes}`, 'state') !== null) throw new Error('The workbook has a hidden sheet.');
    const name = attributeOf(` ${attributes}`, 'name') ?? '';
    const number = attributeOf(` ${attributes}`, 'sheetId') ?? '';
    return { name, rows: readCells(partOf(parts, `xl/worksheets/sheet${number}.xml`), texts) };
  });
  const written = [...parts.keys()].filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/u.test(name));
  if (written.length !== sheets.length) throw new Error('The workbook has a sheet that it does not name.');
  return sheets;
}
