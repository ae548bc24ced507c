// The layers of the main process: features -> platform -> shared, beside them the Electron side and the router.
import { packages, type Rule } from './rule.ts';

export const mainLayers: readonly Rule[] = [
  {
    name: 'features-stand-on-the-platform',
    comment:
      'In main: features -> platform -> shared. A feature that knows the window or the router cannot be tested without them.',
    severity: 'error',
    from: { path: '^src/main/features/' },
    to: { path: '^src/', pathNot: '^src/(shared|main/(features|platform|disclosure-control))/' },
  },
  {
    name: 'disclosure-control-stands-alone',
    comment:
      'What decides whether somebody can be recognised is judged by its inputs alone: the library imports itself, the solver and hashes.',
    severity: 'error',
    from: { path: '^src/main/disclosure-control/' },
    to: { pathNot: ['^src/main/disclosure-control/', packages('highs'), '^(node:)?(crypto|worker_threads)$'] },
  },
  {
    name: 'threads-only-at-the-door',
    comment:
      'Everything else runs in whatever thread it is called in, so that it can be tested without one: protection and the ward’s check.',
    severity: 'error',
    from: {
      path: '^src/',
      pathNot: '^src/main/(disclosure-control/protect|features/ward/outsider)-(in-)?worker\\.ts$',
    },
    to: { path: '^(node:)?worker_threads$' },
  },
  {
    name: 'one-solver',
    comment: 'HiGHS is spoken to in one file. Its models must be disposed, its clocks reset: see the file.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/main/disclosure-control/solver\\.ts$' },
    to: { path: packages('highs') },
  },
  {
    name: 'attack-knows-only-the-files',
    comment:
      'The program that attacks exports is a stranger: nothing but the solver package is common to it and to what it attacks.',
    severity: 'error',
    from: { path: '^tools/sdc/attack/' },
    to: { path: '^(src|tests|tools)/', pathNot: '^tools/sdc/attack/' },
  },
  {
    name: 'platform-knows-no-feature',
    comment: 'The platform is what every feature stands on; it imports itself and shared.',
    severity: 'error',
    from: { path: '^src/main/platform/' },
    to: { path: '^src/', pathNot: '^src/(shared|main/platform)/' },
  },
  {
    name: 'router-knows-no-feature',
    comment:
      'The router is handed its handlers, so that the whole path of a request is testable without Electron or any feature.',
    severity: 'error',
    from: { path: '^src/main/rpc/' },
    to: { path: '^src/', pathNot: '^src/(shared|main/(rpc|platform))/' },
  },
  {
    name: 'app-knows-no-register',
    comment:
      'The Electron side knows windows and dialogs, not people: it fills the ports of the platform and speaks the contract.',
    severity: 'error',
    from: { path: '^src/main/app/' },
    to: { path: '^src/', pathNot: '^src/(shared|main/(app|rpc|platform))/' },
  },
  {
    name: 'handlers-only-in-register',
    comment:
      'Handlers are put together in one place, src/main/register-handlers.ts. A feature that calls another one imports its rules, not its door.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/main/register-handlers\\.ts$' },
    to: { path: '\\.handlers\\.ts$' },
  },
  {
    name: 'composition-root-is-the-top',
    comment: 'Nothing in src imports the composition root, except that the entry puts the register into the app.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/main/(index|register)\\.ts$' },
    to: { path: '^src/main/(register|register-handlers|index)\\.ts$' },
  },
  {
    name: 'queries-only-fetch',
    comment:
      'Queries fetch and store, services decide. A query that calls a service hides a rule where nobody looks for one.',
    severity: 'error',
    from: { path: '\\.queries\\.ts$' },
    to: { path: '\\.(service|handlers)\\.ts$' },
  },
  {
    name: 'drizzle-only-in-queries',
    comment:
      'SQL and the ORM live in *.queries.ts and the database folder, so that every read of personal data can be found by file name.',
    severity: 'error',
    from: { path: '^src/', pathNot: '(\\.queries\\.ts$|^src/main/platform/database/)' },
    to: { path: [packages('drizzle-orm', 'better-sqlite3'), '^src/main/platform/database/schema/'] },
  },
  {
    name: 'papers-count-nothing',
    comment:
      'What is published, and what papers of others take from it, comes from snapshots and the ledger. A live count on paper would tell the difference to what was published.',
    severity: 'error',
    from: { path: '^src/main/features/(publications/|meetings/period-figures\\.ts$)' },
    to: { path: '^src/main/features/(statistics/statistics|visits/[^/]+|consultations/[^/]+)\\.queries\\.ts$' },
  },
  {
    name: 'import-writes-through-services',
    comment:
      'A ledger enters through the rules that a coordinator’s own typing goes through. Past them it could write what no form accepts.',
    severity: 'error',
    from: { path: '^src/main/features/transfer/import-apply\\.ts$' },
    to: { path: '^src/main/features/(people|supporters|visits|consultations|meetings)/[^/]+\\.queries\\.ts$' },
  },
  {
    name: 'audit-in-the-write-path',
    comment:
      'The audit row is written by the router in the transaction of each write or look (and by the founding of a register), never by a feature that might forget it.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/main/(rpc/(router|owed-rows)|register|register-handlers)\\.ts$' },
    to: { path: '^src/main/platform/audit/audit-trail\\.queries\\.ts$' },
  },
];
