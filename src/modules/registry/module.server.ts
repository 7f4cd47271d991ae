import { defineModule } from '#platform/module.ts'
import { institutionList } from './api/institution-list.server.ts'
import { checkInstitutionRows } from './check-institutions.ts'
import { checkRegistryRows } from './check-rows.ts'
import { importRegistry } from './import.service.server.ts'
import { institutionsAddress } from './institution-address.ts'
import { importInstitutions } from './institution-import.service.server.ts'
import { institutionSheets } from './institution-sheets.ts'
import { registrySheets } from './sheets.ts'
import { registryTexts } from './texts/index.ts'

export const registry = defineModule({
  name: 'registry',
  texts: registryTexts,
  loads: [
    { dataset: 'country', sheets: registrySheets, check: checkRegistryRows, write: importRegistry },
    {
      dataset: 'municipality',
      sheets: institutionSheets,
      check: checkInstitutionRows,
      write: importInstitutions,
    },
  ],
  api: [institutionList],
  menu: [{ address: institutionsAddress, label: 'registry.menu', position: 65 }],
})
