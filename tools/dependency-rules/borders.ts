// The borders between the processes, and between the app and the world outside.
import { packages, type Rule } from './rule.ts';

const FILE_SYSTEM = '^(node:)?fs(/promises)?$';

export const borders: readonly Rule[] = [
  {
    name: 'shared-is-pure',
    comment:
      'Shared code runs on both sides of the border: it imports itself and zod, nothing of Node, the page or Electron.',
    severity: 'error',
    from: { path: '^src/shared/' },
    to: { pathNot: ['^src/shared/', packages('zod')] },
  },
  {
    name: 'preload-is-a-door',
    comment:
      'The preload runs with more rights than the page. It knows Electron and the names of the contract, nothing else.',
    severity: 'error',
    from: { path: '^src/preload/' },
    to: { pathNot: ['^src/shared/contract/', packages('electron')] },
  },
  {
    name: 'renderer-knows-only-shared',
    comment: 'The page reaches main through the contract alone. An import would bring code of main into the page.',
    severity: 'error',
    from: { path: '^src/renderer/' },
    to: { path: '^(src|tools|tests)/', pathNot: '^src/(renderer|shared)/' },
  },
  {
    name: 'renderer-has-no-node',
    comment: 'The page is sandboxed: Node is not there at run time.',
    severity: 'error',
    from: { path: '^src/renderer/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'electron-only-in-app-and-preload',
    comment: 'What does not import Electron runs and is tested on plain Node: all features, the router, the platform.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(main/app|preload)/' },
    to: { path: packages('electron') },
  },
  {
    name: 'file-system-only-in-app-and-platform',
    comment:
      'Files hold personal data. They are touched in two folders, through atomic writes and paths that the user chose.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/main/(app|platform)/' },
    to: { path: FILE_SYSTEM },
  },
  {
    name: 'no-network-and-no-programs',
    comment: 'The app is offline and starts no other program. Without these modules main has no way to do either.',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^(node:)?(net|tls|dgram|dns|http|https|http2|inspector|child_process|cluster)(/|$)' },
  },
  {
    name: 'src-stands-alone',
    comment: 'What is shipped imports nothing of the tests and tools.',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^(tests|tools)/' },
  },
  {
    name: 'main-needs-real-dependencies',
    comment:
      'Packages of main that are not bundled are installed with the app, so they are dependencies; a development dependency would be missing there.',
    severity: 'error',
    from: { path: '^src/(main|shared)/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: packages('electron') },
  },
];
