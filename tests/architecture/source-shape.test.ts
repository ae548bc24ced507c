// The house rules that no linter has a word for: sizes, names, opening sentences, clocks, raw HTML. Each detector is shown to fire.
import { describe, expect, test } from 'vitest';
import { linesOf, type ProjectFile, readCode, readFiles } from './support/project-files.ts';

interface HouseRule {
  readonly says: string;
  readonly files: () => readonly ProjectFile[];
  readonly breaks: (file: ProjectFile) => boolean;
  /** A file that breaks the rule. */
  readonly control: ProjectFile;
}

const file = (path: string, text: string): ProjectFile => ({ path, text });
const lines = (count: number): string => 'a;\n'.repeat(count);
const under = (...folders: readonly string[]) =>
  readCode().filter(({ path }) => folders.some((at) => path.startsWith(at)));
const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gmu, '');
const holds =
  (pattern: RegExp) =>
  ({ text }: ProjectFile): boolean =>
    pattern.test(withoutComments(text));

/** Answers the page's requests, from the disk or in development from the local server. */
const SERVES_THE_PAGE = 'src/main/app/app-protocol.ts';
const TRIVIAL_LINES = 15;
const SAYS_NOTHING =
  /(^|\/)(utils?|helpers?|commons?|managers?|misc|types)(\.[a-z]+)*\.[a-z]+$|\/(utils?|helpers?|common|misc)\//u;
const opens = ({ text }: ProjectFile) => /^(#!.*\n)?(\/\/|\/\*)/u.test(text);
/** The sentences of a test are in its names; a stylesheet belongs to its component. */
const needsSentence = ({ path }: ProjectFile) =>
  !/(\.config\.ts|\.(test|e2e)\.tsx?|\.css)$|^tests\/fixtures\//u.test(path);

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

/** npm leaves out what a registry did not answer for, silently; the next `npm ci` then refuses. */
function lacksPackages(text: string): boolean {
  const { packages } = JSON.parse(text) as LockFile;
  const locked = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
  const asked = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
  return asked.some((name) => !locked.has(name));
}

const RULES: readonly HouseRule[] = [
  {
    says: 'a file has at most 300 lines',
    files: readCode,
    breaks: (read) => linesOf(read) > 300,
    control: file('src/main/a.ts', lines(301)),
  },
  {
    says: 'the preload has at most 40 lines',
    files: () => under('src/preload/'),
    breaks: (read) => linesOf(read) > 40,
    control: file('src/preload/index.ts', lines(41)),
  },
  {
    says: 'no file or folder has a name that says nothing',
    files: () => readFiles('.', /./u),
    breaks: ({ path }) => SAYS_NOTHING.test(path),
    control: file('src/main/platform/string-utils/utils.ts', ''),
  },
  {
    says: 'a file of more than a few lines opens with a sentence: what it is for',
    files: () => readCode().filter(needsSentence),
    breaks: (read) => linesOf(read) > TRIVIAL_LINES && !opens(read),
    control: file('src/main/a.ts', lines(40)),
  },
  {
    says: 'shared code and features are handed the time, ids and chance; they take none themselves',
    files: () => under('src/shared/', 'src/main/features/', 'src/main/rpc/'),
    breaks: holds(/new Date\(\)|Date\.now\(|Math\.random\(|randomUUID|randomBytes|performance\.now\(/u),
    control: file('src/shared/a.ts', 'const now = new Date();'),
  },
  {
    says: 'the page reads its clock in one file',
    files: () => under('src/renderer/').filter(({ path }) => path !== 'src/renderer/src/lib/today.ts'),
    breaks: holds(/new Date\(\)|Date\.now\(/u),
    control: file('src/renderer/src/a.tsx', 'const now = Date.now();'),
  },
  {
    says: 'text becomes HTML nowhere',
    files: () => under('src/'),
    breaks: holds(
      /dangerouslySetInnerHTML|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|srcDoc/u,
    ),
    control: file('src/renderer/src/a.tsx', 'element.innerHTML = note;'),
  },
  {
    says: 'types are imported at the top of a file, where the dependency rules see them',
    files: () => under('src/'),
    breaks: holds(/\bimport\(/u),
    control: file('src/main/a.ts', "type App = import('electron').App;"),
  },
  {
    says: 'the page keeps nothing outside the register',
    files: () => under('src/renderer/'),
    breaks: holds(/\b(localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open)\b/u),
    control: file('src/renderer/src/a.tsx', "localStorage.setItem('draft', note);"),
  },
  {
    says: 'the app makes no request of its own',
    files: () => under('src/').filter(({ path }) => path !== SERVES_THE_PAGE),
    breaks: holds(/\bfetch\(|XMLHttpRequest|\bWebSocket\(|sendBeacon|EventSource\(/u),
    control: file('src/renderer/src/a.tsx', 'await fetch(address);'),
  },
  {
    says: 'every table is STRICT, so that a text never lands in a number',
    files: () => readFiles('src/main/platform/database/migrations', /\.sql$/u),
    breaks: ({ text }) =>
      [...text.matchAll(/CREATE TABLE[^;]*;/giu)].some(([table]) => !/\)\s*STRICT\s*;$/iu.test(table)),
    control: file('0001_a.sql', 'CREATE TABLE `a` (`id` text) STRICT;\nCREATE TABLE `b` (`id` text);'),
  },
  {
    says: 'no file names a place on somebody’s machine',
    files: () => readFiles('.', /\.(tsx?|mjs|cjs|json|md|ya?ml|sql|css|html)$|\.ci\/run$/u),
    breaks: ({ text }) => /(^|[\s'"`(=])\/(home|root|work|Users)\/[\w.-]/mu.test(text),
    control: file('docs/a.md', `see ${['', 'home', 'somebody', 'notes'].join('/')}`),
  },
  {
    says: 'the lock file has every package that any system would ask for, so that npm ci works on each',
    files: () => readFiles('.', /^package-lock\.json$/u),
    breaks: ({ text }) => lacksPackages(text),
    control: file(
      'package-lock.json',
      '{"packages": {"node_modules/a": {"optionalDependencies": {"a-win32": "1.0.0"}}}}',
    ),
  },
  {
    says: 'the lock file names no registry',
    files: () => readFiles('.', /^package-lock\.json$/u),
    breaks: ({ text }) => /"resolved": "https?:/u.test(text),
    control: file('package-lock.json', '{"resolved": "https://registry.example/a.tgz"}'),
  },
];

describe.each(RULES)('$says', ({ files, breaks, control }) => {
  test('in the whole project', () => {
    const read = files();
    expect(read.length).toBeGreaterThan(0);
    expect(read.filter(breaks).map(({ path }) => path)).toEqual([]);
  });

  test('and the check sees it when it is not so', () => {
    expect(breaks(control)).toBe(true);
  });
});

test('the names that are allowed are not taken for empty ones', () => {
  const good = ['src/shared/model/person-name.ts', 'src/renderer/src/ui/class-names.ts', 'docs/types-of-visits.md'];
  expect(good.filter((path) => SAYS_NOTHING.test(path))).toEqual([]);
});
