// One bit turned over in a page of the register, or in a byte of a backup: found every time, and never called a wrong passphrase.
import { closeSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { checkContainer, readContainer } from '#main/platform/backup/container.ts';
import { openBackup } from '#main/platform/backup/restore.ts';
import type { Connection } from '#main/platform/database/connection.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { WrongTries } from '#main/platform/vault/wrong-tries.ts';
import { newestBackup, registerWithBackup } from '#tests/support/backups.ts';
import { proseOf, saveOf } from '#tests/support/numbered-saves.ts';
import { databasePath, openRaw } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';
import { control, figure, type Trial, zero } from './report.ts';

const PAGE_BYTES = 4096;
const ANY_NUMBER_OF_TRIES: WrongTries = { waitUntil: () => null, guard: (attempt) => attempt() };

export interface RottenPages {
  readonly flipped: number;
  readonly detectedAtUnlock: number;
  /** Opened, and so shown to somebody. */
  readonly undetected: number;
  /** Refused, but under another name than damage. */
  readonly misnamed: number;
}

/** A locked register of so many people, without a free page: what stands in a free page is nobody's loss. */
async function fillRegister(people: number): Promise<TestRegister> {
  const register = await openTestRegister();
  for (let n = 0; n < people * 4; n += 4) {
    const { operation, input } = saveOf(n, null);
    await register.router.call(operation, input);
  }
  register.vault.lock();
  const raw = await openRaw(register.folder);
  raw.exec('VACUUM');
  raw.close();
  return register;
}

/** Flips one bit of every `every`-th page, one page at a time, and unlocks. */
export async function flipPages(people: number, every: number): Promise<RottenPages> {
  const register = await fillRegister(people);
  const path = databasePath(register.folder);
  const whole = readFileSync(path);
  const codes: string[] = [];
  for (let page = 0; page < whole.byteLength / PAGE_BYTES; page += every) {
    const bytes = Buffer.from(whole);
    const offset = page * PAGE_BYTES + ((page * 1009) % PAGE_BYTES);
    bytes.writeUInt8(bytes.readUInt8(offset) ^ (1 << (page % 8)), offset);
    writeFileSync(path, bytes);
    const answer = await register.router.call('vault.unlock', { passphrase: TEST_PASSPHRASE });
    codes.push(answer.ok ? 'opened' : answer.error.code);
    register.vault.lock();
  }
  register.close();
  const count = (wanted: string) => codes.filter((code) => code === wanted).length;
  return {
    flipped: codes.length,
    detectedAtUnlock: count('register_damaged'),
    undetected: count('opened'),
    misnamed: codes.length - count('register_damaged') - count('opened'),
  };
}

/** The control: the same flips in a database whose pages nobody vouches for. @returns how many SQLite's own check does not see. */
export function flipPagesWithoutMac(folder: string): number {
  const path = join(folder, 'plain.db');
  const plain = new Database(path);
  plain.exec('CREATE TABLE people (name TEXT, note TEXT) STRICT');
  const insert = plain.prepare('INSERT INTO people VALUES (?, ?)');
  for (let n = 0; n < 200; n += 1) {
    insert.run(`架空 ${n}`, proseOf(n));
  }
  plain.close();
  const whole = readFileSync(path);
  let undetected = 0;
  for (let page = 1; page < whole.byteLength / PAGE_BYTES; page += 1) {
    const bytes = Buffer.from(whole);
    const offset = (page + 1) * PAGE_BYTES - 200;
    bytes.writeUInt8(bytes.readUInt8(offset) ^ 1, offset);
    writeFileSync(path, bytes);
    const rotten = new Database(path) as Connection;
    undetected += rotten.pragma('integrity_check', { simple: true }) === 'ok' ? 1 : 0;
    rotten.close();
  }
  rmSync(path);
  return undetected;
}

export interface BackupUnderTest {
  readonly path: string;
  /** As it was made. */
  readonly whole: Buffer;
  /** Bytes before the database. */
  readonly headBytes: number;
  readonly register: TestRegister;
  /** How the file is refused by whoever has its key, as it is now; `whole` when it is not. */
  verdict(): string;
  /** The same with one bit of this byte turned over; the file is whole again afterwards. */
  verdictOfFlip(offset: number): string;
  /** What the head alone would say of the flip: the control. */
  verdictOfHead(offset: number): string;
  close(): void;
}

function refusalOf(read: () => unknown): string {
  try {
    read();
    return 'whole';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
}

/** A backup outside its register's folder, and its key. */
export async function openBackupUnderTest(): Promise<BackupUnderTest> {
  const register = await registerWithBackup();
  const whole = readFileSync(newestBackup(register));
  const path = join(register.outbox, 'trial.mimamori');
  writeFileSync(path, whole);
  const { keyring, container } = await openBackup(
    path,
    { passphrase: TEST_PASSPHRASE, slot: null },
    ANY_NUMBER_OF_TRIES,
  );
  const put = (offset: number, byte: number) => {
    const handle = openSync(path, 'r+');
    writeSync(handle, Buffer.of(byte), 0, 1, offset);
    closeSync(handle);
  };
  const withFlip = (offset: number, look: () => string) => {
    const byte = whole.readUInt8(offset);
    put(offset, byte ^ (1 << (offset % 8)));
    const found = look();
    put(offset, byte);
    return found;
  };
  const verdict = () => refusalOf(() => checkContainer(readContainer(path), keyring.backupMac()));
  return {
    path,
    whole,
    headBytes: container.head.byteLength,
    register,
    verdict,
    verdictOfFlip: (offset) => withFlip(offset, verdict),
    verdictOfHead: (offset) => withFlip(offset, () => refusalOf(() => readContainer(path))),
    close: () => {
      keyring.forget();
      register.close();
    },
  };
}

/** Every byte before the database, `body` bytes spread over it (`null`: each), and every byte of the MAC. */
export function offsetsOf({ whole, headBytes }: BackupUnderTest, body: number | null): readonly number[] {
  const bodyBytes = whole.byteLength - headBytes - 32;
  const count = body ?? bodyBytes;
  const range = (length: number, at: (n: number) => number) => Array.from({ length }, (_none, n) => at(n));
  return [
    ...range(headBytes, (n) => n),
    ...range(count, (n) => headBytes + Math.floor((n * bodyBytes) / count)),
    ...range(32, (n) => whole.byteLength - 32 + n),
  ];
}

export const bitRot: Trial = {
  name: 'bit-rot',
  title: 'bit rot: one bit turned over in a page of the register, in a byte of a backup',
  async rows(scale) {
    const pages = await flipPages(scale === 'long' ? 400 : 100, 1);
    const backup = await openBackupUnderTest();
    const offsets = offsetsOf(backup, scale === 'long' ? null : 4000);
    const verdicts = offsets.map(backup.verdictOfFlip);
    const byHeadAlone = offsetsOf(backup, 50).filter((offset) => backup.verdictOfHead(offset) === 'whole');
    const withoutMac = flipPagesWithoutMac(backup.register.outbox);
    backup.close();
    const damaged = verdicts.filter((each) => each === 'backup_damaged' || each === 'not_a_backup').length;
    return [
      figure('flipped pages', pages.flipped),
      figure('flipped pages detected at unlock', pages.detectedAtUnlock),
      zero('flipped pages undetected', pages.undetected),
      zero('flipped pages called something else', pages.misnamed),
      control('flipped pages undetected in a database without page MACs', withoutMac),
      figure('flipped backup bytes', offsets.length),
      figure('flipped backup bytes detected', damaged),
      zero('flipped backup bytes undetected', offsets.length - damaged),
      control('flipped backup bytes undetected without the MAC', byHeadAlone.length),
    ];
  },
};
