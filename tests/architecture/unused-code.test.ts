// The search for unused code finds some. Runs knip with the project's own configuration over a small tree that holds it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from './support/cruise.ts';

const KNIP = join(PROJECT, 'node_modules', 'knip', 'bin', 'knip.js');

function searchIn(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'mimamori-unused-'));
  try {
    for (const name of ['package.json', 'knip.config.ts', 'tsconfig.json', 'tsconfig.base.json']) {
      cpSync(join(PROJECT, name), join(root, name));
    }
    symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'), 'junction');
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const values = [KNIP, '--include', 'files,exports', '--reporter', 'json', '--no-exit-code', '--no-config-hints'];
    return spawnSync(process.execPath, values, { cwd: root, encoding: 'utf8' }).stdout;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test('a file that nobody imports and an export that nobody uses are found', () => {
  const found = searchIn({
    'tools/start.ts': "import { used } from './demo/parts.ts';\nconsole.log(used);\n",
    'tools/demo/parts.ts': 'export const used = 1;\nexport const neverUsed = 2;\n',
    'tools/demo/forgotten.ts': 'export const forgotten = 1;\n',
  });
  expect(found).toContain('neverUsed');
  expect(found).toContain('tools/demo/forgotten.ts');
  expect(found).not.toContain('"used"');
});
