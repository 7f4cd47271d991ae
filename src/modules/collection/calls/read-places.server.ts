import { findNetwork, findSites } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Places } from './audience.ts'

/** Every institution of a municipality with where it teaches. Three statements, however many there are. */
export const readPlaces = async (tx: DatabaseTransaction, municipalityId: string): Promise<Places> => ({
  network: await findNetwork(tx, municipalityId),
  sites: await findSites(tx, municipalityId),
})
