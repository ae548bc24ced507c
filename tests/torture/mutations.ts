// Ways in which a file is damaged or forged on its way: bytes changed, cut, repeated, poison put in. The same list for the same seed.
import fc from 'fast-check';
import iconv from 'iconv-lite';

const POISON = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\u0000',
  '=cmd|',
  '〃',
  '合計',
  '\ufffd',
  '９'.repeat(300),
  'あ'.repeat(5000),
  '昭和99年99月99日',
  '<script>alert(1)</script>',
  "'; DROP TABLE people; --",
  '\u202e',
  '👨‍👩‍👧‍👦',
  '__proto__',
  'constructor',
  '(',
  '[',
  '\\',
  '-',
  '氏名,氏名,氏名',
];

const place = fc.double({ min: 0, max: 1, noNaN: true });
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('bytes' as const), at: place, bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }) }),
  fc.record({ kind: fc.constant('text' as const), at: place, text: fc.constantFrom(...POISON) }),
  fc.record({ kind: fc.constant('cut' as const), at: place, length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('repeat' as const), at: place, length: fc.integer({ min: 1, max: 400 }) }),
);

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(bytes: Uint8Array, change: Mutation): Uint8Array {
  const at = Math.floor(change.at * bytes.length);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (change.kind) {
    case 'bytes':
      return Buffer.concat([before, change.bytes, after.subarray(change.bytes.length)]);
    case 'text':
      return Buffer.concat([before, iconv.encode(change.text, 'cp932'), after]);
    case 'cut':
      return Buffer.concat([before, after.subarray(change.length)]);
    case 'repeat':
      return Buffer.concat([before, after.subarray(0, change.length), after]);
  }
}

/** So many damaged copies of a file, one at a time; none of them is the file itself. */
export function* mutationsOf(file: Uint8Array, count: number): Generator<Uint8Array> {
  const lists = fc.array(mutation, { minLength: 1, maxLength: 6 });
  for (let made = 0, seed = 20_261_015; made < count; seed += 1) {
    for (const list of fc.sample(lists, { numRuns: Math.min(500, count - made), seed })) {
      const bytes = list.reduce(mutate, file);
      if (Buffer.compare(bytes, file) !== 0) {
        made += 1;
        yield bytes;
      }
    }
  }
}
