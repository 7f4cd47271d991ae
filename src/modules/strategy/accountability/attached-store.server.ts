import { sql } from 'kysely'
import { type Citation, type CitedRow, citationReader } from '#modules/sources'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { findStatesWithin, isShownAsOf } from '#platform/write/states-as-of.server.ts'
import type { SourceKeys } from '../assemble.ts'
import { asItWas } from '../plan-as-of.server.ts'
import type { Reading } from '../store.server.ts'
import type { StrategyTables } from '../tables.server.ts'
import type { Attached, NationalLink, RiskLink } from './model.ts'
import type { AccountabilityTables } from './tables.server.ts'

type Own = Db<StrategyTables>
type Place = { municipalityId: string; strategyId: string }

/** Tables of what hangs on a plan, by their lists, in whose order they are read. */
const LISTS = {
  parties: 'strategy.action_party',
  milestones: 'strategy.action_milestone',
  funding: 'strategy.action_funding',
  works: 'strategy.action_works',
  risks: 'strategy.risk',
  riskLinks: 'strategy.risk_link',
  nationalLinks: 'strategy.national_link',
} as const satisfies Record<keyof Attached, keyof AccountabilityTables>
export type AttachedList = keyof typeof LISTS
type List = AttachedList
const NAMES = Object.keys(LISTS) as List[]

type RowOf<Name extends List> = AccountabilityTables[(typeof LISTS)[Name]]
type Rows = { [Name in List]: RowOf<Name>[] }

/**
 * Who does what in a plan's actions, by when, with what money, what may hit it and which national goals it serves. One
 * statement, however much it is, and one more for an earlier state.
 */
export async function findAttached(
  db: Own,
  place: Place,
  { asOf, sourceKeys = new Map() }: Reading = {},
): Promise<Attached> {
  const all = await findRows(db, place, asOf)
  const rows = asOf === undefined ? all : await describeAsOf(db, { ...place, asOf }, all)
  return assemble(rows, sourceKeys)
}

/** Rows as they are stored; of an earlier state those withdrawn as well, since only the state itself can tell. */
async function findRows(db: Own, { municipalityId, strategyId }: Place, asOf?: Date): Promise<Rows> {
  const selects = NAMES.map(
    (list) => sql`select ${sql.lit(list)} as list, to_jsonb(t) as row from ${sql.table(LISTS[list])} t
      where municipality_id = ${municipalityId} and strategy_id = ${strategyId} and ${isShownAsOf(asOf)}`,
  )
  const found = await readSql(
    db,
    sql<{ list: List; row: { code: string } }>`${sql.join(selects, sql` union all `)}`,
  )
  const byList = Map.groupBy(found, ({ list }) => list)
  const rows = NAMES.map((list) => [list, (byList.get(list) ?? []).map(({ row }) => row).sort(inOrder)])
  return Object.fromEntries(rows) as Rows
}

async function describeAsOf(
  db: Own,
  { municipalityId, strategyId, asOf }: Place & { asOf: Date },
  rows: Rows,
): Promise<Rows> {
  const tables = Object.values(LISTS)
  const stateOf = await findStatesWithin(db, { municipalityId, tables, within: strategyId, asOf })
  const were = NAMES.map((list) => {
    const table = LISTS[list]
    const own = rows[list] as { code: string; action?: string | null }[]
    const isOfAction = table.startsWith('strategy.action_')
    return [
      list,
      own.flatMap((row) => asItWas(row, stateOf(table, isOfAction ? `${row.action}·${row.code}` : row.code))),
    ]
  })
  return Object.fromEntries(were) as Rows
}

/** The same as cells of the files that load it: sources by their keys, indicators by their codes. */
export async function findAttachedCells(
  db: Own,
  place: Place,
  list: List,
  { asOf, sourceKeys = new Map(), codes = new Map() }: Reading & { codes?: ReadonlyMap<string, string> },
): Promise<Readonly<Record<string, unknown>>[]> {
  const all = await findRows(db, place, asOf)
  const rows = asOf === undefined ? all : await describeAsOf(db, { ...place, asOf }, all)
  return rows[list].map((row) => ({
    ...row,
    source: row.source_id === null ? null : (sourceKeys.get(row.source_id) ?? null),
    indicator: 'indicator_id' in row ? (codes.get(row.indicator_id ?? '') ?? null) : null,
  }))
}

const collator = new Intl.Collator('lv', { numeric: true })
type Ordered = { code: string; action?: string | null; position?: number }
const inOrder = (a: Ordered, b: Ordered) =>
  collator.compare(a.action ?? '', b.action ?? '') ||
  (a.position ?? 0) - (b.position ?? 0) ||
  collator.compare(a.code, b.code)

/** Columns in both languages; what has no English stands in Latvian. */
const local = (lv: string, en: string | null): LocalText => ({ lv, en: en ?? lv })
const optional = (lv: string | null, en: string | null) => (lv === null ? null : local(lv, en))
const byDay = (a: string | null, b: string | null) => (a ?? '9999').localeCompare(b ?? '9999')

function assemble(rows: Rows, sourceKeys: SourceKeys): Attached {
  const cite: (row: CitedRow) => Citation = citationReader(sourceKeys)
  return {
    parties: rows.parties.map((row) => ({
      ...ofAction(row),
      institution: row.institution,
      name: local(row.name_lv, row.name_en),
      part: local(row.part_lv, row.part_en),
      ...cite(row),
    })),
    milestones: rows.milestones
      .map((row) => ({
        ...ofAction(row),
        kind: row.kind,
        title: local(row.title_lv, row.title_en),
        dueOn: row.due_on,
        doneOn: row.done_on,
        ...cite(row),
      }))
      .sort((a, b) => byDay(a.dueOn, b.dueOn)),
    funding: rows.funding.map((row) => ({
      ...ofAction(row),
      fund: row.fund,
      title: optional(row.title_lv, row.title_en),
      year: row.year,
      planned: row.planned,
      spent: row.spent,
      ...cite(row),
    })),
    works: rows.works.map((row) => ({
      ...ofAction(row),
      institution: row.institution,
      works: row.works,
      title: local(row.title_lv, row.title_en),
      state: row.state,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      doneOn: row.done_on,
      ...cite(row),
    })),
    risks: rows.risks.map((row) => ({
      code: row.code,
      position: row.position,
      title: local(row.title_lv, row.title_en),
      likelihood: row.likelihood,
      impact: row.impact,
      state: row.state,
      mitigation: optional(row.mitigation_lv, row.mitigation_en),
      responsible: row.responsible,
      reviewedOn: row.reviewed_on,
      ...cite(row),
    })),
    riskLinks: rows.riskLinks.map((row) => ({ ...asRiskLink(row), ...cite(row) })),
    nationalLinks: rows.nationalLinks.map((row) => ({ ...asNationalLink(row), ...cite(row) })),
  }
}

const ofAction = ({ action, code }: { action: string; code: string }) => ({ action, code })

function asRiskLink(row: RowOf<'riskLinks'>): Omit<RiskLink, keyof Citation> {
  const { risk, factor, goal, direction, action, indicator_id } = row
  const hit =
    goal !== null
      ? { kind: 'goal' as const, code: goal }
      : direction !== null
        ? { kind: 'direction' as const, code: direction }
        : action !== null
          ? { kind: 'action' as const, code: action }
          : { kind: 'indicator' as const, code: indicator_id ?? '' }
  const cause = risk === null ? ('factor' as const) : ('risk' as const)
  return { key: row.code, cause, causeCode: risk ?? factor ?? '', ...hit }
}

function asNationalLink(row: RowOf<'nationalLinks'>): Omit<NationalLink, keyof Citation> {
  const { goal, direction, action } = row
  const part =
    goal !== null
      ? { kind: 'goal' as const, code: goal }
      : direction !== null
        ? { kind: 'direction' as const, code: direction }
        : { kind: 'action' as const, code: action ?? '' }
  return { key: row.code, ...part, plan: row.plan, nationalGoal: row.national_goal }
}

/** Rows of what hangs on an action, those withdrawn included, as they are stored. */
export async function findAttachedRows(
  db: Own,
  table: AttachedTable,
  { municipalityId, strategyId }: Place,
  action: string,
) {
  return readSql(
    db,
    sql<AttachedRow>`select * from ${sql.table(table)} where municipality_id = ${municipalityId}
      and strategy_id = ${strategyId} and action = ${action} order by code`,
  )
}
export type AttachedTable =
  | 'strategy.action_party'
  | 'strategy.action_milestone'
  | 'strategy.action_funding'
  | 'strategy.action_works'
export type AttachedRow = Readonly<Record<string, unknown>> & {
  code: string
  revision: number
  source_id: string | null
  withdrawn_at: Date | null
}

/** Links of a table, those withdrawn included, as they are stored. */
export async function findLinkRowsOf<Table extends 'strategy.risk_link' | 'strategy.national_link'>(
  db: Own,
  table: Table,
  { municipalityId, strategyId }: Place,
) {
  return readSql(
    db,
    sql<
      AccountabilityTables[Table]
    >`select * from ${sql.table(table)} where municipality_id = ${municipalityId}
      and strategy_id = ${strategyId} order by code`,
  )
}
