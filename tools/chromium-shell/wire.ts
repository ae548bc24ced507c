// Structured clone as JSON text, for what crosses between the page and the app. Self-contained: its source is also run in the page.

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface Wire {
  /** @throws DataCloneError for functions and symbols, as Electron's IPC does. */
  encode(value: unknown): string;
  decode(text: string): unknown;
}

/** Must not use anything outside itself: `String(createWire)` is sent to the page. */
export function createWire(): Wire {
  const tag = (kind: string, value: Json): Json => ({ $: kind, v: value });

  const base64 = (bytes: Uint8Array): string => {
    let text = '';
    for (let start = 0; start < bytes.length; start += 8192) {
      text += String.fromCharCode(...bytes.subarray(start, start + 8192));
    }
    return btoa(text);
  };

  const packObject = (value: object): Json => {
    if (Array.isArray(value)) return value.map(pack);
    if (value instanceof Date) return tag('date', value.getTime());
    if (value instanceof Map)
      return tag(
        'map',
        [...value].map(([key, held]) => [pack(key), pack(held)]),
      );
    if (value instanceof Set) return tag('set', [...value].map(pack));
    if (value instanceof Error) return tag('error', [value.name, value.message]);
    if (value instanceof ArrayBuffer) return tag('buffer', base64(new Uint8Array(value)));
    if (ArrayBuffer.isView(value)) {
      return tag('bytes', base64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)));
    }
    const packed = Object.fromEntries(Object.entries(value).map(([key, held]) => [key, pack(held)]));
    return '$' in packed ? tag('object', packed) : packed;
  };

  const pack = (value: unknown): Json => {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : tag('number', Object.is(value, -0) ? '-0' : String(value));
      case 'bigint':
        return tag('bigint', String(value));
      case 'undefined':
        return tag('undefined', null);
      case 'object':
        return value === null ? null : packObject(value);
      default:
        throw new DOMException('An object could not be cloned.', 'DataCloneError');
    }
  };

  const unpackTagged = (kind: Json, value: Json): unknown => {
    const bytes = () => Uint8Array.from(atob(value as string), (character) => character.charCodeAt(0));
    const list = () => value as readonly Json[];
    switch (kind) {
      case 'number':
        return Number(value);
      case 'bigint':
        return BigInt(value as string);
      case 'date':
        return new Date(value as number);
      case 'map':
        return new Map(list().map((pair) => (pair as readonly Json[]).map(unpack) as [unknown, unknown]));
      case 'set':
        return new Set(list().map(unpack));
      case 'error': {
        const [name, message] = value as readonly string[];
        return Object.assign(new Error(message), { name });
      }
      case 'buffer':
        return bytes().buffer;
      case 'bytes':
        return bytes();
      case 'object':
        return unpackEntries(value as { readonly [key: string]: Json });
      default:
        return undefined;
    }
  };

  const unpackEntries = (value: { readonly [key: string]: Json }) =>
    Object.fromEntries(Object.entries(value).map(([key, held]) => [key, unpack(held)]));

  const unpack = (value: Json): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(unpack);
    const record = value as { readonly [key: string]: Json };
    const kind = record['$'];
    return kind === undefined ? unpackEntries(record) : unpackTagged(kind, record['v'] ?? null);
  };

  return { encode: (value) => JSON.stringify(pack(value)), decode: (text) => unpack(JSON.parse(text)) };
}
