import { type QueryExecutorProvider, sql } from 'kysely'
import type { OpenDatabase } from '#platform/database/open.server.ts'
import type { TableDeclaration } from '#platform/rights/declaration.ts'
import { everyReach } from '../../src/app/reach.server.ts'
import { findSyntheticTables, insertion, type SyntheticTable } from '../rights/synthetic-rows.ts'
import { asSuperuser } from './superuser.ts'

/** How every planted word begins; its number says in which column it stands. */
export const SECRET = 'zqxnoslepums'

/** Rows of these are everybody's by a rule of their own. */
const EVERYBODYS = new Set(['platform.data_version', 'platform.seal', 'platform.seal_head'])
/** An account whose id is changed would be another account; rows of their own have the word there. */
const ACCOUNTS = /^(account_id|actor|given_by|decided_by|recorded_by|delegated_from)$/

/** Tables of a municipality in which rows can be internal, found from what is declared of them. */
async function findInternalTables(db: QueryExecutorProvider): Promise<SyntheticTable[]> {
  const declared: Readonly<Record<string, TableDeclaration>> = everyReach
  return (await findSyntheticTables(db)).filter(({ name, types }) => {
    const table = declared[name]
    if (!table || !('municipality_id' in types) || EVERYBODYS.has(name)) return false
    return 'special' in table || ('reach' in table && table.published !== 'copy')
  })
}

/** Which word stands where. */
export type Planted = Map<string, string>

const wordFor = (planted: Planted, place: string) => {
  const word = `${SECRET}${planted.size + 1}x`
  planted.set(word, place)
  return word
}

/**
 * Adds a word to every text of every internal row that a municipality has, where nothing forbids it: rows stay what
 * they were, so that whoever may see them does.
 */
export function plantInRows(open: OpenDatabase, municipalityId: string, planted: Planted) {
  return asSuperuser(open, async (superuser) => {
    for (const { name, types } of await findInternalTables(superuser)) {
      const inner = 'is_public' in types ? 'and not is_public' : ''
      for (const [column, type] of Object.entries(types)) {
        if (type !== 'text' || ACCOUNTS.test(column)) continue
        const word = wordFor(planted, `${name}.${column}`)
        await sql
          .raw(`do $$ begin
            update ${name} set ${column} = ${column} || ' ${word}'
            where municipality_id = '${municipalityId}' and ${column} is not null ${inner};
          exception when others then null; end $$`)
          .execute(superuser)
      }
    }
  })
}

/**
 * Adds a row to every internal table of a municipality with the word in every text, whatever checks and references
 * say: what such a row means does not matter, for nobody else may see it.
 */
export function plantRowsOfWords(
  open: OpenDatabase,
  municipalityId: string,
  planted: Planted,
): Promise<string[]> {
  return asSuperuser(open, async (superuser) => {
    const tables = await findInternalTables(superuser)
    for (const table of tables) {
      const given: Record<string, string> = {}
      for (const [column, type] of Object.entries(table.types)) {
        const place = `a row of its own in ${table.name}.${column}`
        if (type === 'text') given[column] = wordFor(planted, place)
        if (type === 'jsonb') given[column] = JSON.stringify({ word: wordFor(planted, place) })
        if (type === 'uuid') given[column] = crypto.randomUUID()
      }
      const row = { ...given, municipality_id: municipalityId }
      await sql.raw(forgetChecks(table.name)).execute(superuser)
      await sql
        .raw(`do $$ begin set local session_replication_role = replica; ${insertion(table, row)}; end $$`)
        .execute(superuser)
    }
    return tables.map(({ name }) => name)
  })
}

const forgetChecks = (table: string) => `do $$ declare found record; begin
  for found in select conname from pg_constraint where conrelid = '${table}'::regclass and contype = 'c'
  loop execute format('alter table ${table} drop constraint %I', found.conname); end loop; end $$`
