import { sql } from 'kysely'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import type { CollectionTables } from '../tables.server.ts'

type Own = Db<CollectionTables>
type TotalRow = CollectionTables['collection.call_total']
type PeerRow = CollectionTables['collection.peer_summary']

/** Versions of a call that stand: of each institution that is not excused the one accepted last. */
const standing = (municipalityId: string, callId: string) => sql`
  select s.id as submission_id, s.institution_id,
    (select d.version from collection.decision d where d.municipality_id = s.municipality_id
      and d.submission_id = s.id and d.kind = 'accepted' order by d.number desc limit 1) as version
  from collection.submission s
  where s.municipality_id = ${municipalityId} and s.call_id = ${callId} and s.excused_reason is null`

/** What accepted answers to a call add up to: by field, and by choice where one is chosen. One statement. */
export const sumAccepted = (db: Own, municipalityId: string, callId: string) =>
  readSql(
    db,
    sql<
      Pick<TotalRow, 'field' | 'kind' | 'choice' | 'total' | 'denominator' | 'accepted'> & {
        element_id: string
      }
    >`with a as materialized (${standing(municipalityId, callId)}),
      v as (select v.field, v.element_id, v.kind, coalesce(v.choice, '') as choice, v.number, v.numerator, v.denominator
        from a join collection.submission_value v on v.municipality_id = ${municipalityId}
          and v.submission_id = a.submission_id and v.version = a.version
        where v.missing is null and v.kind in ('count', 'money', 'share', 'choice')),
      answered as (select field, count(*)::int as accepted from v group by field)
      select v.field, v.element_id, v.kind, v.choice, answered.accepted,
        case v.kind when 'choice' then count(*) when 'share' then sum(v.numerator) else sum(v.number) end as total,
        case v.kind when 'share' then sum(v.denominator) end as denominator
      from v join answered using (field)
      group by v.field, v.element_id, v.kind, v.choice, answered.accepted`,
  )

/** How many institutions a call asks, and of how many something is accepted. One statement. */
export async function countStanding(db: Own, municipalityId: string, callId: string) {
  const [counts] = await readSql(
    db,
    sql<{ asked: number; accepted: number }>`with a as (${standing(municipalityId, callId)})
      select count(*)::int as asked, count(a.version)::int as accepted from a`,
  )
  return counts ?? { asked: 0, accepted: 0 }
}

/** Totals of a call as they are kept. */
export const findTotals = (db: Own, municipalityId: string, callId: string): Promise<TotalRow[]> =>
  db
    .selectFrom('collection.call_total')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('call_id', '=', callId)
    .orderBy('field')
    .orderBy('choice')
    .execute()

/** Takes away totals to which no answer belongs any more. @returns how many there were */
export async function deleteOtherTotals(
  db: Own,
  municipalityId: string,
  callId: string,
  kept: readonly Pick<TotalRow, 'field' | 'choice'>[],
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('collection.call_total')
    .where('municipality_id', '=', municipalityId)
    .where('call_id', '=', callId)
    .where(
      sql<boolean>`(field, choice) not in (select * from unnest(
        ${kept.map(({ field }) => field)}::text[], ${kept.map(({ choice }) => choice)}::text[]))`,
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** How answers are spread: quartiles as most programs compute them (type 7), for all and for each type. One statement. */
export const summarize = (
  db: Own,
  municipalityId: string,
  callId: string,
  types: ReadonlyMap<string, string>,
) =>
  readSql(
    db,
    sql<
      Pick<
        PeerRow,
        'field' | 'institution_type' | 'peers' | 'lower_quartile' | 'median' | 'upper_quartile' | 'deviation'
      >
    >`with a as materialized (${standing(municipalityId, callId)}),
      t as (select * from unnest(${[...types.keys()]}::uuid[], ${[...types.values()]}::text[]) as t(institution_id, type)),
      v as materialized (select v.field, coalesce(t.type, '') as type, case v.kind when 'share'
          then 100.0 * v.numerator / v.denominator else v.number end::double precision as x
        from a join collection.submission_value v on v.municipality_id = ${municipalityId}
          and v.submission_id = a.submission_id and v.version = a.version
        left join t on t.institution_id = a.institution_id
        where v.missing is null and (v.kind in ('count', 'money') or (v.kind = 'share' and v.denominator <> 0))),
      e as (select field, '' as type, x from v union all select field, type, x from v where type <> ''),
      q as (select field, type, count(*)::int as peers,
          percentile_cont(array[0.25, 0.5, 0.75]) within group (order by x) as p from e group by field, type)
      select q.field, q.type as institution_type, q.peers, q.p[1] as lower_quartile, q.p[2] as median,
        q.p[3] as upper_quartile, percentile_cont(0.5) within group (order by abs(e.x - q.p[2])) as deviation
      from q join e on e.field = q.field and e.type = q.type
      group by q.field, q.type, q.peers, q.p order by q.field, q.type`,
  )

/** When the summaries of a call were last worked out, and by which changes; null before. */
export async function findSummarized(db: Own, municipalityId: string, callId: string): Promise<Date | null> {
  const { at } = await db
    .selectFrom('collection.peer_summary')
    .select(({ fn }) => fn.max('changed_at').as('at'))
    .where('municipality_id', '=', municipalityId)
    .where('call_id', '=', callId)
    .executeTakeFirstOrThrow()
  return at
}

/** How many institutions of a call were accepted in changes later than those that wrote its summaries. */
export async function countAcceptedSince(db: Own, municipalityId: string, callId: string): Promise<number> {
  const [row] = await readSql(
    db,
    sql<{ count: number }>`select count(distinct d.submission_id)::int as count from collection.decision d
      join collection.submission s on s.municipality_id = d.municipality_id and s.id = d.submission_id
      where d.municipality_id = ${municipalityId} and s.call_id = ${callId} and d.kind = 'accepted'
        and d.change_id > (select max(p.change_id::text)::uuid from collection.peer_summary p
          where p.municipality_id = ${municipalityId} and p.call_id = ${callId})`,
  )
  return row?.count ?? 0
}

/** Takes away summaries of too few. @returns how many there were */
export async function deleteOtherSummaries(
  db: Own,
  municipalityId: string,
  callId: string,
  kept: readonly Pick<PeerRow, 'field' | 'institution_type'>[],
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('collection.peer_summary')
    .where('municipality_id', '=', municipalityId)
    .where('call_id', '=', callId)
    .where(
      sql<boolean>`(field, institution_type) not in (select * from unnest(
        ${kept.map(({ field }) => field)}::text[], ${kept.map((one) => one.institution_type)}::text[]))`,
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
