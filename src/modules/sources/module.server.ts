import { defineModule } from '#platform/module.ts'
import { sourcesCapabilities } from './capabilities.ts'
import { checkSourceRows } from './check-rows.ts'
import { sourceExamples } from './examples.ts'
import { generateSources } from './generate.ts'
import { importSources } from './import.service.server.ts'
import { sourcesReach } from './reach.server.ts'
import { sourceSheets } from './sheets.ts'
import { sourcesTexts } from './texts/index.ts'

export const sources = defineModule({
  name: 'sources',
  texts: sourcesTexts,
  capabilities: sourcesCapabilities,
  reach: sourcesReach,
  loads: [
    {
      dataset: 'municipality',
      sheets: sourceSheets,
      examples: sourceExamples,
      check: checkSourceRows,
      write: importSources,
      capability: 'sources.edit',
    },
  ],
  generates: { sheets: generateSources },
})
