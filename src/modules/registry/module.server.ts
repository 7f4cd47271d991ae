import { defineModule } from '#platform/module.ts'
import { registryCapabilities } from './capabilities.ts'
import { checkRegistryRows } from './check-rows.ts'
import { importRegistry } from './import.service.server.ts'
import { registryReach } from './reach.server.ts'
import { registrySheets } from './sheets.ts'
import { registryTexts } from './texts/index.ts'

export const registry = defineModule({
  name: 'registry',
  texts: registryTexts,
  capabilities: registryCapabilities,
  reach: registryReach,
  loads: [
    {
      dataset: 'country',
      sheets: registrySheets,
      check: checkRegistryRows,
      write: importRegistry,
      capability: 'registry.edit',
    },
  ],
})
