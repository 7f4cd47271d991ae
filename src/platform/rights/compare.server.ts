import { sql } from 'kysely'
import type { Connections, DatabaseTransaction } from '../database/types.server.ts'
import type { Declared } from './declared.ts'
import { HISTORY_TABLE, historyRightsOf } from './history.ts'
import { rightsOf } from './policies.ts'
import { type Right, readRights } from './read-rights.server.ts'

/** How the database's rights differ from the declared ones. */
export type Comparison = {
  /** Tables that nobody has declared, and declarations without a table. */
  undeclared: string[]
  absent: string[]
  /** Rights that the database has and should not have, and the other way round. */
  tooMuch: Right[]
  lacking: Right[]
  /** Rights as they are. */
  found: Right[]
}

/**
 * Compares what the database has with what is declared: gives every table its declared rights in a
 * transaction that is then undone, and reads the catalog before and after.
 */
export async function compareRights(owner: Connections, declared: Declared): Promise<Comparison> {
  const tx = await owner.startTransaction().execute()
  try {
    return await compareWithin(tx, declared)
  } finally {
    await tx.rollback().execute()
  }
}

/** The same within a transaction, which the caller must undo. */
export async function compareWithin(tx: DatabaseTransaction, declared: Declared): Promise<Comparison> {
  const found = await readRights(tx)
  const tables = new Set(found.map(({ table }) => table))
  for (const statement of statementsFor(declared, tables, found)) await sql.raw(statement).execute(tx)
  const wanted = await readRights(tx)
  const isKnown = ({ table }: Right) => table in declared
  return {
    undeclared: [...tables].filter((table) => !(table in declared)),
    absent: Object.keys(declared).filter((table) => !tables.has(table)),
    tooMuch: without(found, wanted).filter(isKnown),
    lacking: without(wanted, found).filter(isKnown),
    found,
  }
}

/** A sentence for each difference; none when the database has exactly what is declared. */
export function describeComparison({ undeclared, absent, tooMuch, lacking }: Comparison): string[] {
  return [
    ...undeclared.map(
      (table) => `${table}: nothing says who reaches it; declare it in its module's reach.server.ts`,
    ),
    ...absent.map((table) => `${table}: it is declared, but there is no such table`),
    ...tooMuch.map(({ table, said }) => `${table}: the database has, and nobody declared: ${said}`),
    ...lacking.map(({ table, said }) => `${table}: it is declared, and the database lacks: ${said}`),
  ]
}

function without(rights: readonly Right[], others: readonly Right[]) {
  const known = new Set(others.map(({ table, said }) => `${table} ${said}`))
  return rights.filter(({ table, said }) => !known.has(`${table} ${said}`))
}

function statementsFor(declared: Declared, tables: ReadonlySet<string>, found: readonly Right[]) {
  const known = Object.entries(declared).filter(([name]) => tables.has(name))
  const modules = Map.groupBy(known, ([, { module }]) => module)
  return [
    ...dropsOf(found),
    ...known.flatMap(([name, table]) => rightsOf(name, table)),
    ...[...modules].flatMap(([module, own]) => historyRightsOf(module, Object.fromEntries(own))),
  ]
}

const dropsOf = (rights: readonly Right[]) =>
  rights.flatMap(({ table, policy }) => (policy === null ? [] : [`drop policy ${policy} on ${table}`]))

/**
 * Statements that bring each module's tables from what they have to what is declared, by module. A policy
 * on the history of rows belongs to the module whose rows they are.
 */
export function mend(declared: Declared, { tooMuch, lacking, found }: Comparison): Map<string, string[]> {
  const ownerOf = (right: Right) => moduleOfRight(declared, right)
  const wrong = Map.groupBy([...tooMuch, ...lacking], ownerOf)
  return new Map(
    [...wrong].map(([module, rights]) => {
      const tables = new Set(rights.map(({ table }) => table))
      const own = found.filter((right) => tables.has(right.table) && ownerOf(right) === module)
      const changed = Object.entries(tablesOf(declared, module)).filter(([name]) => tables.has(name))
      const history = tables.has(HISTORY_TABLE) ? historyRightsOf(module, tablesOf(declared, module)) : []
      return [
        module,
        [...dropsOf(own), ...changed.flatMap(([name, table]) => rightsOf(name, table)), ...history],
      ]
    }),
  )
}

const tablesOf = (declared: Declared, module: string) =>
  Object.fromEntries(Object.entries(declared).filter(([, table]) => table.module === module))

/** Module to which a right belongs: that of the table, or the one whose history a policy opens. */
function moduleOfRight(declared: Declared, { table, policy }: Right): string {
  const [, module] = table === HISTORY_TABLE ? (/^([a-z]+)_(public|member)_/.exec(policy ?? '') ?? []) : []
  return module ?? declared[table]?.module ?? ''
}
