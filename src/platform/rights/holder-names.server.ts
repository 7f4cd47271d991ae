import { sql } from 'kysely'
import type { DatabaseTransaction } from '../database/types.server.ts'

/** What accounts that work in a municipality are called, by account; none while accounts are not kept here. */
export async function findHolderNames(
  tx: DatabaseTransaction,
  municipalityId: string,
): Promise<Map<string, string>> {
  const { rows: there } = await sql<{ is_there: boolean }>`
    select to_regclass('platform.account_holder') is not null as is_there`.execute(tx)
  if (!there[0]?.is_there) return new Map()
  const { rows } = await sql<{ account_id: string; name: string }>`
    select account_id, name from platform.account_holder where municipality_id = ${municipalityId}`.execute(
    tx,
  )
  return new Map(rows.map(({ account_id, name }) => [account_id, name]))
}
