/** Addresses by which the pages of `routes.ts` are tried. */
export default [
  '/liepaja/ricibas-plans',
  '/liepaja/ricibas-plans?status=partial',
  '/liepaja/ricibas-plans?sort=-status&page=2',
  '/liepaja/ricibas-plans/1.1.3',
  '/liepaja/redakcijas',
  '/liepaja/redakcijas/1',
  '/liepaja/plani/liepaja-2020-2025/redakcijas',
  '/liepaja/plani/liepaja-2020-2025/redakcijas/1',
  '/liepaja/saskanotiba',
  '/liepaja/plani/liepaja-2020-2025/strategija',
  '/liepaja/plani/liepaja-2020-2025/ricibas-plans',
  '/liepaja/plani/liepaja-2020-2025/ricibas-plans/1.1.3',
  '/liepaja/plani/liepaja-2020-2025/programmas',
  '/liepaja/plani/liepaja-2020-2025/datu-kvalitate/apgalvojumi',
  '/liepaja/plani/liepaja-2020-2025/parskati',
]

/** Addresses by which what `module.server.ts` brings to the API is tried. */
export const api = [
  '/strategies',
  '/strategies/liepaja-2020-2025',
  ...[
    'summary',
    'indicators',
    'actions',
    'evidence',
    'parties',
    'milestones',
    'funding',
    'works',
    'risks',
    'risk-links',
    'national-links',
    'figures',
    'observations',
    'targets',
    'findings',
  ].map((name) => `/strategies/liepaja-2020-2025/${name}`),
]
