import { sql } from 'kysely'
import { type IndicatorsTables, selectCurrentTargetSet } from '#modules/indicators.server'
import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import { findStatesAsOf, isShownAsOf } from '#platform/write/states-as-of.server.ts'
import { asSummary, assembleStrategyTree, type SourceKeys } from './assemble.ts'
import type { StrategySummary, StrategyTree } from './model.ts'
import { asItWas, describePlanAsOf } from './plan-as-of.server.ts'
import type { StrategyRow, StrategyTables } from './tables.server.ts'

type Own = Db<StrategyTables>

/** How to read a strategy. */
export type Reading = {
  /** The state at this instant, and only status reports that were recorded by then; without it the newest. */
  asOf?: Date | undefined
  /** Keys of source documents by id, for citations; sources it does not name come back as null. */
  sourceKeys?: SourceKeys | undefined
}

function selectSummaries(db: Own) {
  return db
    .selectFrom('strategy.strategy')
    .select(['municipality_id', 'id', 'key', 'title_lv', 'title_en', 'version', 'starts_on', 'ends_on'])
}

/** Strategies of all municipalities that the reader may see, the newest first. One statement. */
export async function findStrategies(db: Own): Promise<StrategySummary[]> {
  const rows = await selectSummaries(db).orderBy('starts_on', 'desc').orderBy('key').execute()
  return rows.map(asSummary)
}

/** The strategy of a public id such as `liepaja-2020-2025`, of any municipality or the one given. One statement. */
export async function findStrategyByKey(
  db: Own,
  key: string,
  municipalityId?: string,
): Promise<StrategySummary | undefined> {
  const row = await selectSummaries(db)
    .where('key', '=', key)
    .$if(municipalityId !== undefined, (query) => query.where('municipality_id', '=', municipalityId ?? ''))
    .orderBy('municipality_id')
    .limit(1)
    .executeTakeFirst()
  return row && asSummary(row)
}

/** Strategies of a municipality that the reader may see, the newest first. One statement. */
export async function findStrategiesOf(db: Own, municipalityId: string): Promise<StrategySummary[]> {
  const rows = await selectSummaries(db)
    .where('municipality_id', '=', municipalityId)
    .orderBy('starts_on', 'desc')
    .orderBy('key')
    .execute()
  return rows.map(asSummary)
}

/** The strategy by whose targets a municipality is judged now; undefined while the reader may see none. One statement. */
export async function findCurrentStrategy(
  db: Own & Db<IndicatorsTables>,
  municipalityId: string,
): Promise<StrategySummary | undefined> {
  const row = await selectSummaries(db)
    .where('municipality_id', '=', municipalityId)
    .where('key', '=', selectCurrentTargetSet(db, municipalityId))
    .executeTakeFirst()
  return row && asSummary(row)
}

/** Public id of a strategy by its id; undefined where the reader may see none. One statement. */
export async function findStrategyKey(
  db: Own,
  municipalityId: string,
  strategyId: string,
): Promise<string | undefined> {
  const row = await selectSummaries(db)
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', strategyId)
    .where(isShown())
    .executeTakeFirst()
  return row?.key
}

/** When the council decided on a strategy as it stands; null where no day is stated. One statement. */
export async function findDecidedOn(
  db: Own,
  municipalityId: string,
  strategyId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('strategy.strategy')
    .select('decided_on')
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', strategyId)
    .executeTakeFirst()
  return row?.decided_on ?? null
}

/** Codes of the actions that are part of a strategy now, as people count (see `isStanding`). One statement. */
export async function findStandingCodes(
  db: Own,
  municipalityId: string,
  strategyId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('strategy.action')
    .select('code')
    .where('municipality_id', '=', municipalityId)
    .where('strategy_id', '=', strategyId)
    .where('ended_on', 'is', null)
    .where(isShown())
    .execute()
  const inOrder = new Intl.Collator('lv', { numeric: true })
  return rows.map(({ code }) => code).toSorted(inOrder.compare)
}

/**
 * A strategy with its goals, directions, actions and their whole status history, programmes, claims and
 * all the rest. Eight statements, however large it is, and two more for an earlier state; undefined when there is no
 * such strategy, or there was none then.
 */
export async function getStrategyTree(
  db: Own,
  municipalityId: string,
  strategyId: string,
  { asOf, sourceKeys = new Map() }: Reading = {},
): Promise<StrategyTree | undefined> {
  const strategy = await db
    .selectFrom('strategy.strategy')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', strategyId)
    .executeTakeFirst()
  if (!strategy) return undefined
  const rows = {
    lists: await readRows(db, selectLists(db, municipalityId, strategyId, asOf)),
    actions: await readRows(
      db,
      selectActions(db, municipalityId, strategyId, asOf).orderBy('position').orderBy('code'),
    ),
    programmes: await readRows(
      db,
      db
        .selectFrom('strategy.programme')
        .selectAll()
        .where('municipality_id', '=', municipalityId)
        .where('strategy_id', '=', strategyId)
        .where(isShownAsOf(asOf))
        .orderBy('position'),
    ),
    links: await readRows(
      db,
      db
        .selectFrom('strategy.programme_direction')
        .selectAll()
        .where('municipality_id', '=', municipalityId)
        .where('strategy_id', '=', strategyId)
        .where(isShownAsOf(asOf))
        .orderBy('direction'),
    ),
    claims: await readRows(
      db,
      db
        .selectFrom('strategy.claim')
        .selectAll()
        .where('municipality_id', '=', municipalityId)
        .where('strategy_id', '=', strategyId)
        .where(isShownAsOf(asOf))
        .orderBy('kind')
        .orderBy('key'),
    ),
    goalIndicators: await readRows(
      db,
      db
        .selectFrom('strategy.goal_indicator')
        .select(['indicator_id', 'goal'])
        .where('municipality_id', '=', municipalityId)
        .where('strategy_id', '=', strategyId)
        .where(isShownAsOf(asOf)),
    ),
  }
  const statuses = standing(await readRows(db, selectStatuses(db, municipalityId, strategyId, asOf)))
  if (asOf === undefined) return assembleStrategyTree({ ...rows, strategy, statuses }, sourceKeys)
  const [was] = await findStrategyAsOf(db, strategy, asOf)
  const described = await describePlanAsOf(db, { municipalityId, strategyId, asOf }, rows)
  return was && assembleStrategyTree({ ...described, strategy: was, statuses }, sourceKeys)
}

/** Reports that stand: of one that was withdrawn no revision does. The newest revision comes last. */
function standing<Row extends { action: string; as_of: string; withdrawn_at?: Date | null | undefined }>(
  rows: Row[],
) {
  const newest = new Map(rows.map((row) => [`${row.action} ${row.as_of}`, row]))
  return rows.filter((row) => !newest.get(`${row.action} ${row.as_of}`)?.withdrawn_at)
}

/** The plan's own row as it was; none before the reader could see it. */
async function findStrategyAsOf(db: Own, row: StrategyRow<'strategy'>, asOf: Date) {
  const place = { municipalityId: row.municipality_id, table: 'strategy.strategy', asOf }
  const state = (await findStatesAsOf(db, place, [row.key])).get(row.key)
  return state?.is_later ? [] : asItWas(row, state?.content)
}

function selectActions(db: Own, municipalityId: string, strategyId: string, asOf?: Date) {
  return db
    .selectFrom('strategy.action')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('strategy_id', '=', strategyId)
    .where(isShownAsOf(asOf))
}

function selectStatuses(db: Own, municipalityId: string, strategyId: string, asOf?: Date) {
  return db
    .selectFrom('strategy.action_status')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('strategy_id', '=', strategyId)
    .$if(asOf !== undefined, (query) => query.where('recorded_at', '<=', asOf as Date))
    .orderBy('as_of')
    .orderBy('revision')
}

/** The plain lists of a strategy have the same columns, so that one statement reads them all. */
function selectLists(db: Own, municipalityId: string, strategyId: string, asOf?: Date) {
  const shared = ['code', 'position', 'title_lv', 'title_en', 'source_id', 'locator'] as const
  const none = sql<string | null>`null::text`
  const continued = sql<string | null>`continues`.as('continues')
  const uncontinued = none.as('continues')
  const unquoted = [none.as('official_lv'), none.as('official_en')] as const
  return db
    .selectFrom('strategy.value')
    .where('municipality_id', '=', municipalityId)
    .where('strategy_id', '=', strategyId)
    .where(isShownAsOf(asOf))
    .select(shared)
    .select(['meaning_lv as more_lv', 'meaning_en as more_en'])
    .select(unquoted)
    .select([named('value').as('list'), none.as('parent'), uncontinued])
    .unionAll(
      db
        .selectFrom('strategy.goal')
        .where('municipality_id', '=', municipalityId)
        .where('strategy_id', '=', strategyId)
        .where(isShownAsOf(asOf))
        .select(shared)
        .select(['aim_lv as more_lv', 'aim_en as more_en'])
        .select(['official_lv', 'official_en'])
        .select([named('goal').as('list'), none.as('parent'), continued]),
    )
    .unionAll(
      db
        .selectFrom('strategy.direction')
        .where('municipality_id', '=', municipalityId)
        .where('strategy_id', '=', strategyId)
        .where(isShownAsOf(asOf))
        .select(shared)
        .select([none.as('more_lv'), none.as('more_en')])
        .select(['official_lv', 'official_en'])
        .select([named('direction').as('list'), sql<string | null>`goal`.as('parent'), continued]),
    )
    .unionAll(
      db
        .selectFrom('strategy.external_factor')
        .where('municipality_id', '=', municipalityId)
        .where('strategy_id', '=', strategyId)
        .where(isShownAsOf(asOf))
        .select(shared)
        .select(['effect_lv as more_lv', 'effect_en as more_en'])
        .select(unquoted)
        .select([named('externalFactor').as('list'), none.as('parent'), uncontinued]),
    )
    .unionAll(
      db
        .selectFrom('strategy.recommendation')
        .where('municipality_id', '=', municipalityId)
        .where('strategy_id', '=', strategyId)
        .where(isShownAsOf(asOf))
        .select(shared)
        .select([none.as('more_lv'), none.as('more_en')])
        .select(unquoted)
        .select([named('recommendation').as('list'), none.as('parent'), uncontinued]),
    )
}

type ListName = 'value' | 'goal' | 'direction' | 'externalFactor' | 'recommendation'

const named = (list: ListName) => sql<ListName>`${sql.lit(list)}::text`
