// Reads the parts of a ZIP file that we wrote ourselves (XLSX is one), to look into it before it is released. Strict: whatever such a file
// of ours does not have is an error.
import { crc32, inflateRawSync } from 'node:zlib';

const LOCAL = 0x04_03_4b_50;
const CENTRAL = 0x02_01_4b_50;
const END = 0x06_05_4b_50;
const END_BYTES = 22;
const MOST_BYTES = 64 * 1024 * 1024;

function partAt(
  bytes: Buffer,
  central: number,
): { readonly name: string; readonly content: Buffer; readonly next: number } {
  if (bytes.readUInt32LE(central) !== CENTRAL) throw new Error('The file has a strange part.');
  const nameLength = bytes.readUInt16LE(central + 28);
  const local = bytes.readUInt32LE(central + 42);
  if (bytes.readUInt32LE(local) !== LOCAL) throw new Error('The file has a part that is not there.');
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(central + 20));
  const method = bytes.readUInt16LE(central + 10);
  if (method !== 0 && method !== 8) throw new Error('The file has a part in a strange form.');
  const content = method === 8 ? inflateRawSync(packed, { maxOutputLength: MOST_BYTES }) : packed;
  if (crc32(content) !== bytes.readUInt32LE(central + 16)) throw new Error('A part of the file is damaged.');
  return {
    name: bytes.toString('utf8', central + 46, central + 46 + nameLength),
    content,
    next: central + 46 + nameLength + bytes.readUInt16LE(central + 30) + bytes.readUInt16LE(central + 32),
  };
}

/** Text of every part by its name. @throws Error when the file is damaged, or not of our own making. */
export function readZipParts(file: Uint8Array): ReadonlyMap<string, string> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const end = bytes.byteLength - END_BYTES;
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new Error('The file is not whole.');
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const { name, content, next } = partAt(bytes, at);
    if (parts.has(name)) throw new Error('The file has a part twice.');
    parts.set(name, content.toString('utf8'));
    at = next;
  }
  if (at !== end) throw new Error('The file has more in it than it says.');
  return parts;
}
