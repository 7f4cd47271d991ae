import { sql } from 'kysely'
import type { DatabaseTransaction, Db } from './database/types.server.ts'

/** Channel on which every process hears that a municipality's data have changed. */
export const DATA_CHANGED = 'izaugsme_data'

/** Stands for the whole country where a municipality's id is asked for. */
export const COUNTRY = '00000000-0000-0000-0000-000000000000'

export interface DataVersionTables {
  'platform.data_version': { municipality_id: string; version: number; changed_at: Date; is_public: boolean }
}
declare module './database/types.server.ts' {
  interface AllTables extends DataVersionTables {}
}

/**
 * Marks a municipality's data as changed. Call it once in each writing transaction, first of all: the row
 * it locks lets only one transaction at a time write a municipality, which also orders its audit chain.
 */
export async function raiseDataVersion(tx: DatabaseTransaction, municipalityId: string, at: Date) {
  await tx
    .insertInto('platform.data_version')
    .values({ municipality_id: municipalityId, version: 1, changed_at: at, is_public: true })
    .onConflict((conflict) =>
      conflict.column('municipality_id').doUpdateSet((row) => ({
        version: row('platform.data_version.version', '+', 1),
        changed_at: at,
      })),
    )
    .execute()
  await sql`select pg_notify(${DATA_CHANGED}, ${municipalityId})`.execute(tx)
}

/** Versions of all municipalities that have data, by municipality id. */
export async function findDataVersions(db: Db<DataVersionTables>) {
  const rows = await db.selectFrom('platform.data_version').select(['municipality_id', 'version']).execute()
  return new Map(rows.map((row) => [row.municipality_id, row.version]))
}

/** When a municipality's data last changed; undefined while it has none. */
export async function findLastChange(
  db: Db<DataVersionTables>,
  municipalityId: string,
): Promise<Date | undefined> {
  const row = await db
    .selectFrom('platform.data_version')
    .select('changed_at')
    .where('municipality_id', '=', municipalityId)
    .executeTakeFirst()
  return row?.changed_at
}
