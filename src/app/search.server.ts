import { SearchCatalogue } from '#modules/search.server'
import type { Database } from '#platform/database/types.server.ts'
import { modules } from './modules.server.ts'
import { textIn } from './texts.server.ts'

const searched = modules.flatMap(({ searched: own = [] }) => (typeof own === 'function' ? own(modules) : own))
const catalogues = new WeakMap<Database, SearchCatalogue>()

/** Kinds of things that the modules let readers look for, in their order. */
export const searchKinds = searched.flatMap(({ kinds }) => kinds)

/** What can be looked for in a database, as its data are now. */
export function searchIndexOf(db: Database) {
  const catalogue = catalogues.get(db) ?? new SearchCatalogue(searched, textIn)
  catalogues.set(db, catalogue)
  return catalogue.current(db)
}
