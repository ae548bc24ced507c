// The documents say what is so: files, commands, terms, edges and dependencies that they name exist, and none is left out.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FEATURE_EDGES } from '#tools/dependency-rules/feature-edges.ts';
import { PROJECT } from './support/cruise.ts';
import { type ProjectFile, readFiles } from './support/project-files.ts';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const read = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const documents = (): readonly ProjectFile[] =>
  ['.', 'docs', 'tools'].flatMap((folder) => readFiles(folder, folder === '.' ? /^[^/]+\.md$/u : /\.md$/u));

/** Targets of links and pictures, from the project's root; addresses of the web are left out. */
function linksOf({ path, text }: ProjectFile): readonly string[] {
  return [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/gu)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/u.test(target))
    .map((target) => join(dirname(path), target));
}

/** Paths of this project in backticks; with `<`, `*` or `...` they are patterns. */
function pathsOf({ text }: ProjectFile): readonly string[] {
  return [...text.matchAll(/`((?:src|tests|tools|docs|\.github)\/[^`\s]*)`/gu)]
    .map(([, path = '']) => path)
    .filter((path) => !/[<*]|\.\.\./u.test(path));
}

const commandsOf = ({ text }: ProjectFile): readonly string[] =>
  [...text.matchAll(/npm run ([\w:]+)/gu)].map(([, name = '']) => name);

const absent = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) => !existsSync(join(PROJECT, path)));

/** Cells of the tables of a document, without headings and rules. */
const rowsOf = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/^\|(?!-)(.*)\|$/gmu)].map(([, row = '']) => row.split('|').map((cell) => cell.trim()));

describe('what the documents name is there', () => {
  test('links and pictures', () => {
    expect(documents().length).toBeGreaterThan(20);
    expect(absent(documents().flatMap(linksOf))).toEqual([]);
  });

  test('paths', () => {
    expect(absent(documents().flatMap(pathsOf))).toEqual([]);
  });

  test('commands', () => {
    expect(
      documents()
        .flatMap(commandsOf)
        .filter((name) => !(name in manifest.scripts)),
    ).toEqual([]);
  });

  test('and the checks see what is not', () => {
    const control = { path: 'docs/a.md', text: '[x](gone.md) `src/gone.ts` npm run gone' };
    expect(absent([...linksOf(control), ...pathsOf(control)])).toEqual(['docs/gone.md', 'src/gone.ts']);
    expect(commandsOf(control)).toEqual(['gone']);
  });
});

test('every decision is on the list of decisions', () => {
  const decisions = readFiles('docs/adr', /\/\d{4}-[^/]+\.md$/u);
  const listed = read('docs/adr/README.md');
  expect(decisions.length).toBeGreaterThan(8);
  expect(decisions.filter(({ path }) => !listed.includes(`(${path.slice('docs/adr/'.length)})`))).toEqual([]);
});

test('the feature edges of the document are those of the rules', () => {
  const [, table = ''] = /<!-- edges -->([\s\S]*)<!-- \/edges -->/u.exec(read('docs/ARCHITECTURE.md')) ?? [];
  const edges = rowsOf(table)
    .slice(1)
    .map(([feature = '', allowed = '']) => [feature, allowed === '–' ? [] : allowed.split(', ')]);
  expect(Object.fromEntries(edges)).toEqual(FEATURE_EDGES);
});

describe('the list of dependencies', () => {
  const listed = () =>
    rowsOf(read('docs/dependencies.md'))
      .map(([name = '', licence = '']) => ({ name, licence }))
      .filter(({ name }) => name !== 'package');

  test('has each one, and no other', () => {
    const used = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(
      listed()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(used.sort());
  });

  test('says its licence', () => {
    const wrong = listed().filter(({ name, licence }) => {
      const described = JSON.parse(read(`node_modules/${name}/package.json`)) as { readonly license?: string };
      return described.license !== licence;
    });
    expect(wrong).toEqual([]);
  });
});

describe('the glossary', () => {
  const sources = () =>
    readFiles('src', /\.(tsx?|sql)$/u)
      .map(({ text }) => text)
      .join('\n');
  const rows = () => rowsOf(read('docs/glossary.md')).filter(([term]) => term !== 'on the screen');
  const codeTerms = (cell: string) => [...cell.matchAll(/`(\w+)`/gu)].map(([, term = '']) => term);

  test('has only code terms that the code uses', () => {
    const text = sources();
    const terms = rows().flatMap(([, cell = '']) => codeTerms(cell));
    expect(terms.length).toBeGreaterThan(50);
    expect(terms.filter((term) => !new RegExp(`\\b${term}\\b`, 'u').test(text))).toEqual([]);
  });

  test('has only Japanese terms that the screen uses', () => {
    const text = sources();
    const terms = rows().flatMap(([cell = '']) => cell.split('、'));
    expect(terms.filter((term) => !text.includes(term))).toEqual([]);
  });
});
