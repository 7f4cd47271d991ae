import type { Db } from '#platform/database/types.server.ts'
import type { ReportTables } from './tables.server.ts'

type Own = Db<ReportTables>

/** What an account has frozen, asked for and answered, for its own export. Three statements. */
export async function findReportsOf(db: Own, accountId: string): Promise<Record<string, unknown>[]> {
  const frozen = await db
    .selectFrom('publishing.frozen_report')
    .select(['municipality_id', 'report_key', 'number', 'frozen_at'])
    .where('frozen_by', '=', accountId)
    .orderBy('frozen_at')
    .execute()
  const asked = await db
    .selectFrom('publishing.report_run')
    .select(['municipality_id', 'id', 'kind', 'asked_at'])
    .where('asked_by', '=', accountId)
    .orderBy('asked_at')
    .execute()
  const answered = await db
    .selectFrom('publishing.question_answer')
    .select(['municipality_id', 'said', 'verdict', 'words', 'changed_at'])
    .where('account_id', '=', accountId)
    .orderBy('changed_at')
    .execute()
  return [...frozen, ...asked, ...answered]
}
