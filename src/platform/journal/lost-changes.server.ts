import { sql } from 'kysely'
import type { DatabaseTransaction } from '../database/types.server.ts'
import type { TableDeclaration } from '../rights/declaration.ts'
import { COUNTRY } from '../write/data-version.server.ts'
import type { JournalFault } from './verify.server.ts'

type Declared = Readonly<Record<string, TableDeclaration>>

/**
 * Looks for rows whose change is not in the journal, for tables that no longer bind their rows to it, and for
 * registers of the country of which it knows nothing. The transaction is that of somebody who may read the
 * whole country.
 */
export async function findLostChanges(tx: DatabaseTransaction, declared: Declared): Promise<JournalFault[]> {
  const audited = Object.entries(declared).filter(([, table]) => table.audit === 'audit')
  const tenants = audited.flatMap(([name, table]) => ('reach' in table ? [name] : []))
  const faults = await findUnbound(tx, tenants)
  for (const [name, table] of audited) {
    // Rows of a narrower reach are nobody's to read here; what binds them to the journal was looked at above.
    if ('reach' in table && table.from === 'country') faults.push(...(await findLost(tx, name)))
    if ('national' in table) faults.push(...(await findLostRegister(tx, name)))
  }
  return faults
}

async function findLostRegister(tx: DatabaseTransaction, table: string): Promise<JournalFault[]> {
  const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(table)}
    where not exists (select from platform.change where municipality_id = ${COUNTRY})
    having count(*) > 0`.execute(tx)
  return rows.map(({ count }) => ({ kind: 'lostChange', municipalityId: COUNTRY, values: { table, count } }))
}

async function findLost(tx: DatabaseTransaction, table: string): Promise<JournalFault[]> {
  const { rows } = await sql<{ municipality_id: string; count: number }>`
    select t.municipality_id, count(*) from ${sql.table(table)} t
    where not exists (select from platform.change c
      where c.municipality_id = t.municipality_id and c.id = t.change_id)
    group by 1 order by 1`.execute(tx)
  return rows.map(({ municipality_id, count }) => ({
    kind: 'lostChange',
    municipalityId: municipality_id,
    values: { table, count },
  }))
}

/** Audited tables without a foreign key to the journal that is enforced and was checked. */
async function findUnbound(tx: DatabaseTransaction, tables: readonly string[]): Promise<JournalFault[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct k.conrelid::regclass::text as name from pg_constraint k
    where k.contype = 'f' and k.confrelid = 'platform.change'::regclass and k.convalidated
      and not exists (select from pg_trigger t where t.tgconstraint = k.oid and t.tgenabled <> 'O')`.execute(
    tx,
  )
  const bound = new Set(rows.map(({ name }) => name))
  return tables
    .filter((table) => !bound.has(table))
    .map((table) => ({ kind: 'unbound', municipalityId: null, values: { table } }))
}
