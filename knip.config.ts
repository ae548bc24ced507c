// What is used by name and not by import: entries of the builds, of the tools and of the tests. All else that nobody uses is reported.
import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    // The development page that shows the kit: src/renderer/gallery.html.
    'src/renderer/src/gallery/main.tsx',
    'tools/*.ts',
    'tools/demo/tour.ts',
    'tools/sdc/{bench,property-run}.ts',
    'tools/sdc/attack/attack.ts',
    'tools/system/ensure.ts',
    // Named on the command lines of the gates.
    'tools/gates/{vitest,playwright}-reporter.ts',
    // Loaded by path, through Vite.
    'tools/bench/{import,queries}-bench.ts',
    'tools/demo/seed-ward.ts',
    'tests/torture/all-trials.ts',
    // Started by a test as a process of its own.
    'tests/**/*-child.ts',
    // Started by path: the shell's launcher, its loader hook, and what the hook answers for `electron`.
    'tools/chromium-shell/{electron,register,electron-module}.ts',
    'tests/e2e/**/*.e2e.ts',
    'tests/e2e/support/{sample,careless}-app/{main.ts,preload.cjs}',
    'tests/e2e/support/packaged-start.ts',
  ],
  project: ['src/**/*.{ts,tsx,css}', 'tools/**/*.ts', 'tests/**/*.{ts,tsx,cjs}'],
  playwright: { config: 'tests/e2e/playwright.config.ts' },
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Brings Node.js as a locked package; npm puts its `node` first on the path of every script.
  ignoreDependencies: ['node-runtime'],
  // Tools of the system.
  ignoreBinaries: ['mount', 'umount', 'pdftotext', 'pdftoppm', 'strace', 'soffice'],
  // Stylesheets import fonts and tokens from packages.
  compilers: {
    css: (text: string) =>
      [...text.matchAll(/(?:@import\s+|url\()['"]([^'"]+)['"]/gu)].map(([, path]) => `import '${path}';`).join('\n'),
  },
};

export default config;
