import { type Kysely, type SqlBool, sql } from 'kysely'
import type { DatabaseTransaction } from '../database/types.server.ts'
import type { Kept, Sheet } from './sheet.ts'

type Sheets = Readonly<Record<string, Sheet>>
type Fields = Readonly<Record<string, unknown>>

/** A row that the database holds, as its file would name it. */
export type LoadedRow = {
  /** Cells by the sheet's columns; undefined for those that are kept elsewhere. */
  fields: Fields
  /** The table's own row. */
  stored: Fields
  /** Whether a file of this data set brought it, in the state in which it is now. */
  isOwn: boolean
}

type AnyDb = Kysely<Record<string, Record<string, unknown>>>

/**
 * The current rows of a municipality that are not withdrawn, by the names of their sheets. One statement a
 * sheet, and one more for ids that stand in a table of their own.
 *
 * @param dataset public id by which a data set's loadings are known
 * @param except a change of which the rows are left out, in sheets that nobody asks for otherwise than by their key
 * @param namesWithdrawn whether rows that are withdrawn are still named where others hold them by their id; else such
 *   a cell is empty. One more statement a sheet with ids
 */
export async function findLoadedRows(
  tx: DatabaseTransaction,
  municipalityId: string,
  dataset: string,
  sheets: Sheets,
  { except, namesWithdrawn = false }: { except?: string; namesWithdrawn?: boolean } = {},
): Promise<Map<string, LoadedRow[]>> {
  const changes = await tx
    .selectFrom('platform.change')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('origin', '=', 'import')
    .where('subject', '=', dataset)
    .execute()
  const ownChanges = new Set<unknown>(changes.map(({ id }) => id))

  const stored = new Map<string, Fields[]>()
  for (const [name, sheet] of Object.entries(sheets)) {
    const { kept } = sheet
    if (!kept) continue
    const asked = {
      municipalityId,
      key: keyColumns(sheets, sheet),
      except: isAskedFor(sheets, name, kept) ? undefined : except,
    }
    stored.set(name, await findCurrent(tx, kept, asked))
  }
  const names = await namesOfIds(tx, municipalityId, sheets, stored)
  if (namesWithdrawn) await nameWithdrawn(tx, municipalityId, sheets, names)
  return new Map(
    [...stored].map(([name, rows]) => [
      name,
      rows.map((row) => ({
        fields: asFields(sheets, sheets[name] as Sheet, row, names),
        stored: row,
        isOwn: ownChanges.has(row.change_id),
      })),
    ]),
  )
}

/** The table's columns that tell its rows apart within a municipality, in the order in which they are stored. */
export function keyColumns(sheets: Sheets, sheet: Sheet): string[] {
  const within = sheet.kept?.within === undefined ? [] : [sheet.kept.within]
  return [...within, ...sheet.key.map((column) => storedName(sheets, sheet, column))]
}

/** What the table calls a column of the sheet. */
function storedName(sheets: Sheets, { columns, kept, key }: Sheet, column: string): string {
  if (column === key[0] && kept?.statesOf) return kept.statesOf.column
  const target = sheets[columns[column]?.pointsAt?.sheet ?? '']?.kept
  return kept?.columns?.[column] ?? (target?.hasId || target?.statesOf ? `${column}_id` : column)
}

/** Whether somebody asks for rows of a sheet otherwise than by the whole key: by their id, or by some column. */
const isAskedFor = (sheets: Sheets, name: string, { hasId, statesOf }: Kept) =>
  hasId ||
  statesOf !== undefined ||
  Object.values(sheets).some(({ columns }) =>
    Object.values(columns).some(({ pointsAt }) => pointsAt?.sheet === name && pointsAt.columns !== undefined),
  )

async function findCurrent(
  tx: DatabaseTransaction,
  { table, writing }: Kept,
  {
    municipalityId,
    key,
    except,
  }: { municipalityId: string; key: readonly string[]; except: string | undefined },
): Promise<Fields[]> {
  const db = tx as unknown as AnyDb
  let query = db.selectFrom(table).selectAll().where('municipality_id', '=', municipalityId)
  if (writing === 'append') {
    query = query.distinctOn([...key])
    for (const column of key) query = query.orderBy(column)
    query = query.orderBy('revision', 'desc')
  }
  let current = db.selectFrom(query.as('current')).selectAll().where(sql<SqlBool>`withdrawn_at is null`)
  if (except !== undefined) current = current.where('change_id', '!=', except)
  return current.execute()
}

/** What the files call the rows that others hold by their id. */
async function namesOfIds(
  tx: DatabaseTransaction,
  municipalityId: string,
  sheets: Sheets,
  stored: ReadonlyMap<string, Fields[]>,
) {
  const names = new Map<unknown, unknown>()
  for (const [name, rows] of stored) {
    const { key = [], kept } = sheets[name] ?? {}
    // What is told apart within something else is named by the last part.
    if (kept?.hasId) for (const row of rows) names.set(row.id, row[key.at(-1) ?? ''])
    if (!kept?.statesOf) continue
    const { table, columns = [] } = kept.statesOf
    const [column = ''] = key
    const db = tx as unknown as AnyDb
    const things = db
      .selectFrom(table)
      .select(['id', column, ...columns])
      .where('municipality_id', '=', municipalityId)
    const byId = new Map((await things.execute()).map((thing) => [thing.id, thing]))
    for (const [id, thing] of byId) {
      names.set(id, thing[column])
      for (const one of columns) names.set(nameOfCell(id, one), thing[one])
    }
  }
  return names
}

async function nameWithdrawn(
  tx: DatabaseTransaction,
  municipalityId: string,
  sheets: Sheets,
  names: Map<unknown, unknown>,
) {
  const db = tx as unknown as AnyDb
  for (const { key, kept } of Object.values(sheets)) {
    const column = key.at(-1)
    if (!kept?.hasId || column === undefined) continue
    const rows = await db
      .selectFrom(kept.table)
      .select(['id', column])
      .where('municipality_id', '=', municipalityId)
      .where(sql<SqlBool>`withdrawn_at is not null`)
      .execute()
    for (const row of rows) if (!names.has(row.id)) names.set(row.id, row[column])
  }
}

const nameOfCell = (id: unknown, column: string) => `${id} ${column}`

function asFields(sheets: Sheets, sheet: Sheet, row: Fields, names: ReadonlyMap<unknown, unknown>): Fields {
  return Object.fromEntries(
    Object.keys(sheet.columns).map((column) => {
      const states = sheet.kept?.statesOf
      if (states?.columns?.includes(column)) {
        return [column, names.get(nameOfCell(row[states.column], column)) ?? null]
      }
      const name = storedName(sheets, sheet, column)
      const isNamedOtherwise = sheet.kept?.columns?.[column] !== undefined
      const isOfOtherRow = name !== column && name.endsWith('_id') && !isNamedOtherwise
      return [column, isOfOtherRow ? (names.get(row[name]) ?? null) : row[name]]
    }),
  )
}
