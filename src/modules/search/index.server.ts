export { SearchCatalogue } from './catalogue.server.ts'
export { search } from './module.server.ts'
