// Who imports whom among main's features. The one place where such an edge is allowed.
import type { Rule } from './rule.ts';

/**
 * The edges between main's features: who may import whom. Anything else is an error, so a new edge is a decision written here.
 * Nobody imports another feature's handlers.
 */
export const FEATURE_EDGES: Readonly<Record<string, readonly string[]>> = {
  audit: ['handouts'],
  backups: [],
  board: ['codes', 'people'],
  closings: ['drafts', 'people', 'statistics'],
  codes: [],
  consultations: ['codes', 'people'],
  disclosure: ['codes', 'handouts', 'settings', 'supporters'],
  drafts: [],
  files: [],
  handouts: [],
  loss: ['settings'],
  meetings: ['codes', 'handouts', 'publications', 'settings', 'statistics'],
  people: ['codes', 'supporters'],
  publications: ['closings', 'handouts', 'settings', 'statistics'],
  recovery: [],
  retention: ['consultations', 'drafts', 'meetings', 'people', 'settings', 'visits'],
  settings: ['codes'],
  statistics: ['codes', 'people', 'settings'],
  supporters: ['codes'],
  transfer: ['codes', 'people', 'supporters'],
  vault: [],
  visits: ['codes', 'people', 'supporters'],
  ward: ['handouts'],
};

const knownFeatures = Object.keys(FEATURE_EDGES).join('|');

const edgesOfOne = ([feature, allowed]: readonly [string, readonly string[]]): Rule => ({
  name: `feature-edges-of-${feature}`,
  comment: `Edges between features are a written list: ${feature} imports ${allowed.length === 0 ? 'no other feature' : `only ${allowed.join(', ')}`}. Otherwise each change reaches everything. The list: tools/dependency-rules/feature-edges.ts.`,
  severity: 'error',
  from: { path: `^src/main/features/${feature}/` },
  to: { path: '^src/main/features/', pathNot: `^src/main/features/(${[feature, ...allowed].join('|')})/` },
});

export const featureEdges: readonly Rule[] = [
  ...Object.entries(FEATURE_EDGES).map(edgesOfOne),
  {
    name: 'every-feature-has-its-edges',
    comment: 'A feature that the list FEATURE_EDGES does not know would be bound by no rule.',
    severity: 'error',
    from: { path: '^src/main/features/', pathNot: `^src/main/features/(${knownFeatures})/` },
    to: { path: '.' },
  },
];
