import { sql } from 'kysely'
import { readRows, readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { keepInTurn } from '#platform/keep/keep-in-turn.server.ts'
import type { RevisedRow } from '#platform/write/revised-tables.ts'
import { ALL_STATES, type LifeState, type StateCounts } from './life.ts'
import type { FindingsTables } from './tables.server.ts'

type Own = Db<FindingsTables>

/** A life as it is written. */
export type LifeRow = RevisedRow<'findings.life'>
export const LIFE = { table: 'findings.life', key: ['identity'], hasId: true } as const

/** What a life keeps of its finding, in the columns of a life. */
const SNAPSHOT = sql`f.family, f.rule, f.severity, f.subjects, f.explanation_lv as finding_lv,
  f.explanation_en as finding_en, f.is_covered`

const COLUMNS = sql`l.identity, l.family, l.rule, l.severity, l.subjects, l.finding_lv, l.finding_en, l.is_covered,
  l.state, l.said, l.said_lv, l.said_en, l.said_on, l.tells_no_figure, l.is_earlier, l.account_id, l.closed_on,
  l.reopened_on`

/** The first of the findings that share an identity stands for them. */
const firstFinding = (
  municipalityId: string,
  identity: 'l.identity' | 'asked.identity',
) => sql`left join lateral (
    select ${SNAPSHOT} from findings.finding f
    where f.municipality_id = ${municipalityId} and f.identity = ${sql.ref(identity)}
    order by f.number limit 1) as found on true`

/** What a life keeps of its finding. */
export type Snapshot = Pick<
  LifeRow,
  'family' | 'rule' | 'severity' | 'subjects' | 'finding_lv' | 'finding_en' | 'is_covered'
>
type Turn = { identity: string; life: LifeRow | null; finding: Snapshot | null }

/**
 * Lives that are not in step with the findings of the data, each with its finding where there is one; and those among
 * the identities given that have a life or a finding all the same. One statement.
 */
export function findLivesToTurn(
  db: Own,
  municipalityId: string,
  identities: readonly string[],
): Promise<Turn[]> {
  return readSql(
    db,
    sql<Turn>`select l.identity, to_jsonb(lived) as life, to_jsonb(found) as finding
      from findings.life l
      cross join lateral (select ${COLUMNS}) as lived
      ${firstFinding(municipalityId, 'l.identity')}
      where l.municipality_id = ${municipalityId} and (
        (l.state = 'closed') = (found.rule is not null)
        or (found.rule is not null and (l.finding_lv, l.finding_en, l.severity, l.is_covered, l.subjects)
          is distinct from (found.finding_lv, found.finding_en, found.severity, found.is_covered, found.subjects))
        or l.identity = any(${identities}::text[]))
      union all
      select asked.identity, null, to_jsonb(found)
      from unnest(${identities}::text[]) as asked (identity)
      ${firstFinding(municipalityId, 'asked.identity')}
      where found.rule is not null and not exists (select from findings.life l
        where l.municipality_id = ${municipalityId} and l.identity = asked.identity)`,
  )
}

/**
 * Tells the findings that everybody reads what is said of them. Words that may tell of a covered figure are left out.
 *
 * @returns how many were told anything new
 */
export async function copyLives(db: Own, municipalityId: string): Promise<number> {
  const told = sql`f.is_covered and not l.tells_no_figure`
  const words = (column: 'said_lv' | 'said_en') =>
    sql`case when l.id is null or (${told}) then null else ${sql.ref(`l.${column}`)} end`
  const state = sql`case when l.id is null or l.state = 'closed' then 'open' else l.state end`
  const { numUpdatedRows } = await db
    .updateTable('findings.finding as f')
    .from(
      sql<object>`(select f.id, ${state} as state, l.said, ${words('said_lv')} as said_lv, ${words('said_en')} as said_en,
          l.said_on, coalesce(l.is_earlier, false) as is_earlier
        from findings.finding f left join findings.life l
          on l.municipality_id = f.municipality_id and l.identity = f.identity
        where f.municipality_id = ${municipalityId})`.as('l'),
    )
    .set(Object.fromEntries(TOLD.map((column) => [column, sql.ref(`l.${column}`)])) as never)
    .where('f.municipality_id', '=', municipalityId)
    .where(sql<boolean>`f.id = l.id and (${columnsOf('f')}) is distinct from (${columnsOf('l')})`)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

const TOLD = ['state', 'said', 'said_lv', 'said_en', 'said_on', 'is_earlier']
const columnsOf = (table: 'f' | 'l') => sql.join(TOLD.map((column) => sql.ref(`${table}.${column}`)))

/** Counts a municipality's findings by state anew. Three statements. */
export async function tallyStates(db: Own, municipalityId: string) {
  await keepInTurn(db, municipalityId)
  await db.deleteFrom('findings.state_tally').where('municipality_id', '=', municipalityId).execute()
  await db
    .insertInto('findings.state_tally')
    .columns(['municipality_id', 'state', 'findings'])
    .expression(
      sql`select municipality_id, state, count(*)::int from (
          select municipality_id, state from findings.finding
          union all select municipality_id, state from findings.life where state = 'closed') as counted
        where municipality_id = ${municipalityId} group by municipality_id, state` as never,
    )
    .execute()
}

/** How many findings there are in each state. One statement. */
export async function countStates(db: Own, municipalityId: string): Promise<StateCounts> {
  const rows = await readRows(
    db,
    db
      .selectFrom('findings.state_tally')
      .select(['state', 'findings'])
      .where('municipality_id', '=', municipalityId),
  )
  const counts = new Map(rows.map(({ state, findings }) => [state, findings]))
  return Object.fromEntries(ALL_STATES.map((state) => [state, counts.get(state) ?? 0])) as Record<
    LifeState,
    number
  >
}

/** A life with how often it was written. */
export type Life = LifeRow & { id: string; revision: number }

/** What has been said of a finding, as far as the reader may see it. One statement. */
export async function findLife(db: Own, municipalityId: string, identity: string): Promise<Life | undefined> {
  const [row] = await readSql(
    db,
    sql<Life>`select l.id, l.revision, ${COLUMNS} from findings.life l
      where l.municipality_id = ${municipalityId} and l.identity = ${identity}`,
  )
  return row
}

/** A finding that the data show now, the first of those that share an identity. One statement. */
export async function findPlaced(db: Own, municipalityId: string, identity: string) {
  const [row] = await readSql(
    db,
    sql<Snapshot & Pick<FindingsTables['findings.finding'], 'part' | 'number' | 'belongs_to'>>`
      select f.part, f.number, f.belongs_to, ${SNAPSHOT} from findings.finding f
      where f.municipality_id = ${municipalityId} and f.identity = ${identity} order by f.number limit 1`,
  )
  if (!row) return undefined
  const { part, number, belongs_to: belongsTo, ...snapshot } = row
  return { part, number, belongsTo, snapshot }
}

/** One state of a life, as the history keeps it. */
export type PastLife = Pick<Life, 'state' | 'said_lv' | 'said_en' | 'account_id' | 'is_earlier'> & {
  revision: number
  recorded_at: Date
  recorded_by: string
}

/** Every state of a life, the newest first. One statement. */
export function findPastLives(db: Own, municipalityId: string, identity: string): Promise<PastLife[]> {
  return readSql(
    db,
    sql<PastLife>`select revision, recorded_at, recorded_by, content->>'state' as state, content->>'said_lv' as said_lv,
        content->>'said_en' as said_en, content->>'account_id' as account_id,
        coalesce((content->>'is_earlier')::boolean, false) as is_earlier
      from platform.record_revision
      where municipality_id = ${municipalityId} and table_name = ${LIFE.table} and record_key = ${identity}
      order by revision desc`,
  )
}

/** Findings that are entrusted to an account, for its own export. */
export function findLivesOf(db: Own, accountId: string) {
  return db
    .selectFrom('findings.life')
    .select(['municipality_id', 'rule', 'state', 'finding_lv'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute()
}
