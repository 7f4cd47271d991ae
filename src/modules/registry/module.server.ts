import { defineModule } from '#platform/module.ts'
import { institutionList } from './api/institution-list.server.ts'
import { registryCapabilities } from './capabilities.ts'
import { checkInstitutionRows } from './check-institutions.ts'
import { checkRegistryRows } from './check-rows.ts'
import { inventInstitutions } from './demonstrate.server.ts'
import { editedRegistryTables } from './edits/edited-tables.ts'
import { generateInstitutions } from './generate.ts'
import { importRegistry } from './import.service.server.ts'
import { institutionAddress, institutionsAddress, ownInstitutionAddress } from './institution-address.ts'
import { institutionExamples } from './institution-examples.ts'
import { importInstitutions } from './institution-import.service.server.ts'
import { institutionSheets } from './institution-sheets.ts'
import { findInstitutions } from './institution-store.server.ts'
import { registryReach } from './reach.server.ts'
import { searchedRegistry } from './searched.server.ts'
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
    {
      dataset: 'municipality',
      sheets: institutionSheets,
      examples: institutionExamples,
      check: checkInstitutionRows,
      write: importInstitutions,
      capability: 'registry.institution.edit',
    },
  ],
  publicPages: {
    municipality: async (tx, id) => {
      const all = await findInstitutions(tx, id)
      return all.length === 0 ? [] : [ownInstitutionAddress, ...all.map(({ key }) => institutionAddress(key))]
    },
  },
  searched: searchedRegistry,
  api: [institutionList],
  edited: editedRegistryTables,
  menu: [{ address: institutionsAddress, label: 'registry.menu', position: 65 }],
  generates: { sheets: generateInstitutions },
  demonstrates: inventInstitutions,
})
