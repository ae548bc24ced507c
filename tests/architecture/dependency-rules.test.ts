// The dependency rules: each fires on a tree that breaks it, and the real tree breaks none.
import { describe, expect, test } from 'vitest';
import { FEATURE_EDGES } from '#tools/dependency-rules/feature-edges.ts';
import { cruiseProject, readOptions, violationsOf } from './support/cruise.ts';
import { importsOf } from './support/imports.ts';

const EMPTY = 'export const nothing = null;\n';
const imports = (from: string) => `import { nothing } from '${from}';\nexport const copy = nothing;\n`;
const importsType = (from: string) => `import type { Nothing } from '${from}';\nexport type Copy = Nothing;\n`;

interface Breach {
  readonly rule: string;
  /** Files of the tree; the first is the one that breaks the rule. */
  readonly files: Readonly<Record<string, string>>;
}

const breach = (rule: string, from: string, specifier: string, target?: string): Breach => ({
  rule,
  files: { [from]: imports(specifier), ...(target ? { [target]: EMPTY } : {}) },
});

const MAIN = 'src/main';
const PAGE = 'src/renderer/src';

const BREACHES: readonly Breach[] = [
  breach('shared-is-pure', 'src/shared/model/a.ts', 'node:crypto'),
  breach('shared-is-pure', 'src/shared/model/a.ts', 'drizzle-orm'),
  breach('shared-is-pure', 'src/shared/model/a.ts', '#main/platform/b.ts', `${MAIN}/platform/b.ts`),
  breach('preload-is-a-door', 'src/preload/index.ts', 'zod'),
  breach('preload-is-a-door', 'src/preload/index.ts', '#shared/model/b.ts', 'src/shared/model/b.ts'),
  breach('renderer-knows-only-shared', `${PAGE}/lib/a.ts`, '#main/platform/b.ts', `${MAIN}/platform/b.ts`),
  breach('renderer-knows-only-shared', `${PAGE}/lib/a.ts`, '../../../main/platform/b.ts', `${MAIN}/platform/b.ts`),
  breach('renderer-has-no-node', `${PAGE}/lib/a.ts`, 'node:path'),
  breach('electron-only-in-app-and-preload', `${MAIN}/platform/a.ts`, 'electron'),
  breach('electron-only-in-app-and-preload', `${PAGE}/lib/a.ts`, 'electron'),
  breach('file-system-only-in-app-and-platform', `${MAIN}/features/people/a.ts`, 'node:fs'),
  breach('file-system-only-in-app-and-platform', `${MAIN}/register.ts`, 'node:fs/promises'),
  breach('no-network-and-no-programs', `${MAIN}/app/a.ts`, 'node:https'),
  breach('no-network-and-no-programs', `${MAIN}/platform/a.ts`, 'node:child_process'),
  breach('no-network-and-no-programs', `${MAIN}/platform/a.ts`, 'node:dns/promises'),
  breach('src-stands-alone', `${MAIN}/platform/a.ts`, '#tools/b.ts', 'tools/b.ts'),
  breach('main-needs-real-dependencies', `${MAIN}/platform/a.ts`, 'react'),
  breach(
    'features-stand-on-the-platform',
    `${MAIN}/features/people/a.ts`,
    '#main/rpc/router.ts',
    `${MAIN}/rpc/router.ts`,
  ),
  breach(
    'features-stand-on-the-platform',
    `${MAIN}/features/people/a.ts`,
    '#main/app/window.ts',
    `${MAIN}/app/window.ts`,
  ),
  breach(
    'platform-knows-no-feature',
    `${MAIN}/platform/a.ts`,
    '../features/people/b.ts',
    `${MAIN}/features/people/b.ts`,
  ),
  breach('router-knows-no-feature', `${MAIN}/rpc/router.ts`, '../features/people/b.ts', `${MAIN}/features/people/b.ts`),
  breach('app-knows-no-register', `${MAIN}/app/a.ts`, '../features/people/b.ts', `${MAIN}/features/people/b.ts`),
  breach(
    'handlers-only-in-register',
    `${MAIN}/features/visits/a.ts`,
    '../people/people.handlers.ts',
    `${MAIN}/features/people/people.handlers.ts`,
  ),
  breach('composition-root-is-the-top', `${MAIN}/app/a.ts`, '../register.ts', `${MAIN}/register.ts`),
  breach(
    'queries-only-fetch',
    `${MAIN}/features/people/people.queries.ts`,
    './people.service.ts',
    `${MAIN}/features/people/people.service.ts`,
  ),
  breach('drizzle-only-in-queries', `${MAIN}/features/people/people.service.ts`, 'drizzle-orm'),
  breach('drizzle-only-in-queries', `${MAIN}/platform/vault/vault.ts`, 'better-sqlite3'),
  breach(
    'drizzle-only-in-queries',
    `${MAIN}/features/people/people.service.ts`,
    '#main/platform/database/schema/people.ts',
    `${MAIN}/platform/database/schema/people.ts`,
  ),
  breach(
    'papers-count-nothing',
    `${MAIN}/features/publications/a.ts`,
    '../visits/visits.queries.ts',
    `${MAIN}/features/visits/visits.queries.ts`,
  ),
  breach(
    'disclosure-control-stands-alone',
    `${MAIN}/disclosure-control/a.ts`,
    '#shared/model/b.ts',
    'src/shared/model/b.ts',
  ),
  breach('disclosure-control-stands-alone', `${MAIN}/disclosure-control/a.ts`, 'node:fs'),
  breach('threads-only-at-the-door', `${MAIN}/disclosure-control/a.ts`, 'node:worker_threads'),
  breach('threads-only-at-the-door', `${MAIN}/features/ward/a.ts`, 'node:worker_threads'),
  breach('one-solver', `${MAIN}/disclosure-control/a.ts`, 'highs'),
  breach(
    'attack-knows-only-the-files',
    'tools/sdc/attack/a.ts',
    '#main/disclosure-control/b.ts',
    `${MAIN}/disclosure-control/b.ts`,
  ),
  breach('attack-knows-only-the-files', 'tools/sdc/attack/a.ts', '../b.ts', 'tools/sdc/b.ts'),
  breach(
    'import-writes-through-services',
    `${MAIN}/features/transfer/import-apply.ts`,
    '../people/people.queries.ts',
    `${MAIN}/features/people/people.queries.ts`,
  ),
  breach(
    'audit-in-the-write-path',
    `${MAIN}/features/people/a.ts`,
    '#main/platform/audit/audit-trail.queries.ts',
    `${MAIN}/platform/audit/audit-trail.queries.ts`,
  ),
  breach(
    'feature-edges-of-people',
    `${MAIN}/features/people/a.ts`,
    '../visits/visits.queries.ts',
    `${MAIN}/features/visits/visits.queries.ts`,
  ),
  breach(
    'feature-edges-of-codes',
    `${MAIN}/features/codes/a.ts`,
    '#main/features/people/b.ts',
    `${MAIN}/features/people/b.ts`,
  ),
  breach(
    'every-feature-has-its-edges',
    `${MAIN}/features/brand-new/a.ts`,
    '#shared/model/b.ts',
    'src/shared/model/b.ts',
  ),
  breach('ui-knows-nothing-above', `${PAGE}/ui/a.tsx`, '#renderer/lib/b.ts', `${PAGE}/lib/b.ts`),
  breach('lib-knows-no-screen', `${PAGE}/lib/a.ts`, '#renderer/features/people/b.tsx', `${PAGE}/features/people/b.tsx`),
  breach(
    'renderer-features-look-down',
    `${PAGE}/features/people/a.tsx`,
    '#renderer/pages/b.tsx',
    `${PAGE}/pages/b.tsx`,
  ),
  breach('renderer-features-look-down', `${PAGE}/features/people/a.tsx`, '../../routes.tsx', `${PAGE}/routes.tsx`),
  breach(
    'renderer-features-are-strangers',
    `${PAGE}/features/people/a.tsx`,
    '../visits/b.tsx',
    `${PAGE}/features/visits/b.tsx`,
  ),
  breach('pages-know-no-app', `${PAGE}/pages/a.tsx`, '../app.tsx', `${PAGE}/app.tsx`),
  breach('paper-stands-beside-pages', `${PAGE}/print/a.tsx`, '#renderer/pages/b.tsx', `${PAGE}/pages/b.tsx`),
  breach('gallery-shows-ui-alone', `${PAGE}/gallery/a.tsx`, '../lib/client.ts', `${PAGE}/lib/client.ts`),
  breach('nothing-ships-the-gallery', `${PAGE}/app.tsx`, './gallery/b.tsx', `${PAGE}/gallery/b.tsx`),
  breach('one-table', `${PAGE}/features/people/a.tsx`, '@tanstack/react-table'),
  breach('one-kit', `${PAGE}/features/people/a.tsx`, 'react-aria-components'),
  breach('no-unresolved', 'tools/a.ts', './missing.ts'),
  { rule: 'no-orphans', files: { 'tools/alone.ts': EMPTY } },
  { rule: 'no-cycles', files: { 'tools/a.ts': imports('./b.ts'), 'tools/b.ts': imports('./a.ts') } },
  // A type-only import is an edge as well: it is how layers grow together unseen.
  {
    rule: 'renderer-knows-only-shared',
    files: { [`${PAGE}/lib/a.ts`]: importsType('#main/platform/b.ts'), [`${MAIN}/platform/b.ts`]: EMPTY },
  },
  {
    rule: 'no-cycles',
    files: { 'tools/a.ts': importsType('./b.ts'), 'tools/b.ts': importsType('./a.ts') },
  },
  // And so is an import at run time or a re-export.
  { rule: 'electron-only-in-app-and-preload', files: { [`${MAIN}/platform/a.ts`]: "await import('electron');\n" } },
  { rule: 'electron-only-in-app-and-preload', files: { [`${MAIN}/platform/a.ts`]: "export * from 'electron';\n" } },
  { rule: 'electron-only-in-app-and-preload', files: { [`${MAIN}/platform/a.ts`]: "import 'electron';\n" } },
];

describe('each dependency rule fires', () => {
  test.each(BREACHES.map(({ rule, files }) => [rule, Object.keys(files)[0] ?? '', files] as const))(
    '%s, broken by %s',
    async (rule, file, files) => {
      expect(await violationsOf(files)).toContain(`${rule}: ${file}`);
    },
  );

  test('and none fires on a tree that keeps them', async () => {
    const kept = {
      'src/shared/model/names.ts': imports('zod'),
      [`${MAIN}/platform/clock.ts`]: imports('#shared/model/names.ts'),
      [`${MAIN}/platform/store.ts`]: imports('node:fs'),
      [`${MAIN}/features/people/people.queries.ts`]: imports('drizzle-orm'),
      [`${MAIN}/features/people/people.service.ts`]: imports('./people.queries.ts'),
      [`${MAIN}/features/visits/visits.service.ts`]: imports('../people/people.service.ts'),
      [`${MAIN}/app/window.ts`]: imports('electron'),
      [`${PAGE}/ui/data-table-body.tsx`]: imports('@tanstack/react-table'),
      [`${PAGE}/features/people/list.tsx`]: imports('#renderer/ui/data-table-body.tsx'),
      [`${PAGE}/pages/person.tsx`]: imports('#renderer/features/people/list.tsx'),
    };
    expect(await violationsOf(kept)).toEqual([]);
  });

  test('and each rule has such a control', async () => {
    const { ruleSet } = await readOptions();
    const rules = (ruleSet?.forbidden ?? []).map(({ name }) => name);
    const controlled = new Set(BREACHES.map(({ rule }) => rule));
    const oneRulePerFeature = /^feature-edges-of-/u;
    expect(rules.length).toBeGreaterThan(30);
    expect(rules.filter((name = '') => !controlled.has(name) && !oneRulePerFeature.test(name))).toEqual([]);
  });
});

describe('the project', () => {
  test('breaks no dependency rule', async () => {
    const { summary } = await cruiseProject();
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });

  test('is seen with every import that its files hold, each resolved', async () => {
    const { modules } = await cruiseProject();
    const sources = modules.filter(({ source }) => /^(src|tools|tests)\/.*\.tsx?$/u.test(source));
    const blind = sources.flatMap(({ source, dependencies }) => {
      const seen = new Set(dependencies.map(({ module, protocol = '' }) => `${protocol}${module}`));
      return importsOf(source).flatMap((specifier) => (seen.has(specifier) ? [] : [`${source}: ${specifier}`]));
    });
    expect(sources.length).toBeGreaterThan(300);
    expect(blind).toEqual([]);
  });

  test('has its subpath imports resolved to its own files', async () => {
    const { modules } = await cruiseProject();
    const subpaths = modules.flatMap(({ dependencies }) => dependencies.filter(({ module }) => module.startsWith('#')));
    const homes = {
      shared: 'src/shared/',
      main: 'src/main/',
      renderer: 'src/renderer/src/',
      tests: 'tests/',
      tools: 'tools/',
    };
    const astray = subpaths.filter(({ module, resolved }) => {
      const [, name = '', rest = ''] = /^#([a-z]+)\/(.*)$/u.exec(module) ?? [];
      return resolved !== `${homes[name as keyof typeof homes]}${rest}`;
    });
    expect(subpaths.length).toBeGreaterThan(400);
    expect(astray.map(({ module, resolved }) => `${module} -> ${resolved}`)).toEqual([]);
  });

  test('has no edge on its list that no feature uses', async () => {
    const { modules } = await cruiseProject();
    const inFeature = /^src\/main\/features\/([^/]+)\//u;
    const used = new Set(
      modules.flatMap(({ source, dependencies }) =>
        dependencies.map(({ resolved }) => `${inFeature.exec(source)?.[1]} -> ${inFeature.exec(resolved)?.[1]}`),
      ),
    );
    const listed = Object.entries(FEATURE_EDGES).flatMap(([from, all]) => all.map((to) => `${from} -> ${to}`));
    expect(listed.filter((edge) => !used.has(edge))).toEqual([]);
  });
});
