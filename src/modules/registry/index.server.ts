export { aboutInstitutionOf } from './about-institution.ts'
export { findDisclosureRules } from './disclosure-store.server.ts'
export { findPublicHolidays } from './holiday-store.server.ts'
export { type InstitutionRows, institutionSheets } from './institution-sheets.ts'
export {
  countCitedInstitutions,
  findChangedInstitutions,
  findInstitution,
  findInstitutions,
  findInstitutionTypes,
  findMunicipalitiesWithInstitutions,
  findNetwork,
  findSites,
} from './institution-store.server.ts'
export type { InstitutionTables } from './institution-tables.server.ts'
export { registry } from './module.server.ts'
export { countInstitutions } from './read-institutions.server.ts'
export { type PlaceContext, readPlace } from './read-place.server.ts'
export { registrySheets } from './sheets.ts'
export {
  findMunicipalitiesOn,
  findMunicipality,
  findMunicipalityByCode,
  findMunicipalityNames,
  findMunicipalitySlugs,
  markGenerated,
  type RegistryTables,
} from './store.server.ts'
