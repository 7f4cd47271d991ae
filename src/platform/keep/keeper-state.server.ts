import { sql } from 'kysely'
import { readSql } from '../database/read-rows.server.ts'
import type { DatabaseTransaction } from '../database/types.server.ts'

/** What is kept of one municipality, against its data. */
export type KeeperState = {
  municipalityId: string
  /** Kinds of what is worked out, and how many of them have seen all data. */
  keepers: number
  current: number
  /** When something was last another than before. */
  renewedAt: Date | null
}

/** How far what is worked out from the data is, by municipality. */
export async function findKeeperStates(tx: DatabaseTransaction): Promise<KeeperState[]> {
  const rows = await readSql(
    tx,
    sql<Omit<KeeperState, 'renewedAt'> & { renewed_at: string | null }>`
      with data as (
        select municipality_id, sum(version) filter (where stream <> 'kept') as version,
          max(changed_at) filter (where stream = 'kept') as renewed_at
        from platform.data_version group by municipality_id)
      select municipality_id as "municipalityId", count(*)::int as keepers, d.renewed_at,
        (count(*) filter (where k.version = d.version))::int as current
      from platform.kept k join data d using (municipality_id)
      group by municipality_id, d.renewed_at order by municipality_id`,
  )
  return rows.map(({ renewed_at, ...row }) => ({
    ...row,
    renewedAt: renewed_at === null ? null : new Date(renewed_at),
  }))
}
