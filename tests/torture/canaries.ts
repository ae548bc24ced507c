// What a stolen computer would give away: a workload full of texts that stand nowhere else, then a search for them in every file of the
// register, its backups, the temporary folders, what a crash leaves, and in files that are open without a name.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { Connection } from '#main/platform/database/connection.ts';
import { visitDraftKey } from '#shared/model/draft-key.ts';
import { buildConsultation, buildPerson, buildVisit } from '#tests/support/builders.ts';
import { apply, LEDGERS, openLedgerAt, plan } from '#tests/support/ledger-import.ts';
import { openRaw } from '#tests/support/raw-register.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';
import { findLeaks, findLeaksInOpenFiles } from '#tools/demo/leak-check.ts';
import { control, figure, notRun, type Row, type Trial, zero } from './report.ts';

interface Canary {
  readonly name: string;
  readonly kana: string;
  readonly phone: string;
  readonly note: string;
}

function canaryOf(n: number): Canary {
  const number = String(n).padStart(4, '0');
  return {
    name: `秘密野 鳥子${number}`,
    kana: `ひみつの とりこ${number}`,
    phone: `06-7531-${number}`,
    note: `合鍵は隣の架空さんが預かる第${number}号`,
  };
}

async function work(register: TestRegister, { name, kana, phone, note }: Canary): Promise<void> {
  const person = buildPerson({ name, kana, phone, note: note.repeat(40) });
  const { personId } = await register.ok('people.register', { person, consent: null });
  await register.ok('visits.record', { personId, visit: buildVisit({ note }) });
  await register.ok('consultations.record', {
    consultation: buildConsultation({ personId, question: note, answer: name }),
  });
  await register.ok('drafts.keep', { key: visitDraftKey(personId, null), body: JSON.stringify({ note, name }) });
  await register.ok('people.revise', { personId, person: { ...person, accessNote: note } });
  await register.ok('people.search', { text: name, limit: 50 });
}

/** Secrets in files that this process has open although they no longer have a name: where SQLite puts what it cannot hold. Linux only. */
const findUnnamed = (secrets: readonly string[]): number =>
  findLeaksInOpenFiles(process.pid, secrets)
    .leaks.filter(({ file }) => file.endsWith('(deleted)'))
    .reduce((sum, { found }) => sum + found, 0);

/** Sorts more than any cache holds and looks at the unnamed open files in the middle of it. */
export function sortAndLook(connection: Connection, secrets: readonly string[]): number {
  connection.pragma('cache_size=5');
  const rows = connection
    .prepare<[], { text: string }>(
      'SELECT a.note || b.note || a.name AS text FROM people a JOIN people b ON a.id <> b.id ORDER BY text DESC, b.id',
    )
    .iterate();
  rows.next();
  const found = findUnnamed(secrets);
  rows.return?.();
  return found;
}

/** Sorts in a second connection; `spills` takes away the setting that keeps what is sorted in memory. */
async function sortIn(register: TestRegister, secrets: readonly string[], spills: boolean): Promise<number> {
  const raw = await openRaw(register.folder);
  if (spills) {
    raw.pragma('temp_store=FILE');
  }
  const found = sortAndLook(raw, secrets);
  raw.close();
  return found;
}

export interface CanarySearch {
  readonly canaries: number;
  readonly files: number;
  /** Canaries in files, counted once a file. */
  readonly found: number;
  /** Canaries in open files without a name; null where there is no way to look. */
  readonly foundOpen: number | null;
  /** Found in a text file, a CP932 file and a UTF-16 file that were planted among the others. */
  readonly controlFound: number;
  /** Found in open files when SQLite may spill what it sorts: the control of the other look. */
  readonly controlFoundOpen: number | null;
}

/** A journal in mid-write: what a sudden end would leave, as it stands on the disk. */
async function lookInMidWrite(register: TestRegister, look: () => number): Promise<number> {
  const raw = await openRaw(register.folder);
  raw.pragma('cache_size=5');
  raw.exec('BEGIN IMMEDIATE');
  raw.exec("UPDATE people SET note = note || 'あ'");
  const found = look();
  raw.exec('ROLLBACK');
  raw.close();
  return found;
}

async function searchIn(temp: string, people: number): Promise<CanarySearch> {
  const since = Date.now() - 1000;
  const register = await openTestRegister();
  const canaries = Array.from({ length: people }, (_none, n) => canaryOf(n));
  const secrets = canaries.flatMap(({ name, kana, phone, note }) => [name, kana, phone, note]);
  for (const canary of canaries) {
    await work(register, canary);
  }
  const isLinux = process.platform === 'linux';
  const foundOpen = isLinux ? await sortIn(register, secrets, false) : null;
  const controlFoundOpen = isLinux ? await sortIn(register, secrets, true) : null;
  const ledger = await openLedgerAt(register, join(LEDGERS, 'excel-cp932.csv'));
  await plan(register, ledger);
  await apply(register, ledger);
  await register.ok('backups.make', {});
  const search = { folders: [temp, '/var/tmp'], secrets, skip: [], since, unpack: () => [] };
  const countFound = () => findLeaks(search).reduce((sum, leak) => sum + leak.found, 0);
  let found = countFound() + (await lookInMidWrite(register, countFound));
  register.vault.lock();
  found += countFound();
  const files = readdirSync(temp, { recursive: true }).length;
  const planted = canaries[0]?.note ?? '';
  for (const encoding of ['utf8', 'cp932', 'utf-16le']) {
    writeFileSync(join(register.backupFolder, `planted-${encoding}`), iconv.encode(`> ${planted} <`, encoding));
  }
  const controlFound = countFound();
  register.close();
  return { canaries: secrets.length, files, found, foundOpen, controlFound, controlFoundOpen };
}

/** Four canaries a person. The register, its backups and all temporary files lie in one folder while it runs. */
export async function searchForCanaries(people: number): Promise<CanarySearch> {
  const temp = mkdtempSync(join(tmpdir(), 'mimamori-canaries-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = temp;
  try {
    return await searchIn(temp, people);
  } finally {
    if (before === undefined) {
      delete process.env['TMPDIR'];
    } else {
      process.env['TMPDIR'] = before;
    }
    rmSync(temp, { recursive: true, force: true });
  }
}

export const canaries: Trial = {
  name: 'canaries',
  title: 'lost PC: canaries in every file of the register, its backups, temporary folders and open files',
  async rows(scale) {
    const search = await searchForCanaries(scale === 'long' ? 500 : 50);
    const open: readonly Row[] =
      search.foundOpen === null || search.controlFoundOpen === null
        ? [notRun('canaries found in open files', 'only Linux shows which files a process has open')]
        : [
            zero('canaries found in open files', search.foundOpen),
            control('canaries found in open files when SQLite may spill', search.controlFoundOpen),
          ];
    return [
      figure('canaries looked for', search.canaries),
      figure('encodings', 'UTF-8, UTF-16, CP932'),
      figure('files looked into', search.files),
      zero('canaries found', search.found),
      control('canaries found in three planted files', search.controlFound),
      ...open,
    ];
  },
};
