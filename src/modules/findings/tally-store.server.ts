import { sql } from 'kysely'
import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { tallyStates } from './life-store.server.ts'
import { type RuleCount, SEVERITIES } from './model.ts'
import type { FindingsTables } from './tables.server.ts'

type Own = Db<FindingsTables>

/** The facet and code that stand for all findings of a rule. */
const ALL = ''

/** Counts a municipality's kept findings anew, by rule and by state. Five statements. */
export async function tallyFindings(db: Own, municipalityId: string) {
  await tallyStates(db, municipalityId)
  await db.deleteFrom('findings.tally').where('municipality_id', '=', municipalityId).execute()
  await db
    .insertInto('findings.tally')
    .columns([
      'municipality_id',
      'family',
      'rule',
      'severity',
      'facet',
      'code',
      'rank',
      'findings',
      'first_id',
    ])
    .expression(
      sql`select municipality_id, family, rule, severity, facet, code, min(rank), count(*)::int,
          (array_agg(id order by rank, position, number))[1]
        from findings.finding, lateral (
          select ${ALL}::text as facet, ${ALL}::text as code union all
          select facets.key, belonging.code from jsonb_each(belongs_to) as facets (key, codes),
            jsonb_array_elements_text(codes) as belonging (code)) belonging
        where municipality_id = ${municipalityId}
        group by municipality_id, family, rule, severity, facet, code` as never,
    )
    .execute()
}

/** The weightiest first. */
export const byWeight = sql`array_position(${[...SEVERITIES]}::text[], severity)`

/** A rule's findings of one weight: how many there are, and the id of the one that pages show first. */
export type Tallied = RuleCount & { firstId: string }

/** How many findings are kept by rule and weight, in the order of the rules. One statement. */
export async function findTally(db: Own, municipalityId: string): Promise<Tallied[]> {
  const rows = await readRows(
    db,
    db
      .selectFrom('findings.tally')
      .select(['family', 'rule', 'severity', 'findings', 'first_id'])
      .where('municipality_id', '=', municipalityId)
      .where('facet', '=', ALL)
      .orderBy('rank')
      .orderBy(byWeight),
  )
  return rows.map(({ rule, findings, first_id, ...row }) => ({
    ...row,
    code: rule,
    count: findings,
    firstId: first_id,
  }))
}

/** How many kept findings belong to each code of a facet. One statement. */
export async function countByFacet(
  db: Own,
  municipalityId: string,
  facet: string,
  families?: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('findings.tally')
    .select(['code', sql<number>`sum(findings)::int`.as('count')])
    .where('municipality_id', '=', municipalityId)
    .where('facet', '=', facet)
    .$if(families !== undefined, (query) => query.where('family', 'in', [...(families ?? [])]))
    .groupBy('code')
    .execute()
  return new Map(rows.map(({ code, count }) => [code, count]))
}
