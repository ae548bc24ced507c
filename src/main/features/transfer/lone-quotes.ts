// Keeps a quote that nobody closed from swallowing the rows after it. Never touches a file whose quotes are in order.

/** A quoted cell of more lines than this is taken for one that was never closed. */
const MOST_LINES_IN_A_CELL = 60;

interface LineScan {
  /** The line ends inside a quoted cell. */
  readonly isOpen: boolean;
  /** Delimiters outside of quotes, if the line is read as the beginning of a row. */
  readonly delimiters: number;
}

/** Reads one line as csv-parse does with relaxed quotes: a quote opens only at the beginning of a cell. */
function scanLine(line: string, delimiter: string, startsOpen: boolean): LineScan {
  let isOpen = startsOpen;
  let isCellStart = !startsOpen;
  let delimiters = 0;
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at];
    if (isOpen) {
      if (char === '"' && line[at + 1] === '"') {
        at += 1;
      } else if (char === '"' && (at + 1 === line.length || line[at + 1] === delimiter)) {
        isOpen = false;
      }
    } else if (char === '"' && isCellStart) {
      isOpen = true;
      isCellStart = false;
    } else {
      isCellStart = char === delimiter;
      delimiters += isCellStart ? 1 : 0;
    }
  }
  return { isOpen, delimiters };
}

/** The line with every cell quoted, so that its quotes are text. */
function withLiteralQuotes(line: string, delimiter: string): string {
  return line
    .split(delimiter)
    .map((cell) => {
      const inner = /^".*"$/su.test(cell) && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      return `"${inner.replaceAll('"', '""')}"`;
    })
    .join(delimiter);
}

/**
 * Where the row that begins on `first` ends, or null when its quote was never closed: a line that the quote would swallow is a
 * whole row by itself, and the row does not come out with as many cells as the heading.
 */
function lastLineOf(lines: readonly string[], first: number, delimiter: string): number | null {
  const inHeading = scanLine(lines[0] ?? '', delimiter, false).delimiters;
  const begun = scanLine(lines[first] ?? '', delimiter, false);
  let { isOpen, delimiters } = begun;
  let at = first;
  while (isOpen) {
    at += 1;
    const next = lines[at];
    if (next === undefined || at - first > MOST_LINES_IN_A_CELL) {
      return null;
    }
    const continued = scanLine(next, delimiter, true);
    isOpen = continued.isOpen;
    delimiters += continued.delimiters;
    const isWholeRow = inHeading >= 1 && scanLine(next, delimiter, false).delimiters === inHeading;
    if (isWholeRow && (isOpen || delimiters !== inHeading)) {
      return null;
    }
  }
  return at;
}

/** The text with lone quotes made literal; the same text when there are none. */
export function mendLoneQuotes(text: string, delimiter: string): string {
  if (!text.includes('"')) {
    return text;
  }
  const pieces = text.split(/(\r\n|\n|\r)/u);
  const lines = pieces.filter((_, index) => index % 2 === 0);
  const breaks = pieces.filter((_, index) => index % 2 === 1);
  let isMended = false;
  for (let at = 0; at < lines.length; at += 1) {
    const last = lastLineOf(lines, at, delimiter);
    if (last === null) {
      lines[at] = withLiteralQuotes(lines[at] ?? '', delimiter);
      isMended = true;
    } else {
      at = last;
    }
  }
  return isMended ? lines.map((line, index) => line + (breaks[index] ?? '')).join('') : text;
}
