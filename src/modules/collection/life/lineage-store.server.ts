import { sql } from 'kysely'
import type { Db } from '#platform/database/types.server.ts'
import type { CollectionTables } from '../tables.server.ts'

type Own = Db<CollectionTables>
type LineageRow = CollectionTables['collection.lineage']

/** Adds what figures were computed from; what is there already stays. */
export async function insertLineage(db: Own, rows: readonly LineageRow[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('collection.lineage')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Which accepted version of which institution an observation was computed from. */
export type Ancestor = Pick<
  LineageRow,
  'series_id' | 'period' | 'submission_id' | 'version' | 'institution_id' | 'formula_id'
> & { observation_revision: number }

/**
 * Where figures of a period come from. A revision names only what is new in it: of each submission counts what the
 * newest revision up to it says. One statement.
 *
 * @param upTo the newest revision that counts; all without it
 */
export function findAncestors(
  db: Own,
  municipalityId: string,
  { seriesIds, period, upTo }: { seriesIds: readonly string[]; period: string; upTo?: number },
): Promise<Ancestor[]> {
  return db
    .selectFrom('collection.lineage')
    .distinctOn(['series_id', 'submission_id'])
    .select(['series_id', 'period', 'submission_id', 'version', 'institution_id', 'formula_id'])
    .select('observation_revision')
    .where('municipality_id', '=', municipalityId)
    .where('period', '=', period)
    .where(sql<boolean>`series_id = any(${seriesIds}::uuid[])`)
    .where(upTo === undefined ? sql<boolean>`true` : sql<boolean>`observation_revision <= ${upTo}`)
    .orderBy('series_id')
    .orderBy('submission_id')
    .orderBy('observation_revision', 'desc')
    .execute()
}
