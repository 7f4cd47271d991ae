import { defineModule } from '#platform/module.ts'
import { checkRegistryRows } from './check-rows.ts'
import { importRegistry } from './import.service.server.ts'
import { registrySheets } from './sheets.ts'
import { registryTexts } from './texts/index.ts'

export const registry = defineModule({
  name: 'registry',
  texts: registryTexts,
  loads: [{ dataset: 'country', sheets: registrySheets, check: checkRegistryRows, write: importRegistry }],
})
