/** What every other module may stand on. */
const ground = ['sources', 'registry', 'findings']

/** Who may use whom. A module knows only the modules named in its line. */
const mayUse = {
  sources: [],
  registry: ['sources'],
  search: ['registry'],
  findings: ['registry'],
  people: ['registry'],
  work: ['registry', 'people'],
  access: ['registry', 'people', 'work'],
  indicators: ground,
  collection: [...ground, 'people', 'work', 'indicators'],
  surveys: [...ground, 'indicators'],
  strategy: [...ground, 'people', 'work', 'indicators', 'surveys'],
  publishing: [...ground, 'people', 'work', 'indicators', 'surveys', 'strategy', 'collection'],
  portal: [...ground, 'work', 'indicators', 'strategy', 'surveys', 'publishing'],
}

const one = (name, from, to) => ({ name, severity: 'error', from, to })
const doors = '/(index(\\.server)?|context\\.server)\\.ts$'

module.exports = {
  forbidden: [
    ...Object.entries(mayUse).map(([name, others]) =>
      one(
        `${name}-knows-too-much`,
        { path: `^src/modules/${name}/` },
        { path: '^src/modules/', pathNot: `^src/modules/(${[name, ...others].join('|')})/` },
      ),
    ),
    one('unknown-module', { path: '^src/', pathNot: `^src/(app|platform|modules/(${Object.keys(mayUse).join('|')}))/|^src/(root|routes|entry\\.server)\\.tsx?$` }, {}),
    one('around-the-front-door', { path: '^src/modules/([^/]+)/' }, { path: '^src/modules/', pathNot: ['^src/modules/$1/', doors] }),
    one('platform-knows-a-module', { path: '^src/platform/' }, { path: '^src/(modules|app)/' }),
    one('module-knows-the-app', { path: '^src/modules/' }, { path: '^src/app/' }),
    one(
      'impure-computation',
      { path: '^packages/[^/]+/src/', pathNot: '\\.test\\.ts$|/testing/|/conformance' },
      { pathNot: '^packages/|node_modules/highs/' },
    ),
    one('sql-outside-a-store', { path: '^src/modules/', pathNot: '(store\\.server|/migrations/|\\.test\\.ts$)' }, { path: 'node_modules/kysely' }),
    one(
      'work-knows-the-web',
      { path: '(service|store)\\.server\\.ts$|^src/platform/(?!(http|ui|i18n|context|editing/(page|edit-form|preview-part))[./])|^src/app/(commands/|cli\\.ts$)', pathNot: '\\.test\\.tsx?$' },
      { path: 'node_modules/(@react-router|react-router)/', reachable: true },
    ),
    one('around-the-database-doors', { path: '^src/', pathNot: '^src/platform/database/' }, { path: 'node_modules/(pg|@electric-sql/pglite)/' }),
    one('figures-about-few-people', { path: '^src/', pathNot: '^src/modules/surveys/(store\\.server|evidence\\.server|family\\.server|published-survey\\.server|unprotected\\.service\\.server)\\.ts$|\\.test\\.ts$' }, { path: '^src/modules/surveys/unprotected-store\\.server\\.ts$' }),
    one('circle', {}, { circular: true }),
  ],
  options: {
    doNotFollow: 'node_modules',
    exclude: '\\+types',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
}
