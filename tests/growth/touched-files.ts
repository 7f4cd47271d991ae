/** Text that a new module brings into a file outside its folder, after what stands there already. */
export type Touch = { file: string; after: string; text: string }

/**
 * Where a module is declared outside its own folder. Whoever changes how modules are declared changes this list;
 * NAME is the planted module's. The last place is for people: what the files of its rows say.
 */
export const TOUCHED: readonly Touch[] = [
  { file: '.dependency-cruiser.cjs', after: `const mayUse = {\n`, text: `  NAME: ground,\n` },
  {
    file: 'src/app/modules.server.ts',
    after: `import { surveys } from '#modules/surveys.server'\n`,
    text: `import { NAME } from '#modules/NAME.server'\n`,
  },
  { file: 'src/app/modules.server.ts', after: `  surveys,\n`, text: `  NAME,\n` },
  {
    file: 'src/routes.ts',
    after: `import { surveyRoutes } from './modules/surveys/routes.ts'\n`,
    text: `import { NAMERoutes } from './modules/NAME/routes.ts'\n`,
  },
  { file: 'src/routes.ts', after: `    ...surveyRoutes,\n`, text: `    ...NAMERoutes,\n` },
  {
    file: 'data/README.md',
    after: `one municipality's strategy\n| file | key | columns |\n|---|---|---|\n`,
    text: `| \`NAME-measures.csv\` | code | code, title_lv, title_en |
| \`NAME-readings.csv\` | measure, period | measure, period (school year), value |
`,
  },
]
