// A backup with one bit turned over anywhere, cut short anywhere, or made longer, is never used: it is called damaged, not a wrong
// passphrase, and the register stays as it is.
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContainer, readContainer } from '#main/platform/backup/container.ts';
import { openBackup } from '#main/platform/backup/restore.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { Keyring } from '#main/platform/vault/keyring.ts';
import type { WrongTries } from '#main/platform/vault/wrong-tries.ts';
import { chooseBackup, namesIn, newestBackup, registerWithBackup } from '#tests/support/backups.ts';
import { TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const anyNumberOfTries: WrongTries = { waitUntil: () => null, guard: (attempt) => attempt() };
const BODY_FLIPS = 600;
const BEGIN_OF_HEADER = 54;

let register: TestRegister;
let whole: Buffer;
let path: string;
let keyring: Keyring;
let headBytes: number;

beforeAll(async () => {
  register = await registerWithBackup();
  whole = readFileSync(newestBackup(register));
  path = join(register.outbox, 'trial.mimamori');
  writeFileSync(path, whole);
  const opened = await openBackup(path, { passphrase: TEST_PASSPHRASE, slot: null }, anyNumberOfTries);
  keyring = opened.keyring;
  headBytes = opened.container.head.byteLength;
});
afterAll(() => register.close());

/** How the file under `path` is refused by whoever has its key; `whole` when it is not. */
function verdict(): string {
  try {
    checkContainer(readContainer(path), keyring.backupMac());
    return 'whole';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
}

function verdictOfFlip(offset: number, bit: number): string {
  const bytes = Buffer.from(whole);
  bytes.writeUInt8(bytes.readUInt8(offset) ^ (1 << bit), offset);
  writeFileSync(path, bytes);
  return verdict();
}

const count = (verdicts: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(verdicts, (each) => each)].map(([name, all]) => [name, all.length]));

describe('a backup whose bytes were changed', () => {
  it('is whole when none was: the control', () => {
    writeFileSync(path, whole);
    expect(verdict()).toBe('whole');
  });

  it('is refused for every byte before the database', () => {
    const verdicts = Array.from({ length: headBytes }, (_none, offset) => verdictOfFlip(offset, offset % 8));
    expect(count(verdicts)).toEqual({ not_a_backup: 8, backup_damaged: headBytes - 8 });
    expect(headBytes).toBeGreaterThan(BEGIN_OF_HEADER + 400);
  });

  it(`is refused for ${BODY_FLIPS} bytes of the database and every byte of its MAC`, () => {
    const body = whole.byteLength - headBytes - 32;
    const offsets = Array.from({ length: BODY_FLIPS }, (_none, n) => headBytes + Math.floor((n * body) / BODY_FLIPS));
    const mac = Array.from({ length: 32 }, (_none, n) => whole.byteLength - 32 + n);
    const verdicts = [...offsets, ...mac].map((offset) => verdictOfFlip(offset, offset % 8));
    expect(count(verdicts)).toEqual({ backup_damaged: BODY_FLIPS + 32 });
    console.log(`flipped backup bytes: ${headBytes + verdicts.length}; detected: ${headBytes + verdicts.length}`);
  });

  it('is refused when it is cut anywhere, or longer', () => {
    for (let n = 1; n <= 60; n += 1) {
      writeFileSync(path, whole);
      truncateSync(path, Math.floor((whole.byteLength * n) / 61));
      expect(['backup_damaged', 'not_a_backup']).toContain(verdict());
    }
    writeFileSync(path, Buffer.concat([whole, Buffer.alloc(1)]));
    expect(verdict()).toBe('backup_damaged');
  });

  it('is refused when it claims lengths beyond all measure', () => {
    for (const [offset, length] of [
      [10, 4],
      [14, 8],
    ] as const) {
      const bytes = Buffer.from(whole);
      bytes.fill(0xff, offset, offset + length);
      writeFileSync(path, bytes);
      expect(verdict()).toBe('backup_damaged');
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
