// What the library has no option for: A4, one page wide, print areas, headings on every page, footers, links between sheets.
// Three parts of the file are rewritten as it makes them; nothing but the names and places of sheets goes in.
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature, Sheet } from 'write-excel-file/node';

type Content = Stream | Buffer | Blob;

export interface PrintedSheet extends Sheet<Content> {
  readonly sheet: string;
  readonly print: {
    readonly columns: number;
    /** Rows repeated on every page. */
    readonly titleRows: number;
    readonly isLandscape: boolean;
    readonly footer: { readonly left: string; readonly right: string };
  };
  /** Cells that lead to the first cell of another sheet. */
  readonly links?: readonly { readonly cell: string; readonly to: string }[];
}

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/\p{Cc}/gu, ' ');

const quoted = (sheet: string) => `'${sheet.replaceAll("'", "''")}'`;

/** A, B, ... Z, AA: the 1st, 2nd, ... column. */
export function columnName(number: number): string {
  const before = Math.floor((number - 1) / 26);
  return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + ((number - 1) % 26));
}

function definedNames(sheets: readonly PrintedSheet[]): string {
  const names = sheets.flatMap(({ sheet, data, print: { columns, titleRows } }, index) => {
    const name = (kind: string, range: string) =>
      `<definedName name="_xlnm.${kind}" localSheetId="${index}">${escaped(`${quoted(sheet)}!${range}`)}</definedName>`;
    return [
      name('Print_Area', `$A$1:$${columnName(columns)}$${data.length}`),
      ...(titleRows > 0 ? [name('Print_Titles', `$1:$${titleRows}`)] : []),
    ];
  });
  return `<definedNames>${names.join('')}</definedNames>`;
}

/** In a footer `&` begins a command. */
const footerText = (text: string) => escaped(text.replaceAll('&', '&&'));

/** The last elements of a sheet, in the order that the format asks for. */
function lastElements({ print, links = [] }: PrintedSheet): string {
  const hyperlinks = links.map(
    ({ cell, to }) => `<hyperlink ref="${cell}" location="${escaped(`${quoted(to)}!A1`)}" display="${escaped(to)}"/>`,
  );
  const { left, right } = print.footer;
  return [
    hyperlinks.length > 0 ? `<hyperlinks>${hyperlinks.join('')}</hyperlinks>` : '',
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.55" right="0.55" top="0.6" bottom="0.7" header="0.3" footer="0.35"/>',
    `<pageSetup paperSize="9" orientation="${print.isLandscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>&amp;L${footerText(left)}&amp;C&amp;P / &amp;N&amp;R${footerText(right)}</oddFooter></headerFooter>`,
  ].join('');
}

/** A replacement whose text is taken as it is, whatever `$` is in it. @throws Error when the library writes otherwise than we know. */
function replaceOnce(xml: string, pattern: RegExp, replace: (found: string) => string): string {
  if (!pattern.test(xml)) throw new Error(`The workbook has no ${pattern.source}.`);
  return xml.replace(pattern, replace);
}

/** For `writeXlsxFile`'s `features`, with the same sheets. */
export function printSetup(sheets: readonly PrintedSheet[]): Feature<Content> {
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) =>
            replaceOnce(
              xml.replace(/<definedNames\s*\/>|<definedNames>.*?<\/definedNames>/u, ''),
              /<\/sheets>/u,
              (found) => found + definedNames(sheets),
            ),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            if (sheet === undefined) throw new Error(`There is no sheet ${sheetIndex}.`);
            const fitted = replaceOnce(
              xml.replaceAll(/<pageSetup[^>]*\/>|<pageMargins[^>]*\/>/gu, ''),
              /<worksheet[^>]*>/u,
              (found) => `${found}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
            );
            return replaceOnce(fitted, /<\/worksheet>/u, (found) => lastElements(sheet) + found);
          },
        },
      },
    },
  };
}
