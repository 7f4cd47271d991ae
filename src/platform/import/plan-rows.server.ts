import { sql } from 'kysely'
import type { DatabaseTransaction } from '../database/types.server.ts'
import { joinedKey, keyOf } from './find-row.ts'
import { findLoadedRows, type LoadedRow } from './loaded-rows.server.ts'
import type { Kept, Sheet } from './sheet.ts'

type Sheets = Readonly<Record<string, Sheet>>
type Fields = Readonly<Record<string, unknown>>

/** A current row as its file would have it. */
export type PlanRow = { fields: Fields; isPublic: boolean }

type Asked = {
  municipalityId: string
  plan: string
  sheets: Sheets
  links: Sheets
  /** Whether a cell still names a row that is withdrawn; else it is empty. */
  namesWithdrawn?: boolean
}

/**
 * Every current row of a plan by the names of the sheets, complete and in an order that follows from the rows
 * alone. What belongs to no plan, such as institutions and surveys, comes with the plan whose files brought it,
 * or whose source it names; otherwise with the first plan of the municipality.
 *
 * @param links sheets of cells that are kept as rows of their own
 */
export async function findPlanRows(tx: DatabaseTransaction, asked: Asked): Promise<Map<string, PlanRow[]>> {
  const { municipalityId, plan, sheets, links, namesWithdrawn = false } = asked
  const all = { ...sheets, ...links }
  const loaded = await findLoadedRows(tx, municipalityId, plan, all, { namesWithdrawn })
  const belongs = await belonging(tx, asked, loaded)
  const ofPlan = new Map<string, LoadedRow[]>()
  for (const [name, rows] of loaded) {
    const { kept } = sheets[name] ?? links[name] ?? {}
    ofPlan.set(name, kept ? rows.filter((row) => belongs(kept, row)) : [])
  }
  return new Map(
    Object.entries(sheets).map(([name, sheet]) => {
      const linked = linkedCells(sheet, links, ofPlan)
      const rows = (ofPlan.get(name) ?? []).toSorted(inOrder(sheet))
      return [
        name,
        rows.map(({ fields, stored }) => ({
          fields: { ...withNulls(sheet, fields), ...linked.get(keyOf(fields, sheet.key)) },
          isPublic: stored.is_public !== false,
        })),
      ]
    }),
  )
}

const withNulls = ({ columns }: Sheet, fields: Fields): Fields =>
  Object.fromEntries(Object.keys(columns).map((column) => [column, fields[column] ?? null]))

/** Decides which rows are the plan's: by what they stand within, else by who brought them. */
async function belonging(
  tx: DatabaseTransaction,
  { municipalityId, plan, sheets }: Asked,
  loaded: ReadonlyMap<string, readonly LoadedRow[]>,
) {
  const scopes = new Map<string, unknown>()
  const tables = Object.values(sheets).flatMap(({ kept }) => kept?.withinTable ?? [])
  for (const table of new Set(tables)) {
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}
      where municipality_id = ${municipalityId} and key = ${plan}`.execute(tx)
    scopes.set(table, rows[0]?.id)
  }
  const isWithin = ({ within = '', withinTable }: Kept, { stored }: LoadedRow) =>
    stored[within] === (withinTable ? scopes.get(withinTable) : plan)
  const plans = [...loaded].flatMap(([name, rows]) =>
    sheets[name]?.kept?.within === 'key' ? rows.map(({ stored }) => String(stored.key)) : [],
  )
  const isOnly = plans.length <= 1
  const isFirst = plans.toSorted()[0] === plan
  const ownIds = new Set(
    [...loaded].flatMap(([name, rows]) => {
      const kept = sheets[name]?.kept
      return kept?.within ? rows.filter((row) => isWithin(kept, row)).map(({ stored }) => stored.id) : []
    }),
  )
  return (kept: Kept, row: LoadedRow): boolean => {
    if (kept.within !== undefined) return isWithin(kept, row)
    if (isOnly || row.isOwn) return true
    const { source_id: source } = row.stored
    return source ? ownIds.has(source) : isFirst
  }
}

/** Cells that are kept as rows of their own, by the key of the row to which they belong. */
function linkedCells(sheet: Sheet, links: Sheets, rows: ReadonlyMap<string, readonly LoadedRow[]>) {
  const cells = new Map<string, Fields>()
  for (const [name, link] of Object.entries(links)) {
    if (link.file !== sheet.file) continue
    const key = Object.keys(link.columns).slice(0, sheet.key.length)
    const rest = Object.keys(link.columns).slice(sheet.key.length)
    for (const { fields } of rows.get(name) ?? []) {
      const own = joinedKey(key.map((column) => fields[column]))
      const values = Object.fromEntries(rest.map((column) => [column, fields[column] ?? null]))
      cells.set(own, { ...cells.get(own), ...values })
    }
  }
  return cells
}

const collator = new Intl.Collator('en', { numeric: true })

/** By the place that the rows have, then by their keys: nothing that differs from one database to another. */
const inOrder =
  ({ key }: Sheet) =>
  (a: LoadedRow, b: LoadedRow): number => {
    const byPlace = Number(a.stored.position ?? 0) - Number(b.stored.position ?? 0)
    return byPlace || collator.compare(keyOf(a.fields, key), keyOf(b.fields, key)) || 0
  }
