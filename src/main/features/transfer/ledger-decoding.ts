// Turns the bytes of a chosen file into text: byte order marks, strict UTF-8, and otherwise CP932 as Excel writes it. Never guesses at a file that is no text.
import iconv from 'iconv-lite';
import { Refusal } from '#main/platform/refusal.ts';
import type { LEDGER_ENCODINGS } from '#shared/contract/transfer.contract.ts';

type LedgerEncoding = (typeof LEDGER_ENCODINGS)[number];

export interface DecodedLedger {
  readonly encoding: LedgerEncoding;
  readonly text: string;
}

/** Of a text in another encoding, more than this share of the characters cannot be read. */
const MOST_UNREADABLE = 0.02;

/** What no table holds: NUL and the other control characters apart from tab, line feed, carriage return. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu;

const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte);

function decodeBytes(bytes: Uint8Array): DecodedLedger {
  if (startsWith(bytes, [0xff, 0xfe])) {
    return { encoding: 'utf-16le', text: new TextDecoder('utf-16le').decode(bytes) };
  }
  const hasMark = startsWith(bytes, [0xef, 0xbb, 0xbf]);
  try {
    return { encoding: hasMark ? 'utf-8-bom' : 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { encoding: 'cp932', text: iconv.decode(Buffer.from(bytes), 'cp932') };
  }
}

/** @throws Refusal `file_not_a_ledger` for a file that is not text (an .xlsx, a picture), or is empty. */
export function decodeLedger(bytes: Uint8Array): DecodedLedger {
  const { encoding, text } = decodeBytes(bytes);
  const unreadable = (text.match(/\ufffd/gu)?.length ?? 0) + (text.match(CONTROL)?.length ?? 0);
  if (text.trim() === '' || text.includes('\0') || unreadable > text.length * MOST_UNREADABLE) {
    throw new Refusal('file_not_a_ledger');
  }
  return { encoding, text: text.replace(CONTROL, '\ufffd') };
}
