// What the packed app holds, and what its Electron is forbidden. Packs the built app around a stand-in for Electron's binary: nothing
// of it is started, only its contents, its fuses and its pruned packages are looked at.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { COUNCIL_PARAMETERS, type PublicationRequest } from '#main/disclosure-control/publication-model.ts';
import { consultationTable, inventWard, monthAt, WARD_SOURCES } from '#tools/sdc/invented-ward.ts';

// biome-ignore lint/suspicious/noSkippedTests: it is about one system only.
test.skip(
  process.platform !== 'linux',
  'the stand-in is one for Linux; elsewhere the real package is built by the workflow',
);

const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyLoadAppFromAsar',
  'browserV8Snapshot',
  'fileProtocolPrivileges',
];

function run(script: string, ...values: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...values], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${script} ended with ${status}:\n${stdout}\n${stderr}`);
  return stdout;
}

/** A file that carries the fuses of Electron as its maker ships them, and no Electron. */
function writeStandIn(folder: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox']) writeFileSync(join(folder, name), '');
  for (const locale of ['ja', 'en-US', 'fr']) writeFileSync(join(folder, 'locales', `${locale}.pak`), '');
  const shipped = Buffer.concat([Buffer.from(FUSE_SENTINEL), Buffer.from([1, FUSES.length]), Buffer.from('10110111')]);
  writeFileSync(join(folder, 'electron'), shipped);
  chmodSync(join(folder, 'electron'), 0o755);
}

function readFuses(binary: string): Readonly<Record<string, boolean>> {
  const bytes = readFileSync(binary);
  const start = bytes.indexOf(FUSE_SENTINEL) + FUSE_SENTINEL.length + 2;
  return Object.fromEntries(FUSES.map((name, index) => [name, bytes[start + index] === '1'.charCodeAt(0)]));
}

/** One table of an invented ward. */
const PUBLICATION: PublicationRequest = {
  id: 'one',
  recipient: 'invented council',
  period: monthAt(0),
  parameters: COUNCIL_PARAMETERS,
  sources: WARD_SOURCES,
  tables: [consultationTable('month', [monthAt(0)], ['district', 'category'])],
  records: inventWard({ seed: 3 }, 1),
  seed: 'a'.repeat(64),
};

/** Starts the packed worker on its own, without the app, and prints how it ended. */
const startWorker = (history: object, request: PublicationRequest) => `
  import { Worker } from 'node:worker_threads';
  const workerData = ${JSON.stringify({ kind: 'protect', request, history })};
  const worker = new Worker(new URL('./out/main/disclosure-control-worker.js', import.meta.url), { workerData, stderr: true });
  worker.on('message', (message) => {
    if (message.kind !== 'outcome') return;
    const { ok, files, refusal } = message.outcome;
    console.log(ok ? 'protected ' + files.cellsCsv.length : refusal.code);
    void worker.terminate();
  });
  worker.on('error', ({ message }) => console.log('failed: ' + message));
`;

test.describe('the packed app', () => {
  // Packed once, by one worker.
  test.describe.configure({ mode: 'default' });

  const scratch = mkdtempSync(join(tmpdir(), 'mimamori-package-'));
  const unpacked = join(scratch, 'dist', 'linux-unpacked');
  const contents = join(scratch, 'contents');

  test.beforeAll(() => {
    writeStandIn(join(scratch, 'electron'));
    run(
      'node_modules/electron-builder/cli.js',
      '--linux',
      '--dir',
      '--publish=never',
      `-c.electronDist=${join(scratch, 'electron')}`,
      `-c.directories.output=${join(scratch, 'dist')}`,
    );
    run('node_modules/@electron/asar/bin/asar.js', 'extract', join(unpacked, 'resources', 'app.asar'), contents);
  });

  test.afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  const listed = () =>
    run('node_modules/@electron/asar/bin/asar.js', 'list', join(unpacked, 'resources', 'app.asar'))
      .trim()
      .split('\n');

  test('holds what was built, its packages and nothing else', () => {
    const paths = listed();
    expect(paths).toContain('/out/main/index.js');
    expect(paths).toContain('/out/preload/index.cjs');
    expect(paths).toContain('/out/renderer/index.html');
    expect(paths).toContain('/node_modules/better-sqlite3/prebuilds/linux-x64.node');
    const known = /^\/(package\.json|out(\/(main|preload|renderer)(\/.*)?)?|node_modules(\/.*)?)$/u;
    expect(paths.filter((path) => !known.test(path))).toEqual([]);
    expect(
      paths.filter((path) => /prebuilds\/(?!linux-x64)|\/(src|deps)\/|drizzle|playwright|\.map$/u.test(path)),
    ).toEqual([]);
  });

  test('keeps native libraries outside the archive, where the system can load them', () => {
    const outside = join(unpacked, 'resources', 'app.asar.unpacked', 'node_modules');
    expect(existsSync(join(outside, 'better-sqlite3', 'prebuilds', 'linux-x64.node'))).toBe(true);
  });

  test('finds every package that the main process asks for at run time', () => {
    const built = join(contents, 'out', 'main');
    const scripts = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));
    const asked = scripts.flatMap((path) =>
      [...readFileSync(join(built, path), 'utf8').matchAll(/^import .* from "([^"]+)";$/gmu)].map(
        ([, name = '']) => name,
      ),
    );
    // What begins with a dot is a part of the build beside it.
    const packages = [...new Set(asked)].filter((name) => name !== 'electron' && !/^(?:node:|\.)/u.test(name));
    expect(packages).toContain('better-sqlite3');
    const probe = join(contents, 'probe.mjs');
    writeFileSync(probe, packages.map((name) => `await import('${name}');`).join('\n'));
    run(probe);
  });

  test('can read and write an encrypted register with its own libraries', () => {
    const probe = join(contents, 'probe-register.mjs');
    writeFileSync(
      probe,
      `import Database from 'better-sqlite3';
       import { hashRaw } from '@node-rs/argon2';
       const key = await hashRaw('a passphrase of the test');
       const database = new Database(${JSON.stringify(join(scratch, 'probe.db'))});
       database.pragma("cipher='sqlcipher'");
       database.pragma('legacy=4');
       database.key(Buffer.concat([Buffer.from('raw:'), key]));
       database.exec('CREATE TABLE one (name text) STRICT');
       database.close();`,
    );
    run(probe);
    const header = readFileSync(join(scratch, 'probe.db')).subarray(0, 16).toString('latin1');
    expect(header).not.toContain('SQLite');
  });

  test('protects a publication in its worker, with the solver that is packed, and cannot without it (control)', () => {
    const solver = join(contents, 'node_modules', 'highs', 'build', 'highs.wasm');
    expect(listed()).toContain('/out/main/disclosure-control-worker.js');
    const probe = join(contents, 'probe-worker.mjs');
    writeFileSync(probe, startWorker({ records: [], head: null }, PUBLICATION));
    expect(run(probe)).toMatch(/^protected [1-9]\d+$/mu);
    renameSync(solver, `${solver}.away`);
    expect(run(probe)).not.toContain('protected');
    renameSync(`${solver}.away`, solver);
  });

  test('keeps all other code in the archive, whose contents are vouched for', () => {
    const outside = readdirSync(join(unpacked, 'resources', 'app.asar.unpacked'), {
      recursive: true,
      withFileTypes: true,
    }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
    expect(outside.toSorted()).toEqual(['argon2.linux-x64-gnu.node', 'linux-x64.node']);
    const inside = listed();
    for (const path of ['/out/main/ward-check-worker.js', '/node_modules/highs/build/highs.wasm']) {
      expect(inside).toContain(path);
    }
    expect(inside).toContain('/node_modules/better-sqlite3/lib/index.js');
  });

  test('forbids its Electron to be Node, to be debugged, and to load changed code', () => {
    expect(readFuses(join(scratch, 'electron', 'electron'))).toMatchObject({
      runAsNode: true,
      asarIntegrity: false,
      browserV8Snapshot: true,
      fileProtocolPrivileges: true,
    });
    expect(readFuses(join(unpacked, 'mimamori-register'))).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeCliInspect: false,
      asarIntegrity: true,
      onlyLoadAppFromAsar: true,
      browserV8Snapshot: false,
      fileProtocolPrivileges: false,
    });
  });
});
