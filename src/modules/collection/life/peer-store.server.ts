import type { Db } from '#platform/database/types.server.ts'
import type { PeerSummary } from '../checks/index.ts'
import type { CollectionTables } from '../tables.server.ts'

/** How a field's answers are spread, and over which institutions: those of one type, or all (`''`). */
export type Peers = PeerSummary & { institutionType: string }

/**
 * How the institutions of a municipality answered a call together, by field: those of a type where there are enough
 * of them, else all. One statement.
 */
export async function findPeers(
  db: Db<CollectionTables>,
  municipalityId: string,
  { callId, institutionType }: { callId: string; institutionType: string | null },
): Promise<ReadonlyMap<string, Peers>> {
  const rows = await db
    .selectFrom('collection.peer_summary')
    .select(['field', 'institution_type', 'peers', 'lower_quartile', 'median', 'upper_quartile', 'deviation'])
    .where('municipality_id', '=', municipalityId)
    .where('call_id', '=', callId)
    .where('institution_type', 'in', ['', institutionType ?? ''])
    // All institutions come first, so that those of the type take their place.
    .orderBy('institution_type')
    .execute()
  return new Map(
    rows.map((row) => [
      row.field,
      {
        institutionType: row.institution_type,
        peers: row.peers,
        lowerQuartile: row.lower_quartile,
        median: row.median,
        upperQuartile: row.upper_quartile,
        deviation: row.deviation,
      },
    ]),
  )
}
