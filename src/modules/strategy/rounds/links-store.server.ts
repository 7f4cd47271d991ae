import type { Db } from '#platform/database/types.server.ts'
import type { RoundTables } from './tables.server.ts'

type Own = Db<RoundTables>

/** Every link that was made in a round, the earliest first. */
export const findLinkRows = (db: Own, municipalityId: string, roundId: string) =>
  db
    .selectFrom('strategy.round_link')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('round_id', '=', roundId)
    .orderBy('id')
    .execute()

/** The link whose secret has this digest; undefined where there is none. */
export async function findLinkByDigest(db: Own, municipalityId: string, digest: string) {
  const [row] = await db
    .selectFrom('strategy.round_link')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('digest', '=', digest)
    .execute()
  return row
}
