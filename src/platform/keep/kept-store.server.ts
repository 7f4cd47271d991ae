import { sql } from 'kysely'
import { readSql } from '../database/read-rows.server.ts'
import type { Db } from '../database/types.server.ts'
import type { ChangeTables } from '../write/change.server.ts'
import type { DataVersionTables } from '../write/data-version.server.ts'

export interface KeptTables {
  'platform.kept': {
    municipality_id: string
    name: string
    version: number
    seen: string
    epoch: number
    code: string
    is_public: boolean
  }
}
declare module '../database/types.server.ts' {
  interface AllTables extends KeptTables {}
}
type Own = Db<KeptTables & DataVersionTables & ChangeTables>

/** A state of a municipality's data: how often they were written, and by which transactions. */
export type Seen = { version: number; seen: string; epoch: number }

/** Which data a keeper has seen, and the code that it worked with. */
export type Kept = Seen & { code: string }

/** The state of a municipality's data now; undefined while it has none. What is kept of them does not count. */
export async function findState(db: Own, municipalityId: string): Promise<Seen | undefined> {
  const [row] = await readSql(
    db,
    sql<Seen | { version: null }>`
      select sum(version)::bigint as version, pg_current_snapshot()::text as seen,
        platform.current_epoch() as epoch
      from platform.data_version where municipality_id = ${municipalityId} and stream <> 'kept'`,
  )
  return row === undefined || row.version === null ? undefined : row
}

/** What each keeper has seen of a municipality, by its name. */
export async function findKept(db: Own, municipalityId: string): Promise<Map<string, Kept>> {
  const rows = await db
    .selectFrom('platform.kept')
    .select(['name', 'version', 'code', 'epoch', sql<string>`seen::text`.as('seen')])
    .where('municipality_id', '=', municipalityId)
    .execute()
  return new Map(rows.map(({ name, ...kept }) => [name, kept]))
}

/** Ids of the changes to a municipality's data that had not been made in a state seen before. */
export async function findNewChanges(db: Own, municipalityId: string, { seen }: Seen): Promise<string[]> {
  const rows = await readSql(
    db,
    sql<{ id: string }>`
      select id from platform.change
      where municipality_id = ${municipalityId} and stream <> 'kept' and epoch = platform.current_epoch()
        and not pg_visible_in_snapshot(xid, ${seen}::pg_snapshot)`,
  )
  return rows.map(({ id }) => id)
}

/** Notes what a keeper has seen. */
export async function markKept(
  db: Own,
  { municipalityId, name, ...kept }: Kept & { municipalityId: string; name: string },
) {
  await db
    .insertInto('platform.kept')
    .values({ municipality_id: municipalityId, name, ...kept, is_public: true })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'name']).doUpdateSet(kept))
    .execute()
}
