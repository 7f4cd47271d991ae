import { defineModule } from '#platform/module.ts'
import { sourcesCapabilities } from './capabilities.ts'
import { checkSourceRows } from './check-rows.ts'
import { sourceExamples } from './examples.ts'
import { generateSources } from './generate.ts'
import { importSources } from './import.service.server.ts'
import { sourcesReach } from './reach.server.ts'
import { searchedSources } from './searched.server.ts'
import { sourceSheets } from './sheets.ts'
import { sourcesTexts } from './texts/index.ts'

export const sources = defineModule({
  name: 'sources',
  texts: sourcesTexts,
  capabilities: sourcesCapabilities,
  reach: sourcesReach,
  edited: {
    'sources.document': {
      key: ['catalogue', 'key'],
      hasId: true,
      stream: 'plan',
      name: 'sources.edit.row',
      labels: {
        title_lv: 'sources.edit.titleLv',
        title_en: 'sources.edit.titleEn',
        publisher: 'sources.edit.publisher',
        prepared_from: 'sources.edit.preparedFrom',
        prepared_to: 'sources.edit.preparedTo',
        states_data_to: 'sources.edit.dataTo',
        url: 'sources.edit.url',
      },
    },
  },
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
  searched: searchedSources,
  generates: { sheets: generateSources },
})
