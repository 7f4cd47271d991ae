export { aboutInstitutionOf } from './about-institution.ts'
export { countCitedInstitutions, findInstitutionTypes } from './institution-store.server.ts'
export { registry } from './module.server.ts'
export { registrySheets } from './sheets.ts'
export {
  findMunicipalitiesOn,
  findMunicipality,
  findMunicipalityByCode,
  findMunicipalityNames,
  findMunicipalitySlugs,
} from './store.server.ts'
