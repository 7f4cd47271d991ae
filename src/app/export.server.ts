import { findStrategiesOf } from '#modules/strategy.server'
import { COVERED } from '#platform/covered.ts'
import { writeCsv } from '#platform/csv.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { cellText } from '#platform/import/cell-text.ts'
import { findCountryRows } from '#platform/import/country-rows.server.ts'
import { datasetSheets } from '#platform/import/dataset.ts'
import { findPlanRows, type PlanRow } from '#platform/import/plan-rows.server.ts'
import type { Sheet } from '#platform/import/sheet.ts'
import { may, THE_PUBLIC, type User } from '#platform/users.ts'
import { asTab, writeWorkbook } from '#platform/workbook/write-workbook.server.ts'
import { loadingsOf, sheetsOf } from './read-folder.server.ts'

type Fields = Readonly<Record<string, unknown>>
/** A table as its file has it. */
export type Table = { name: string; sheet: Sheet; rows: readonly Fields[] }
/** Everything that the files of a folder would say. */
export type Exported = { name: string; tables: readonly Table[] }

export type OfMunicipality = { id: string; slug: string }

/** Public ids of a municipality's plans that the user may see, the oldest first. */
export const findPlans = async (db: Database, user: User, { id }: OfMunicipality): Promise<string[]> =>
  (await readAs(db, user, (tx) => findStrategiesOf(tx, id), { municipalityId: id }))
    .map(({ key }) => key)
    .toReversed()

/** Every sheet of cells that are kept as rows of their own. */
export const linkSheets = (): Readonly<Record<string, Sheet>> =>
  Object.assign({}, ...loadingsOf('municipality').map(({ links }) => links?.sheets))

/**
 * Everything that is stored of a plan and that its files say. Figures about few people are `c` for whoever may not
 * see them as they are; such files are refused when they are loaded.
 */
export async function exportPlan(
  db: Database,
  user: User,
  municipality: OfMunicipality,
  plan: string,
): Promise<Exported> {
  const { id: municipalityId, slug } = municipality
  const { dataset, ...sheets } = sheetsOf('municipality')
  const asked = { municipalityId, plan, sheets, links: linkSheets() }
  const rows = await readAs(db, user, (tx) => findPlanRows(tx, asked), { municipalityId })
  const isPublic = rows.get('strategy')?.[0]?.isPublic ?? false
  const about = { municipality: slug, strategy: plan, public: isPublic }
  const guarded = guardedCells(user, municipalityId)
  const tables = Object.entries(sheets).map(([name, sheet]): Table => {
    const hidden = guarded.get(name) ?? []
    return { name, sheet, rows: (rows.get(name) ?? []).map(({ fields }) => covered(fields, hidden)) }
  })
  return { name: plan, tables: [{ name: 'dataset', sheet: datasetSheets.dataset, rows: [about] }, ...tables] }
}

/** The country's registers in the same form. */
export async function exportCountry(db: Database): Promise<Exported> {
  const sheets = sheetsOf('country')
  const rows = await readAs(db, THE_PUBLIC, (tx) => findCountryRows(tx, sheets))
  const tables = Object.entries(sheets).map(([name, sheet]) => ({ name, sheet, rows: rows.get(name) ?? [] }))
  return { name: 'latvija', tables }
}

/** Tables whose rows the user may read or load, by name. */
export const readableSheets = (user: User, municipalityId: string): string[] =>
  loadingsOf('municipality')
    .filter(({ capability }) =>
      [capability, capability.replace(/edit$/, 'read') as typeof capability].some((one) =>
        may(user, one, { municipalityId }),
      ),
    )
    .flatMap(({ sheets }) => Object.keys(sheets))

/** Columns that the user is not given as they are, by sheet. */
function guardedCells(user: User, municipalityId: string): Map<string, readonly string[]> {
  const hidden = loadingsOf('municipality').flatMap(({ guarded }) =>
    guarded && !may(user, guarded.capability, { municipalityId }) ? Object.entries(guarded.cells) : [],
  )
  return new Map(hidden)
}

const covered = (fields: PlanRow['fields'], columns: readonly string[]): Fields =>
  columns.length === 0
    ? fields
    : {
        ...fields,
        ...Object.fromEntries(
          columns.filter((column) => fields[column] !== null).map((column) => [column, COVERED]),
        ),
      }

/** Rows of a table as texts, in the order of the columns. */
export const textRows = ({ sheet, rows }: Pick<Table, 'sheet' | 'rows'>): string[][] => {
  const columns = Object.keys(sheet.columns)
  return rows.map((fields) => columns.map((column) => cellText(fields[column])))
}

/** `machine`: commas, points, no mark. `excel`: what Excel in Latvian opens: mark, semicolons, decimal commas. */
export type CsvForm = 'machine' | 'excel'

/** A table as CSV. The encoding, the separator and the order of columns are part of what was promised. */
export function tableCsv(table: Pick<Table, 'sheet' | 'rows'>, form: CsvForm): string {
  const columns = Object.entries(table.sheet.columns)
  const headings = columns.map(([column]) => column)
  if (form === 'machine') return writeCsv(headings, textRows(table)).slice(1)
  const isDecimal = columns.map(([, column]) => column.form?.kind === 'decimal')
  const rows = textRows(table).map((row) =>
    row.map((text, index) => (isDecimal[index] ? text.replace('.', ',') : text)),
  )
  return writeCsv(headings, rows, ';')
}

/** All tables of an export in one workbook. */
export const exportWorkbook = ({ tables }: Pick<Exported, 'tables'>): Promise<Uint8Array> =>
  writeWorkbook(tables.map((table) => asTab(table.sheet, textRows(table))))
