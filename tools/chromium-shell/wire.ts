// Structured clone as JSON text, for what crosses between the page and the app. The same functions run on both sides (`WIRE_SOURCE`).

type Json = null | boolean | number | string | readonly Json[] | JsonRecord;
interface JsonRecord {
  readonly [key: string]: Json;
}

/** @throws DataCloneError for functions and symbols, as Electron's IPC does. */
export function encode(value: unknown): string {
  return JSON.stringify(pack(value));
}

export function decode(text: string): unknown {
  return unpack(JSON.parse(text));
}

function pack(value: unknown): Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return packNumber(value);
    case 'bigint':
      return tag('bigint', String(value));
    case 'undefined':
      return tag('undefined', null);
    case 'object':
      return value === null ? null : packObject(value);
    default:
      throw new DOMException('An object could not be cloned.', 'DataCloneError');
  }
}

/** What JSON has no word for is kept in a record with the key `$`. */
function tag(kind: string, value: Json): Json {
  return { $: kind, v: value };
}

function packNumber(value: number): Json {
  if (Object.is(value, -0)) return tag('number', '-0');
  return Number.isFinite(value) ? value : tag('number', String(value));
}

function packObject(value: object): Json {
  if (Array.isArray(value)) return value.map(pack);
  if (value instanceof Date) return tag('date', value.getTime());
  if (value instanceof Map) return tag('map', [...value].map(pack));
  if (value instanceof Set) return tag('set', [...value].map(pack));
  if (value instanceof Error) return tag('error', [value.name, value.message]);
  if (value instanceof ArrayBuffer) return tag('buffer', toBase64(new Uint8Array(value)));
  if (ArrayBuffer.isView(value)) {
    return tag('bytes', toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)));
  }
  const packed = Object.fromEntries(Object.entries(value).map(([key, held]) => [key, pack(held)]));
  return '$' in packed ? tag('object', packed) : packed;
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function unpack(value: Json): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(unpack);
  const record = value as JsonRecord;
  const kind = record['$'];
  return kind === undefined ? unpackEntries(record) : unpackTagged(kind, record['v'] ?? null);
}

function unpackEntries(value: JsonRecord): object {
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, unpack(held)]));
}

function unpackTagged(kind: Json, value: Json): unknown {
  switch (kind) {
    case 'number':
      return Number(value);
    case 'bigint':
      return BigInt(value as string);
    case 'date':
      return new Date(value as number);
    case 'map':
      return new Map((value as Json[]).map(unpack) as [unknown, unknown][]);
    case 'set':
      return new Set((value as Json[]).map(unpack));
    case 'error':
      return Object.assign(new Error((value as string[])[1]), { name: (value as string[])[0] });
    case 'buffer':
      return fromBase64(value as string).buffer;
    case 'bytes':
      return fromBase64(value as string);
    case 'object':
      return unpackEntries(value as JsonRecord);
    default:
      return undefined;
  }
}

/** The functions above as source text for the page. They use nothing but each other. */
export const WIRE_SOURCE = [
  encode,
  decode,
  pack,
  tag,
  packNumber,
  packObject,
  toBase64,
  fromBase64,
  unpack,
  unpackEntries,
  unpackTagged,
].join('\n');
