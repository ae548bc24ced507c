// Electron's print options as Chromium's own protocol takes them.
import type { PrintToPDFOptions } from 'electron';

/** Width and height in inches, upright. */
const SIZES = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11],
} as const satisfies Record<Extract<PrintToPDFOptions['pageSize'], string>, readonly [number, number]>;

function paper(size: PrintToPDFOptions['pageSize']): { paperWidth: number; paperHeight: number } {
  if (typeof size === 'object') return { paperWidth: size.width, paperHeight: size.height };
  const [paperWidth, paperHeight] = SIZES[size ?? 'Letter'];
  return { paperWidth, paperHeight };
}

export function pdfParameters(options: PrintToPDFOptions) {
  const { top = 0.4, bottom = 0.4, left = 0.4, right = 0.4 } = options.margins ?? {};
  return {
    ...paper(options.pageSize),
    landscape: options.landscape ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    printBackground: options.printBackground ?? false,
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    scale: options.scale ?? 1,
    marginTop: top,
    marginBottom: bottom,
    marginLeft: left,
    marginRight: right,
    pageRanges: options.pageRanges ?? '',
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
  };
}
