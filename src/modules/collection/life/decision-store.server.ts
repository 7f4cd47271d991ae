import type { Db } from '#platform/database/types.server.ts'
import type { CollectionTables } from '../tables.server.ts'

type Own = Db<CollectionTables>
type DecisionRow = Omit<CollectionTables['collection.decision'], 'at'>

/** Keeps a decision, for good. */
export async function insertDecision(db: Own, row: DecisionRow): Promise<void> {
  await db
    .insertInto('collection.decision')
    .values({ ...row, remarks: JSON.stringify(row.remarks) as never })
    .execute()
}

/** Accounts that have typed into a submission. One statement. */
export async function findTypists(db: Own, municipalityId: string, submissionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('collection.edit')
    .select('account_id')
    .distinct()
    .where('municipality_id', '=', municipalityId)
    .where('submission_id', '=', submissionId)
    .execute()
  return rows.map((row) => row.account_id)
}
