import type { TableDeclaration, TenantTable } from '#platform/rights/declaration.ts'
import { type Attempt, OPERATIONS, type Operation } from './expectation.ts'
import { ELSEWHERE, HERE, ROWS, type Row } from './places.ts'
import { insertion, type SyntheticTable } from './synthetic-rows.ts'

export type TriedTable = SyntheticTable & { declared: TableDeclaration }

const WHOSE = ['municipality_id', 'institution_id', 'group_id', 'person_id', 'is_public'] as const

/** Columns by which rows of the table are told apart. */
const tellingColumns = (table: SyntheticTable) => WHOSE.filter((column) => column in table.types)

/** A row for each place and state that the table's columns can tell apart; a national table has but one. */
export function rowsOf(table: TriedTable): Row[] {
  const columns = tellingColumns(table)
  if ('national' in table.declared) return [{ ...HERE, is_public: true }]
  const different = Map.groupBy(ROWS, (row) => columns.map((column) => row[column]).join())
  return [...different.values()].flatMap(([row]) => row ?? [])
}

/** Everything that can be tried on a table, each with the statement that tries it. */
export function attemptsOn(table: TriedTable): (Attempt & { sql: string; name: string })[] {
  return rowsOf(table).flatMap((row) => {
    const to = row.where === 'country' ? HERE : ELSEWHERE
    return OPERATIONS.filter((operation) => operation !== 'move' || !('national' in table.declared)).map(
      (operation) => ({
        operation,
        row,
        to,
        sql: statementOf(table, { operation, row, to }),
        name: `${operation} ${row.where} ${row.is_public ? 'public' : 'inside'}`,
      }),
    )
  })
}

const onlyColumns = ({ name, types }: SyntheticTable, columns: readonly string[]): SyntheticTable => ({
  name,
  types: Object.fromEntries(Object.entries(types).filter(([column]) => columns.includes(column))),
})

function statementOf(table: TriedTable, { operation, row, to }: Attempt): string {
  const columns = tellingColumns(table)
  const declared: Partial<TenantTable> = 'reach' in table.declared ? table.declared : {}
  const found = columns.map((column) => `${column} = '${row[column]}'`).join(' and ')
  const those = found === '' ? '' : `where ${found}`
  const { publicMayInsert, memberMayUpdate = Object.keys(table.types) } = declared
  const first = memberMayUpdate[0]
  const there = columns
    .filter((column) => column !== 'is_public')
    .map((column) => `${column} = '${to[column]}'`)
  const statements: Record<Operation, string> = {
    select: `select 1 from ${table.name} ${those}`,
    insert: insertion(publicMayInsert ? onlyColumns(table, publicMayInsert) : table, row),
    update: `update ${table.name} set ${first} = ${first} ${those}`,
    delete: `delete from ${table.name} ${those}`,
    move: `update ${table.name} set ${there.join()} ${those}`,
  }
  return statements[operation]
}
