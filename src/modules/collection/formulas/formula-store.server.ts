import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import type { CollectionTables } from '../tables.server.ts'
import type { Formula } from './formula.ts'

type Own = Db<CollectionTables>

/** Every formula of a municipality. One statement. */
export async function findFormulas(db: Own, municipalityId: string): Promise<Formula[]> {
  const rows = await db
    .selectFrom('collection.formula')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where(isShown())
    .orderBy('id')
    .execute()
  return rows.map(({ id, breakdown, level, numerator, denominator, revision, indicator_id }) => ({
    id,
    indicatorId: indicator_id,
    breakdown,
    level,
    numerator,
    denominator,
    revision,
  }))
}

/** A formula's own row; undefined without it. */
export const findFormulaRow = (db: Own, municipalityId: string, id: string) =>
  db
    .selectFrom('collection.formula')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirst()
