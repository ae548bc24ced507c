// The removal of a coordinator, cut off: at every step that changes the disk (states made by hand), and by kill -9 at any moment. The
// same look as in `npm run torture` (tests/torture/rotation-kills.ts).
import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  killRotations,
  MOVED_FILES,
  moveByHalf,
  openRotationSubject,
  type RotationSubject,
  whatIsIn,
} from '#tests/torture/rotation-kills.ts';

const READY = 'rotation-20261016T030000000Z.ready';
const BEFORE = 'before-rotation-20261016T030000000Z';

let subject: RotationSubject;

beforeAll(async () => {
  subject = await openRotationSubject();
});
afterAll(() => subject.close());

/** The old register, with the new one beside it under this name. */
function besides(name: string, at: string): string {
  const folder = subject.copyOld(at);
  mkdirSync(join(folder, name));
  for (const file of MOVED_FILES) {
    cpSync(join(subject.rotated, file), join(folder, name, file));
  }
  return folder;
}

/** One move after the other, as the swap makes them. */
const MOVES = MOVED_FILES.flatMap((file) => [
  [`the old ${file} was moved`, (folder: string) => renameSync(join(folder, file), join(folder, BEFORE, file))],
  [`the new ${file} was put in place`, (folder: string) => renameSync(join(folder, READY, file), join(folder, file))],
]) as readonly (readonly [string, (folder: string) => void])[];
const LAST: readonly (readonly [string, (folder: string) => void])[] = [
  ...MOVES,
  ['the empty folder was removed', (folder) => rmSync(join(folder, READY), { recursive: true })],
  ['half of the old files were removed', (folder) => rmSync(join(folder, BEFORE, 'register.db'))],
];

describe('a rotation that was cut off', () => {
  it('before it was decided leaves the old register, and nothing lies about', async () => {
    expect(await whatIsIn(besides('restore.part', 'undecided'))).toBe('old');
  });

  it('right after it was decided is carried out by the next start', async () => {
    expect(await whatIsIn(besides(READY, 'decided'))).toBe('new');
  });

  it.each(LAST.map(([what], index) => [what, index] as const))(
    'after %s is carried out by the next start',
    async (_what, index) => {
      const folder = besides(READY, `step-${index}`);
      mkdirSync(join(folder, BEFORE));
      for (const [, move] of LAST.slice(0, index + 1)) {
        move(folder);
      }
      expect(await whatIsIn(folder)).toBe('new');
    },
  );

  it('by kill -9 leaves one or the other, encrypted', async () => {
    const found = await killRotations(6);
    expect(found).toMatchObject({ kills: 6, unreadable: [], takenBack: 0, inClear: 0 });
    expect(found.old + found.new).toBe(6);
  }, 600_000);

  it('is neither where one file was moved and nothing decided: the control', async () => {
    expect(await moveByHalf()).toBeGreaterThan(0);
  });
});
