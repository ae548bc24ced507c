// Times the register's readings on the encrypted file and the same readings on a plain SQLite file with the same rows, in turn.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readToday } from '#main/features/board/today-board.ts';
import { readPersonRows } from '#main/features/people/person-readings.ts';
import { searchPeople } from '#main/features/people/person-search.ts';
import { systemClock } from '#main/platform/clock.ts';
import { type Connection, databaseBytesOf, openDatabase } from '#main/platform/database/connection.ts';
import { assertWhole } from '#main/platform/database/integrity.ts';
import { migrations } from '#main/platform/database/migrations.ts';
import { migrate } from '#main/platform/database/migrator.ts';
import { createHandles, type Reader } from '#main/platform/database/reader-writer.ts';
import { createRegisterFiles } from '#main/platform/vault/register-files.ts';
import { deriveKey } from '#main/platform/vault/register-keys.ts';
import { openSlots } from '#main/platform/vault/slot-file.ts';
import { ratioRow, repeat, timingOf, timingRow } from './figures.ts';

/** What is typed: kanji, variants, kana, Latin letters, a telephone, a town. */
export const SEARCH_TEXTS = ['高', '高橋', 'やま', 'ヤマダ', 'sato', '1234', '南堀江', '渡辺', 'みほん', 'ハル'];

async function openEncrypted(folder: string, passphrase: string): Promise<Connection> {
  const files = createRegisterFiles(folder);
  const opened = await openSlots(files.readSlots(), { passphrase, slot: null });
  if (!opened) {
    throw new Error('The register of the benchmark does not open.');
  }
  return openDatabase(files.database, deriveKey(opened.keys, 'database'), { create: false });
}

/** The same rows in a file without encryption, with the same settings otherwise. */
function copyToPlain(encrypted: Connection, path: string): Connection {
  const plain = new Database(path);
  plain.pragma('temp_store=MEMORY');
  plain.pragma('journal_mode=DELETE');
  plain.pragma('cache_size=-65536');
  migrate(plain, migrations);
  plain.pragma('foreign_keys=OFF');
  const tables = encrypted
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all();
  plain.transaction(() => {
    for (const { name } of tables) {
      const rows = encrypted.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`).all();
      const columns = Object.keys(rows[0] ?? {});
      const insert =
        columns.length > 0 ? plain.prepare(`INSERT INTO "${name}" VALUES (${columns.map(() => '?').join(',')})`) : null;
      for (const values of rows) {
        insert?.run(...Object.values(values));
      }
    }
  })();
  return plain;
}

/** Times both in turn, so that a slow moment of the machine meets both. */
async function compare(
  name: string,
  times: number,
  encrypted: Reader,
  plain: Reader,
  read: (reader: Reader, round: number) => unknown,
) {
  const samples: { encrypted: number[]; plain: number[] } = { encrypted: [], plain: [] };
  await repeat(times, (round) => {
    for (const [kind, reader] of [
      ['encrypted', encrypted],
      ['plain', plain],
    ] as const) {
      const started = performance.now();
      read(reader, round);
      samples[kind].push(performance.now() - started);
    }
  });
  ratioRow(name, timingOf(samples.encrypted), timingOf(samples.plain));
}

/** The look through the whole register at unlock, each time on a file that was just opened. */
export async function benchIntegrity(folder: string, passphrase: string): Promise<void> {
  const samples: number[] = [];
  let megabytes = 0;
  for (let round = 0; round < 5; round += 1) {
    const connection = await openEncrypted(folder, passphrase);
    megabytes = databaseBytesOf(connection) / 1024 ** 2;
    const started = performance.now();
    assertWhole(connection);
    samples.push(performance.now() - started);
    connection.close();
  }
  timingRow(`check of the whole register at unlock (${megabytes.toFixed(1)} MB)`, timingOf(samples));
}

export async function benchQueries(folder: string, passphrase: string, scratch: string): Promise<void> {
  const encrypted = await openEncrypted(folder, passphrase);
  const plain = copyToPlain(encrypted, join(scratch, 'plain.db'));
  try {
    const [a, b] = [createHandles(encrypted).reader, createHandles(plain).reader];
    const today = systemClock.today();
    const text = (round: number) => SEARCH_TEXTS[Math.abs(round) % SEARCH_TEXTS.length] ?? '';
    await compare('whole register table, encrypted against plain', 9, a, b, (reader) => readPersonRows(reader));
    await compare('search, encrypted against plain', 60, a, b, (reader, round) =>
      searchPeople(reader, text(round), 10_000),
    );
    await compare('Today screen, encrypted against plain', 9, a, b, (reader) => readToday(reader, today));
  } finally {
    encrypted.close();
    plain.close();
  }
}
