import { findLastSignIns } from '#platform/accounts/security-log.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { holdingsReader } from './holdings.server.ts'

/**
 * The day on which each account of a municipality last signed in, `YYYY-MM-DD`, read in the program's own name: who
 * reviews rights sees whether they are used, and nothing else of sign-ins. Of whom nothing is known there is none.
 */
export const readLastSignIns = (db: Database, placeId: string): Promise<ReadonlyMap<string, string>> =>
  readAs(db, holdingsReader(placeId), (tx) => findLastSignIns(tx, placeId))
