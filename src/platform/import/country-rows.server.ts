import type { Kysely } from 'kysely'
import type { DatabaseTransaction } from '../database/types.server.ts'
import { keyOf } from './find-row.ts'
import type { Sheet } from './sheet.ts'

type Fields = Readonly<Record<string, unknown>>
type AnyDb = Kysely<Record<string, Record<string, unknown>>>

/** Every row of the country's registers by the names of their sheets, in the order of their keys. */
export async function findCountryRows(
  tx: DatabaseTransaction,
  sheets: Readonly<Record<string, Sheet>>,
): Promise<Map<string, Fields[]>> {
  const db = tx as unknown as AnyDb
  const found = new Map<string, Fields[]>()
  for (const [name, sheet] of Object.entries(sheets)) {
    const { kept, columns, key } = sheet
    if (!kept) continue
    const { table, column, columns: there = [] } = kept.statesOf ?? { table: '', column: '' }
    const things = table === '' ? [] : await db.selectFrom(table).selectAll().execute()
    const byId = new Map(things.map((thing) => [thing.id, thing]))
    const rows = (await db.selectFrom(kept.table).selectAll().execute()).map((row): Fields => {
      const thing = byId.get(row[column])
      return Object.fromEntries(
        Object.keys(columns).map((one) => [one, (there.includes(one) ? thing?.[one] : row[one]) ?? null]),
      )
    })
    found.set(
      name,
      rows.toSorted((a, b) => (keyOf(a, key) < keyOf(b, key) ? -1 : 1)),
    )
  }
  return found
}
