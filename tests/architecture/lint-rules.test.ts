// The lint rules that the house stands on are switched on, and fire. Runs the project's own biome.json over a file that breaks them.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from './support/cruise.ts';

const BIOME = join(dirname(createRequire(import.meta.url).resolve('@biomejs/biome/package.json')), 'bin', 'biome');

interface Report {
  readonly diagnostics: readonly { readonly category: string; readonly severity: string }[];
}

/** Names of the rules, as errors, that one file breaks. */
function lint(path: string, text: string): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'mimamori-lint-'));
  try {
    for (const name of ['biome.json', '.gitignore']) cpSync(join(PROJECT, name), join(root, name));
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    writeFileSync(join(root, dirname(path), 'b.ts'), 'export const b = 1;\n');
    const { stdout } = spawnSync(process.execPath, [BIOME, 'lint', '--reporter=json', path], {
      cwd: root,
      encoding: 'utf8',
    });
    const { diagnostics } = JSON.parse(stdout) as Report;
    return diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ category }) => category.split('/').at(-1) ?? '');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const statements = (count: number): string => `export function longest() {\n${'  run();\n'.repeat(count)}}\n`;

test.each([
  { rule: 'noDefaultExport', text: 'export default 1;\n' },
  { rule: 'noBarrelFile', text: "export * from './b.ts';\n" },
  { rule: 'noEnum', text: 'export enum Level { low }\n' },
  { rule: 'noParameterProperties', text: 'export class A { constructor(readonly b: number) {} }\n' },
  { rule: 'noExplicitAny', text: 'export const a: any = 1;\n' },
  { rule: 'noConsole', text: "console.log('a name');\n" },
  { rule: 'noGlobalEval', text: "eval('1');\n" },
  { rule: 'useImportExtensions', text: "import { b } from './b';\nexport const a = b;\n" },
  { rule: 'useNodejsImportProtocol', text: "import { join } from 'path';\nexport const a = join;\n" },
  { rule: 'noExcessiveLinesPerFunction', text: statements(60) },
  { rule: 'useFilenamingConvention', path: 'src/shared/PersonName.ts', text: 'export const a = 1;\n' },
  {
    rule: 'noDangerouslySetInnerHtml',
    path: 'src/renderer/src/a.tsx',
    text: 'export const A = () => <p dangerouslySetInnerHTML={{ __html: note }} />;\n',
  },
  {
    rule: 'noFocusedTests',
    path: 'tests/unit/a.test.ts',
    text: "import { test } from 'vitest';\ntest.only('a', () => {});\n",
  },
  {
    rule: 'noSkippedTests',
    path: 'tests/unit/a.test.ts',
    text: "import { test } from 'vitest';\ntest.skip('a', () => {});\n",
  },
])('$rule is an error', ({ rule, path = 'src/shared/a.ts', text }) => {
  expect(lint(path, text)).toContain(rule);
});

test('a file that keeps the rules passes', () => {
  expect(lint('src/shared/a.ts', `/** One. */\nexport const one = 1;\n${statements(40)}`)).toEqual([]);
});
