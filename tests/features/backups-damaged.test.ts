// A backup with one bit turned over anywhere, cut short anywhere, or made longer, is never used: it is called damaged, not a wrong
// passphrase, and the register stays as it is.
import { truncateSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseBackup, namesIn } from '#tests/support/backups.ts';
import { TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';
import { type BackupUnderTest, offsetsOf, openBackupUnderTest } from '#tests/torture/bit-rot.ts';
import { restoreCarelessly, restoreMutatedBackups } from '#tests/torture/mutated-backups.ts';

const BODY_FLIPS = 600;
const BEGIN_OF_HEADER = 54;

let backup: BackupUnderTest;
let register: TestRegister;
let whole: Buffer;
let path: string;
let headBytes: number;

beforeAll(async () => {
  backup = await openBackupUnderTest();
  ({ register, whole, path, headBytes } = backup);
});
afterAll(() => backup.close());

const count = (verdicts: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(verdicts, (each) => each)].map(([name, all]) => [name, all.length]));

describe('a backup whose bytes were changed', () => {
  it('is whole when none was: the control', () => {
    writeFileSync(path, whole);
    expect(backup.verdict()).toBe('whole');
  });

  it(`is refused for every byte before the database, ${BODY_FLIPS} of the database, and every byte of its MAC`, () => {
    const offsets = offsetsOf(backup, BODY_FLIPS);
    expect(count(offsets.map(backup.verdictOfFlip))).toEqual({
      not_a_backup: 8,
      backup_damaged: headBytes + BODY_FLIPS + 32 - 8,
    });
    expect(headBytes).toBeGreaterThan(BEGIN_OF_HEADER + 400);
    expect(backup.verdict(), 'whole again').toBe('whole');
  });

  it('would not be refused by its head alone: the control', () => {
    expect(backup.verdictOfHead(headBytes + 5)).toBe('whole');
    expect(backup.verdictOfFlip(headBytes + 5)).toBe('backup_damaged');
  });

  it('is refused when it is cut anywhere, or longer', () => {
    for (let n = 1; n <= 60; n += 1) {
      writeFileSync(path, whole);
      truncateSync(path, Math.floor((whole.byteLength * n) / 61));
      expect(['backup_damaged', 'not_a_backup']).toContain(backup.verdict());
    }
    writeFileSync(path, Buffer.concat([whole, Buffer.alloc(1)]));
    expect(backup.verdict()).toBe('backup_damaged');
  });

  it('is refused when it claims lengths beyond all measure', () => {
    for (const [offset, length] of [
      [10, 4],
      [14, 8],
    ] as const) {
      const bytes = Buffer.from(whole);
      bytes.fill(0xff, offset, offset + length);
      writeFileSync(path, bytes);
      expect(backup.verdict()).toBe('backup_damaged');
    }
  });

  it('is refused to the screen too, and the register is open and as it was', async () => {
    writeFileSync(path, whole);
    const file = await chooseBackup(register, path);
    for (const offset of [60, headBytes + 5, whole.byteLength - 1]) {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8(bytes.readUInt8(offset) ^ 1, offset);
      writeFileSync(path, bytes);
      for (const name of ['backups.inspect', 'backups.restore'] as const) {
        expect(await register.refused(name, { file, passphrase: TEST_PASSPHRASE })).toBe('backup_damaged');
      }
    }
    expect(await namesIn(register)).toEqual(['架空 前', '架空 後'].sort());
    expect(register.logged).toEqual([]);
  });
});

describe('a forged backup', () => {
  it('is refused, crashes nothing, and leaves the register as it was (40 mutations)', async () => {
    expect(await restoreMutatedBackups(40)).toEqual({ backups: 40, refused: 40, crashes: 0, partial: 0 });
  });

  it('shows a restore that does not check: the control', async () => {
    const found = await restoreMutatedBackups(20, restoreCarelessly);
    expect(found.crashes).toBeGreaterThan(0);
    expect(found.partial).toBeGreaterThan(0);
  });
});
