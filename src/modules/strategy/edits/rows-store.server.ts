import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import type { StrategyTables } from '../tables.server.ts'

type Own = Db<StrategyTables>

/** Whose rows: a plan of a municipality. */
export type PlanPlace = { municipalityId: string; strategyId: string }

/** Tables whose rows are told apart within a plan by one column. */
const KEYS = {
  'strategy.value': 'code',
  'strategy.goal': 'code',
  'strategy.direction': 'code',
  'strategy.action': 'code',
  'strategy.programme': 'code',
  'strategy.external_factor': 'code',
  'strategy.recommendation': 'code',
  'strategy.risk': 'code',
  'strategy.claim': 'key',
} as const
export type ListTable = keyof typeof KEYS

export const keyColumnOf = (table: ListTable) => KEYS[table]

/** A row as it is stored; withdrawn ones too, since a code is used once. */
export type StoredRow = Readonly<Record<string, unknown>> & { revision: number; is_public: boolean }

/** One row of a plan by its code; undefined without it. */
export async function findRow(db: Own, table: ListTable, place: PlanPlace, code: string) {
  const rows = await findRowsOf(db, table, place)
  return rows.find((row) => row[KEYS[table]] === code)
}

/** All rows of a plan, those withdrawn included. */
export async function findRowsOf(db: Own, table: ListTable, { municipalityId, strategyId }: PlanPlace) {
  const rows: unknown[] = await readRows(
    db,
    db
      .selectFrom(table as 'strategy.goal')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('strategy_id', '=', strategyId),
  )
  return rows as StoredRow[]
}

/** The plan's own row by its public id. */
export async function findPlanRow(db: Own, municipalityId: string, key: string) {
  const rows = await readRows(
    db,
    db
      .selectFrom('strategy.strategy')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('key', '=', key),
  )
  return rows[0]
}

/** Every revision of every report about an action, or about all of them, the newest last. */
export async function findReportRows(
  db: Own,
  { municipalityId, strategyId }: PlanPlace,
  { action, asOf }: { action?: string; asOf?: string },
) {
  return readRows(
    db,
    db
      .selectFrom('strategy.action_status')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('strategy_id', '=', strategyId)
      .$if(action !== undefined, (query) => query.where('action', '=', action ?? ''))
      .$if(asOf !== undefined, (query) => query.where('as_of', '=', asOf ?? ''))
      .orderBy('as_of')
      .orderBy('revision'),
  )
}

/** Which directions a programme serves, as stored; of all programmes without a code. */
export async function findLinkRows(db: Own, { municipalityId, strategyId }: PlanPlace, programme?: string) {
  return readRows(
    db,
    db
      .selectFrom('strategy.programme_direction')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('strategy_id', '=', strategyId)
      .$if(programme !== undefined, (query) => query.where('programme', '=', programme ?? '')),
  )
}

/** Codes of the indicators that measure a goal, as ids. */
export const findIndicatorIdsOfGoal = (db: Own, { municipalityId, strategyId }: PlanPlace, goal: string) =>
  db
    .selectFrom('strategy.goal_indicator')
    .select('indicator_id')
    .where('municipality_id', '=', municipalityId)
    .where('strategy_id', '=', strategyId)
    .where('goal', '=', goal)
    .where(isShown())
    .execute()

/** Which goal each indicator measures, links withdrawn included. */
export const findMeasureRows = (db: Own, { municipalityId, strategyId }: PlanPlace) =>
  readRows(
    db,
    db
      .selectFrom('strategy.goal_indicator')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('strategy_id', '=', strategyId),
  )
