// What this machine remembers of publications outside of the register, in sealed files of which each has all. Only ever adds to them.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readSealedNote, writeSealedNote } from '#main/platform/files/sealed-note.ts';
import type { FolderPlace } from '#main/platform/files/user-files.ts';
import { calendarMonthSchema } from '#shared/model/calendar-date.ts';

const knownSchema = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/u), month: calendarMonthSchema });

/** A publication: the hash of its record, and its month, so that its loss can be told in words. No figure, no name. */
export type KnownPublication = z.output<typeof knownSchema>;

const underWaySchema = z.strictObject({ ...knownSchema.shape, folder: z.string(), temporary: z.string() });

/** One whose files may lie under a temporary name. */
export type UnderWay = KnownPublication & FolderPlace;

const memorySchema = z.strictObject({
  format: z.literal(1),
  published: z.array(knownSchema),
  underWay: underWaySchema.nullable(),
});

export interface Memory {
  readonly published: readonly KnownPublication[];
  readonly underWay: UnderWay | null;
}

export interface ReadMemory extends Memory {
  /** There is a file, and none that can be read: which content it was. */
  readonly unreadable: string | null;
  /** Every file is there and says this. */
  readonly isEverywhere: boolean;
}

/** Each publication once, in the order in which they came. */
export function joinKnown(...lists: readonly (readonly KnownPublication[])[]): readonly KnownPublication[] {
  return [...new Map(lists.flat().map(({ hash, month }) => [hash, { hash, month }])).values()];
}

const textOf = ({ published, underWay }: Memory): string => JSON.stringify({ format: 1, published, underWay });

function parse(text: string): Memory | null {
  try {
    return memorySchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** A register has files of its own: where another one takes its place, that one's are left alone. */
export const memoryPaths = (folders: readonly string[], registerId: string): readonly string[] =>
  folders.map((folder) => join(folder, `publication-head-${registerId}.json`));

/** Everything that any of the files knows: whoever puts one of them back to an older day takes nothing away. */
export function readMemory(paths: readonly string[], key: Uint8Array): ReadMemory {
  const notes = paths.map((path) => readSealedNote(path, key));
  const memories = notes.flatMap((note) => {
    const memory = note.state === 'read' ? parse(note.text) : null;
    return memory === null ? [] : [memory];
  });
  const memory = {
    published: joinKnown(...memories.map(({ published }) => published)),
    underWay: memories.map(({ underWay }) => underWay).find((one) => one !== null) ?? null,
  };
  const marks = notes.flatMap((note) =>
    note.state === 'absent' ? [] : [note.state === 'read' ? note.text : note.mark],
  );
  return {
    ...memory,
    unreadable:
      memories.length > 0 || marks.length === 0
        ? null
        : createHash('sha256').update(marks.join('\n'), 'utf8').digest('hex'),
    isEverywhere: memories.length === paths.length && memories.every((one) => textOf(one) === textOf(memory)),
  };
}

/** In every file, and on the disk when it returns. @throws Refusal `disk_full`, `file_not_written` */
export function writeMemory(paths: readonly string[], key: Uint8Array, memory: Memory): void {
  for (const path of paths) writeSealedNote(path, key, textOf(memory));
}
