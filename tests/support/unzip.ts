// Reads the parts of a ZIP file (XLSX is one), for tests that look into what was written. Only what such files use: stored and deflated.
import { inflateRawSync } from 'node:zlib';

const CENTRAL_ENTRY = 0x02_01_4b_50;
const END_OF_CENTRAL = 0x06_05_4b_50;
const DEFLATED = 8;

/** Text of every part, by its name in the archive. */
export function unzipTexts(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== END_OF_CENTRAL) {
    throw new Error('not a ZIP file');
  }
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at) === CENTRAL_ENTRY) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    const isDeflated = bytes.readUInt16LE(at + 10) === DEFLATED;
    parts.set(name, (isDeflated ? inflateRawSync(content) : content).toString('utf8'));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return parts;
}
