// Opens what hides its text: the parts of an XLSX (a zip) and the text of a PDF. Development only, for looking for leaks.
import { spawnSync } from 'node:child_process';
import { inflateRawSync } from 'node:zlib';
import type { Unpack } from './leak-check.ts';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;

/** Every entry of a zip, by its central directory. */
function unzip(bytes: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (
    let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    if (bytes.readUInt32LE(at) !== CENTRAL_HEADER) {
      continue;
    }
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(local) !== LOCAL_HEADER) {
      continue;
    }
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    entries.push(method === 8 ? inflateRawSync(packed) : packed);
  }
  return entries;
}

/** The text of a PDF by poppler, where it is installed. */
function pdfText(path: string): Buffer[] {
  const { stdout, error } = spawnSync('pdftotext', [path, '-'], { maxBuffer: 64 * 1024 * 1024 });
  return error ? [] : [stdout];
}

export const unpack: Unpack = (path, bytes) => {
  if (path.endsWith('.xlsx') || path.endsWith('.zip')) {
    return unzip(bytes);
  }
  return path.endsWith('.pdf') ? pdfText(path) : [];
};
