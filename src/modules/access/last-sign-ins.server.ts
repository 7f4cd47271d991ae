import type { Database } from '#platform/database/types.server.ts'

/**
 * The day on which each account of a municipality last signed in, `YYYY-MM-DD`. Of whom nothing is known there is none:
 * sign-ins are kept nowhere that this module may read.
 */
export async function readLastSignIns(_db: Database, _placeId: string): Promise<ReadonlyMap<string, string>> {
  return new Map()
}
