import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { Municipality } from './model.ts'
import { countInstitutions } from './read-institutions.server.ts'
import { findMunicipalitiesOn, findMunicipalityByCode, findPredecessors } from './store.server.ts'

/** What the register knows around a municipality. */
export type PlaceContext = {
  institutions: number
  /** Whose tiles touch its own on our map. */
  neighbours: Municipality[]
  /** Municipalities of the past whose place it took. */
  before: Municipality[]
  /** Which took its own place. */
  after: Municipality | undefined
}

/** Institutions, neighbours, and who came before and after. A constant number of statements. */
export async function readPlace(
  tx: DatabaseTransaction,
  { id, code, tile, successor }: Municipality,
): Promise<PlaceContext> {
  const all = tile ? await findMunicipalitiesOn(tx, municipalDay()) : []
  return {
    institutions: await countInstitutions(tx, id),
    neighbours: all.filter((one) => one.id !== id && touches(one.tile, tile)),
    before: await findPredecessors(tx, code),
    after: successor === null ? undefined : await findMunicipalityByCode(tx, successor),
  }
}

const touches = (one: Municipality['tile'], other: Municipality['tile']) =>
  one !== null &&
  other !== null &&
  Math.abs(one.column - other.column) <= 1 &&
  Math.abs(one.row - other.row) <= 1
