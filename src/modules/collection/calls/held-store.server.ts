import { sql } from 'kysely'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import type { CollectionTables } from '../tables.server.ts'

/** That another call has accepted answers of institutions to an element. */
export type HeldByCall = {
  elementId: string
  callId: string
  title_lv: string
  title_en: string
  institutions: number
}

type Asked = {
  callId: string
  period: string
  elementIds: readonly string[]
  institutionIds: readonly string[]
}

/** Other calls that have accepted values for the same elements and period, and of how many institutions. One statement. */
export const findHeldByCalls = (
  db: Db<CollectionTables>,
  municipalityId: string,
  { callId, period, elementIds, institutionIds }: Asked,
): Promise<HeldByCall[]> =>
  readSql(
    db,
    sql<HeldByCall>`select v.element_id as "elementId", c.id as "callId", c.title_lv, c.title_en,
        count(distinct v.institution_id)::int as institutions
      from collection.data_call c
      join collection.submission s on s.municipality_id = c.municipality_id and s.call_id = c.id
        and s.institution_id = any(${institutionIds}::uuid[])
      join lateral (select max(version) as version from collection.decision
        where municipality_id = s.municipality_id and submission_id = s.id and kind = 'accepted') d on true
      join collection.submission_value v on v.municipality_id = s.municipality_id and v.submission_id = s.id
        and v.version = d.version and v.missing is null and v.element_id = any(${elementIds}::uuid[])
      where c.municipality_id = ${municipalityId} and c.period = ${period} and c.id <> ${callId}
      group by v.element_id, c.id, c.title_lv, c.title_en, c.due_at order by c.due_at desc`,
  )

/** Formulas of a municipality as far as they say which elements an indicator is computed from. One statement. */
export const findFormulaTexts = (db: Db<CollectionTables>, municipalityId: string) =>
  db
    .selectFrom('collection.formula')
    .select(['indicator_id', 'numerator', 'denominator'])
    .where('municipality_id', '=', municipalityId)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute()
