import type { Db } from '#platform/database/types.server.ts'
import type { CollectionTables } from '../tables.server.ts'

type Own = Db<CollectionTables>

/** What institutions have said that a call took them, by institution; null where nobody has. One statement. */
export async function findActualMinutes(
  db: Own,
  municipalityId: string,
  callId: string,
): Promise<Map<string, number | null>> {
  const rows = await db
    .selectFrom('collection.burden')
    .select(['institution_id', 'actual_minutes'])
    .where('municipality_id', '=', municipalityId)
    .where('call_id', '=', callId)
    .execute()
  return new Map(rows.map((row) => [row.institution_id, row.actual_minutes]))
}

/** Minutes that all handings in of a submission took together, as far as they say; null where none does. */
export async function sumMinutes(
  db: Own,
  municipalityId: string,
  submissionId: string,
): Promise<number | null> {
  const { minutes } = await db
    .selectFrom('collection.handing_in')
    .select(({ fn }) => fn.sum<string | null>('minutes').as('minutes'))
    .where('municipality_id', '=', municipalityId)
    .where('submission_id', '=', submissionId)
    .executeTakeFirstOrThrow()
  return minutes === null ? null : Number(minutes)
}
