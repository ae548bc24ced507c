// The layers of the page: ui <- features <- pages <- app.
import { packages, type Rule } from './rule.ts';

const renderer = '^src/renderer/src';

export const rendererLayers: readonly Rule[] = [
  {
    name: 'ui-knows-nothing-above',
    comment: 'The design system knows no register: ui imports itself and the pure helpers of shared.',
    severity: 'error',
    from: { path: `${renderer}/ui/` },
    to: { path: '^src/', pathNot: ['^src/shared/', `${renderer}/(ui|styles)/`] },
  },
  {
    name: 'lib-knows-no-screen',
    comment: 'The client and its hooks stand below every screen.',
    severity: 'error',
    from: { path: `${renderer}/lib/` },
    to: { path: '^src/', pathNot: ['^src/shared/', `${renderer}/(lib|ui)/`] },
  },
  {
    name: 'renderer-features-look-down',
    comment: 'In the renderer: ui <- features <- pages <- app. What shows two features is a page.',
    severity: 'error',
    from: { path: `${renderer}/features/` },
    to: { path: '^src/', pathNot: ['^src/shared/', `${renderer}/(ui|lib|features)/`] },
  },
  {
    name: 'renderer-features-are-strangers',
    comment: 'A screen of one feature never imports another feature; pages/ puts them together.',
    severity: 'error',
    from: { path: `${renderer}/features/([^/]+)/` },
    to: { path: `${renderer}/features/`, pathNot: `${renderer}/features/$1/` },
  },
  {
    name: 'pages-know-no-app',
    comment: 'Pages compose features; the app and its routes choose the page.',
    severity: 'error',
    from: { path: `${renderer}/pages/` },
    to: { path: '^src/', pathNot: ['^src/shared/', `${renderer}/(ui|lib|features|pages)/`] },
  },
  {
    name: 'paper-stands-beside-pages',
    comment:
      'A paper is composed like a page: of features, ui and lib. It shares the sheets that a screen previews, and nothing of the frame around them.',
    severity: 'error',
    from: { path: `${renderer}/print/` },
    to: { path: '^src/', pathNot: ['^src/shared/', `${renderer}/(ui|lib|features|print)/`] },
  },
  {
    name: 'gallery-shows-ui-alone',
    comment:
      'The development page shows the kit. If it needed more than ui, the kit would not stand alone. Nothing imports it.',
    severity: 'error',
    from: { path: `${renderer}/gallery/` },
    to: { path: '^src/', pathNot: ['^src/shared/', `${renderer}/(ui|styles|gallery)/`] },
  },
  {
    name: 'nothing-ships-the-gallery',
    comment: 'The gallery is a development page and stays out of the app.',
    severity: 'error',
    from: { path: '^src/', pathNot: `${renderer}/gallery/` },
    to: { path: `${renderer}/gallery/` },
  },
  {
    name: 'one-table',
    comment:
      'Only the table of the kit knows the table library, so that every list behaves alike and an upgrade is one change.',
    severity: 'error',
    from: { path: '^src/', pathNot: `${renderer}/ui/data-table[^/]*\\.tsx?$` },
    to: { path: packages('@tanstack/react-table') },
  },
  {
    name: 'one-kit',
    comment:
      'Screens are made of ui/; only the kit knows the component library. (The frame hands it the router: one exception.)',
    severity: 'error',
    from: { path: '^src/', pathNot: [`${renderer}/ui/`, `${renderer}/pages/register-frame\\.tsx$`] },
    to: { path: packages('react-aria-components') },
  },
];
