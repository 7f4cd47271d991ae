import type { Db } from '../database/types.server.ts'
import type { DataVersionTables } from '../write/data-version.server.ts'

export interface KeptTables {
  'platform.kept': {
    municipality_id: string
    name: string
    version: number
    code: string
    is_public: boolean
  }
}
declare module '../database/types.server.ts' {
  interface AllTables extends KeptTables {}
}

/** Which data a keeper has seen, and the code that it worked with. */
export type Kept = { version: number; code: string }

/** What each keeper has seen of a municipality, by its name. */
export async function findKept(db: Db<KeptTables>, municipalityId: string): Promise<Map<string, Kept>> {
  const rows = await db
    .selectFrom('platform.kept')
    .select(['name', 'version', 'code'])
    .where('municipality_id', '=', municipalityId)
    .execute()
  return new Map(rows.map(({ name, ...kept }) => [name, kept]))
}

/** Notes what a keeper has seen. */
export async function markKept(
  db: Db<KeptTables>,
  { municipalityId, name, version, code }: Kept & { municipalityId: string; name: string },
) {
  await db
    .insertInto('platform.kept')
    .values({ municipality_id: municipalityId, name, version, code, is_public: true })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'name']).doUpdateSet({ version, code }))
    .execute()
}

/** The version of a municipality's public data; undefined while it has none. */
export async function findVersion(
  db: Db<DataVersionTables>,
  municipalityId: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('platform.data_version')
    .select((row) => row.fn.sum<number | null>('version').as('version'))
    .where('municipality_id', '=', municipalityId)
    .executeTakeFirst()
  return row?.version ?? undefined
}
