import type { NationalTable, ReachOf } from '#platform/rights/declaration.ts'
import type { RegistryTables } from './store.server.ts'

const register: NationalTable = { national: true, write: 'registry.edit', audit: 'audit' }

export const registryReach: ReachOf<RegistryTables> = {
  'registry.planning_region': register,
  'registry.municipality': register,
  'registry.municipality_version': register,
  'registry.school_year': register,
  'registry.institution_type': register,
}
