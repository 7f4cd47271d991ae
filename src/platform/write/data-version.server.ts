import type { Db } from '../database/types.server.ts'

/** Channel on which every process hears that a municipality's public data have changed. */
export const DATA_CHANGED = 'izaugsme_data'

/** Stands for the whole country where a municipality's id is asked for. */
export const COUNTRY = '00000000-0000-0000-0000-000000000000'

export interface DataVersionTables {
  'platform.data_version': { municipality_id: string; stream: string; version: number; changed_at: Date }
}
declare module '../database/types.server.ts' {
  interface AllTables extends DataVersionTables {}
}

/** How often each municipality's public data have been written, by municipality id. */
export async function findDataVersions(db: Db<DataVersionTables>) {
  const rows = await db.selectFrom('platform.data_version').select(['municipality_id', 'version']).execute()
  const versions = new Map<string, number>()
  for (const row of rows) {
    versions.set(row.municipality_id, (versions.get(row.municipality_id) ?? 0) + row.version)
  }
  return versions
}

/** When a municipality's public data last changed; undefined while it has none. */
export async function findLastChange(
  db: Db<DataVersionTables>,
  municipalityId: string,
): Promise<Date | undefined> {
  const row = await db
    .selectFrom('platform.data_version')
    .select('changed_at')
    .where('municipality_id', '=', municipalityId)
    .orderBy('changed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.changed_at
}
