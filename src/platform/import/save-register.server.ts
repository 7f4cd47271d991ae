import { sql } from 'kysely'
import { inBatches } from '../database/in-batches.ts'
import type { DatabaseTransaction } from '../database/types.server.ts'

/** A row of a file as its table has it. */
export const withoutLine = <Row extends { line: number }>({ line, ...row }: Row) => row

/**
 * Stores rows of a register of the whole country: those that are equal already are neither written nor counted.
 *
 * @returns how many were new or differed
 */
export async function saveRegister(
  tx: DatabaseTransaction,
  table: string,
  key: string[],
  all: Record<string, unknown>[],
): Promise<number> {
  const columns = Object.keys(all[0] ?? {})
  const others = columns.filter((column) => !key.includes(column))
  const refs = (prefix: string) => sql.join(others.map((column) => sql.ref(`${prefix}.${column}`)))
  let written = 0
  for (const rows of inBatches(all)) {
    const done =
      await sql`insert into ${sql.table(table)} as known (${sql.join(columns.map((column) => sql.ref(column)))})
      values ${sql.join(rows.map((row) => sql`(${sql.join(columns.map((column) => sql.val(row[column])))})`))}
      on conflict (${sql.join(key.map((column) => sql.ref(column)))}) do update
        set (${sql.join(others.map((column) => sql.ref(column)))}) = row(${refs('excluded')})
        where row(${refs('known')}) is distinct from row(${refs('excluded')})
      returning 1`.execute(tx)
    written += done.rows.length
  }
  return written
}
