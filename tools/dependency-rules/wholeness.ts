// What holds for every file: it is reached, it leads somewhere, and not in a circle.
import type { Rule } from './rule.ts';

export const wholeness: readonly Rule[] = [
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one file, or hide a third.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'A file that imports nothing and that nobody imports is dead, or is missing from its entry.',
    severity: 'error',
    from: {
      orphan: true,
      pathNot: [
        '\\.d\\.ts$',
        '\\.config\\.(ts|mjs)$',
        '^\\.dependency-cruiser\\.mjs$',
        '^tests/.*\\.(test|e2e)\\.tsx?$',
      ],
    },
    to: {},
  },
  {
    name: 'no-unresolved',
    comment: 'An import that leads nowhere is broken, and no other rule can judge it.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];
