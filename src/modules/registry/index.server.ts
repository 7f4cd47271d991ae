export { checkRegistryRows } from './check-rows.ts'
export { importRegistry } from './service.server.ts'
export { registrySheets } from './sheets.ts'
export {
  findMunicipalitiesOn,
  findMunicipality,
  findMunicipalityByCode,
  findMunicipalitySlugs,
} from './store.server.ts'
