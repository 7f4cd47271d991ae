import type { Selectable } from 'kysely'
import type { Db } from '#platform/database/types.server.ts'
import type { ConsultationStep } from './model.ts'
import type { AlignmentTables } from './tables.server.ts'

type Own = Db<AlignmentTables>
type Row = AlignmentTables['strategy.consultation']

/** Keeps what was done or said, for good. */
export async function insertSteps(db: Own, rows: readonly Omit<Row, 'at'>[], at: Date): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('strategy.consultation')
    .values(rows.map((row) => ({ ...row, at })))
    .execute()
}

/** What was done and said about plans, in its order, by the plan's id. One statement. */
export async function findSteps(
  db: Own,
  municipalityId: string,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, ConsultationStep[]>> {
  if (planIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('strategy.consultation')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('plan_id', 'in', planIds)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const byPlan = Map.groupBy(rows, ({ plan_id }) => plan_id)
  return new Map([...byPlan].map(([id, some]) => [id, some.map(stepOf)]))
}

const stepOf = (row: Selectable<Row>): ConsultationStep => ({
  id: row.id,
  kind: row.kind,
  itemId: row.item_id,
  answersId: row.answers_id,
  words: row.words,
  author: row.author,
  agreedOn: row.agreed_on,
  agreedBy: row.agreed_by,
  at: row.at,
})

/** What an account has said and done about plans, for its own export. One statement. */
export const findSaidBy = (db: Own, accountId: string) =>
  db
    .selectFrom('strategy.consultation')
    .select(['municipality_id', 'plan_id', 'item_id', 'kind', 'words', 'agreed_on', 'agreed_by', 'at'])
    .where('author', '=', accountId)
    .orderBy('at')
    .execute()
