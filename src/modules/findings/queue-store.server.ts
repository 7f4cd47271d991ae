import { type RawBuilder, sql } from 'kysely'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import type { Stretch } from './kept-store.server.ts'
import type { LifeState, Saying } from './life.ts'
import type { LinkedSubject } from './link.ts'
import type { Severity } from './model.ts'
import type { FindingsTables } from './tables.server.ts'

type Own = Db<FindingsTables>

/** Which findings of a municipality somebody works through; what is absent is not asked. */
export type QueueFilter = {
  whose?: 'mine' | 'nobodys' | undefined
  /** Without it all that the data show. */
  state?: string | undefined
  severity?: string | undefined
  family?: string | undefined
  /** Who answers for what it is about, as the data name them. */
  owner?: string | undefined
}

/** A finding in the queue of those who work on it. */
export type Queued = {
  identity: string
  family: string
  rule: string
  severity: Severity
  subjects: LinkedSubject[]
  explanation_lv: string
  explanation_en: string
  is_covered: boolean
  owners: string[] | null
  state: LifeState
  said: Saying | null
  said_on: string | null
  is_earlier: boolean
  account_id: string | null
  closed_on: string | null
  /** tells apart those that share an identity */
  number: number
}

const owners = sql`case when f.belongs_to ? 'owner' then f.belongs_to -> 'owner' end`

const SHOWN = (municipalityId: string) => sql`
  select f.identity, f.family, f.rule, f.severity, f.subjects, f.explanation_lv, f.explanation_en, f.is_covered,
    ${owners} as owners, coalesce(nullif(l.state, 'closed'), f.state) as state,
    coalesce(l.said, f.said) as said, coalesce(l.said_on, f.said_on) as said_on,
    coalesce(l.is_earlier, f.is_earlier) as is_earlier, l.account_id, l.closed_on, f.rank, f.position, f.number
  from findings.finding f
  left join findings.life l on l.municipality_id = f.municipality_id and l.identity = f.identity
  where f.municipality_id = ${municipalityId}`

const CLOSED = (municipalityId: string) => sql`
  select l.identity, l.family, l.rule, l.severity, l.subjects, l.finding_lv as explanation_lv,
    l.finding_en as explanation_en, l.is_covered, null::jsonb as owners, l.state, l.said, l.said_on, l.is_earlier,
    l.account_id, l.closed_on, 0 as rank, (current_date - l.closed_on) as position, 0 as number
  from findings.life l where l.municipality_id = ${municipalityId} and l.state = 'closed'`

const source = (municipalityId: string, { state }: QueueFilter) =>
  state === 'closed' ? CLOSED(municipalityId) : SHOWN(municipalityId)

function answers({ whose, state, severity, family, owner }: QueueFilter, accountId: string) {
  const conditions: RawBuilder<boolean>[] = [sql<boolean>`true`]
  if (whose === 'mine') conditions.push(sql<boolean>`account_id = ${accountId}`)
  if (whose === 'nobodys') conditions.push(sql<boolean>`account_id is null`)
  if (state) conditions.push(sql<boolean>`state = ${state}`)
  if (severity) conditions.push(sql<boolean>`severity = ${severity}`)
  if (family) conditions.push(sql<boolean>`family = ${family}`)
  if (owner) conditions.push(sql<boolean>`owners @> ${JSON.stringify([owner])}::jsonb`)
  return sql`${sql.join(conditions, sql` and `)}`
}

type Asked = { municipalityId: string; accountId: string; filter: QueueFilter }

/** A stretch of the queue: the weightiest first, of the closed ones those closed last. One statement. */
export function findQueue(db: Own, { municipalityId, accountId, filter }: Asked, stretch: Stretch) {
  return readSql(
    db,
    sql<Queued>`select * from (${source(municipalityId, filter)}) as queued where ${answers(filter, accountId)}
      order by rank, position, number, identity offset ${stretch.from} limit ${stretch.most}`,
  )
}

/** How long the queue is. One statement. */
export async function countQueue(db: Own, { municipalityId, accountId, filter }: Asked): Promise<number> {
  const [row] = await readSql(
    db,
    sql<{ count: number }>`select count(*)::int as count from (${source(municipalityId, filter)}) as queued
      where ${answers(filter, accountId)}`,
  )
  return row?.count ?? 0
}

/** Findings that wait for an account, and those that wait for anybody, by municipality. One statement. */
export function countWaiting(db: Own, accountId: string, municipalityIds: readonly string[]) {
  return readSql(
    db,
    sql<{ municipality_id: string; mine: number; open: number }>`
      select municipality_id, sum(mine)::int as mine, sum(open)::int as open from (
        select l.municipality_id, count(*) as mine, 0 as open from findings.life l
        where l.account_id = ${accountId} and l.state = 'open' group by l.municipality_id
        union all
        select municipality_id, 0, findings from findings.state_tally
        where state = 'open' and municipality_id = any(${municipalityIds}::uuid[])) as counted
      group by municipality_id order by municipality_id`,
  )
}
