import { defineModule } from '#platform/module.ts'
import { checkSourceRows } from './check-rows.ts'
import { importSources } from './import.service.server.ts'
import { sourceSheets } from './sheets.ts'
import { sourcesTexts } from './texts/index.ts'

export const sources = defineModule({
  name: 'sources',
  texts: sourcesTexts,
  loads: [{ dataset: 'municipality', sheets: sourceSheets, check: checkSourceRows, write: importSources }],
})
