// How dependency-cruiser reads the project. The rules, each with its reason, are in tools/dependency-rules; tests/architecture proves that each fires.
import { borders } from './tools/dependency-rules/borders.ts';
import { featureEdges } from './tools/dependency-rules/feature-edges.ts';
import { mainLayers } from './tools/dependency-rules/main-layers.ts';
import { rendererLayers } from './tools/dependency-rules/renderer-layers.ts';
import { wholeness } from './tools/dependency-rules/wholeness.ts';

export default {
  forbidden: [...borders, ...mainLayers, ...featureEdges, ...rendererLayers, ...wholeness],
  options: {
    // TypeScript 7 has no compiler API for other tools. swc parses the sources as they are written, type-only imports included.
    parser: 'swc',
    doNotFollow: { path: '(^|/)node_modules/' },
    // Anchored: most packages lie in a folder named dist, and an excluded module is an import that no rule sees.
    exclude: { path: '^(out|dist|test-results)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'browser', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
};
