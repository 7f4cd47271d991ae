import type { NationalTable, ReachOf, TenantTable } from '#platform/rights/declaration.ts'
import type { InstitutionTables } from './institution-tables.server.ts'
import type { RegistryTables } from './store.server.ts'

const register: NationalTable = { national: true, write: 'registry.edit', audit: 'audit' }

/** A municipality's institutions: everybody's where they are published, else of those who work with them. */
const institutions: TenantTable = {
  from: 'country',
  reach: 'municipality',
  read: 'registry.institution.read',
  write: 'registry.institution.edit',
  published: 'flag',
  writing: 'change',
  audit: 'audit',
}

export const registryReach: ReachOf<RegistryTables & InstitutionTables> = {
  'registry.planning_region': register,
  'registry.municipality': register,
  'registry.municipality_version': register,
  'registry.school_year': register,
  'registry.institution_type': register,
  'registry.disclosure_rule': register,
  'registry.public_holiday': register,
  'registry.institution': institutions,
  'registry.institution_version': institutions,
  'registry.site': institutions,
  'registry.programme': institutions,
  'registry.institution_successor': institutions,
}
