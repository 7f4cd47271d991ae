import { type RawBuilder, sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Connections, Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import {
  expectedOutcome,
  OPERATIONS,
  type Operation,
  OTHER,
  type Outcome,
  OWN,
  ROWS,
  type Row,
  USERS,
  type UserName,
} from './support/access-rules.ts'
import { test as databaseTest, inRollback } from './support/database.ts'
import {
  findSyntheticTables,
  forgetMeaning,
  insertion,
  plantRows,
  type SyntheticTable,
} from './support/synthetic-rows.ts'

const test = databaseTest.extend('tables', { scope: 'file' }, ({ open }) =>
  open.asOwner(async (owner) => {
    await forgetMeaning(owner)
    const tables = await findSyntheticTables(owner)
    for (const table of tables) await plantRows(owner, table, table.kind === 'national' ? [{}] : ROWS)
    return tables
  }),
)

const userNames = Object.keys(USERS) as UserName[]

describe('on every table, whatever its rows are about', () => {
  test('there are many tables to try', ({ tables }) => {
    expect(tables.length).toBeGreaterThan(20)
    expect(new Set(tables.map((table) => table.kind)).size).toBe(3)
  })

  test.for(userNames)('%s may do what the rules say and no more', async (user, { db, tables }) => {
    const tried = await tryEverything(db, user, tables)
    expect(tried).toEqual(expectEverything(user, tables))
  })
})

describe('a table that was forgotten', () => {
  test('is noticed when nobody has a right to it', async ({ open, db }) => {
    const user = 'a member of the municipality'
    const tables = await open.asOwner(plantForgotten)
    expect(await tryEverything(db, user, tables)).not.toEqual(expectEverything(user, tables))
  })

  test('is noticed when it has rights but no policy', async ({ open, db }) => {
    const user = 'the public'
    const tables = await open.asOwner(plantForgotten)
    await open.asOwner(async (owner) => {
      await sql`grant usage on schema planted to public`.execute(owner)
      await sql`grant select on planted.forgotten to public`.execute(owner)
    })
    const tried = await tryEverything(db, user, tables)
    const expected = expectEverything(user, tables)
    const unseen = 'select planted.forgotten, other, not public'
    expect({ tried: tried[unseen], expected: expected[unseen] }).toEqual({
      tried: 'done',
      expected: 'nothing',
    })
  })
})

async function plantForgotten(db: Connections) {
  await sql`drop schema if exists planted cascade`.execute(db)
  await sql`create schema planted`.execute(db)
  await sql`create table planted.forgotten (municipality_id uuid, is_public boolean)`.execute(db)
  const tables = (await findSyntheticTables(db)).filter((table) => table.name === 'planted.forgotten')
  for (const table of tables) await plantRows(db, table, ROWS)
  return tables
}

function rowsOf(table: SyntheticTable): readonly (Row | undefined)[] {
  return table.kind === 'national' ? [undefined] : ROWS
}

function operationsOf(table: SyntheticTable) {
  return OPERATIONS.filter((operation) => table.kind !== 'national' || operation !== 'move')
}

/** One line for each table, operation and row. */
function attemptsOn(tables: readonly SyntheticTable[]) {
  return tables.flatMap((table) =>
    operationsOf(table).flatMap((operation) => rowsOf(table).map((row) => ({ table, operation, row }))),
  )
}

type Attempt = ReturnType<typeof attemptsOn>[number]

function nameOf({ table, operation, row }: Attempt) {
  if (!row) return `${operation} ${table.name}`
  const place = row.municipality_id === OWN ? 'own' : 'other'
  return `${operation} ${table.name}, ${place}, ${row.is_public ? 'public' : 'not public'}`
}

function expectEverything(user: UserName, tables: readonly SyntheticTable[]) {
  return Object.fromEntries(
    attemptsOn(tables).map((attempt) => [
      nameOf(attempt),
      expectedOutcome(attempt.table.kind, user, attempt.operation, attempt.row),
    ]),
  )
}

async function tryEverything(db: Database, user: UserName, tables: readonly SyntheticTable[]) {
  const outcomes: Record<string, Outcome> = {}
  await inRollback(db, USERS[user], async (tx) => {
    for (const attempt of attemptsOn(tables))
      outcomes[nameOf(attempt)] = await tryStatement(tx, statementOf(attempt))
  })
  return outcomes
}

const NO_RIGHT = '42501'

async function tryStatement(tx: DatabaseTransaction, statement: RawBuilder<unknown>): Promise<Outcome> {
  await sql`savepoint attempt`.execute(tx)
  try {
    const { rows, numAffectedRows } = await statement.execute(tx)
    return rows.length > 0 || (numAffectedRows ?? 0n) > 0n ? 'done' : 'nothing'
  } catch (error) {
    if ((error as { code?: string }).code === NO_RIGHT) return 'refused'
    throw error
  } finally {
    await sql`rollback to savepoint attempt`.execute(tx)
  }
}

function statementOf({ table, operation, row }: Attempt): RawBuilder<unknown> {
  const place = sql.table(table.name)
  const column = sql.ref(Object.keys(table.types)[0] ?? '')
  const those = row
    ? sql`where municipality_id = ${row.municipality_id} and is_public = ${row.is_public}`
    : sql``
  const statements: Record<Operation, RawBuilder<unknown>> = {
    select: sql`select 1 from ${place} ${those}`,
    insert: insertion(table, row ?? {}),
    update: sql`update ${place} set ${column} = ${column} ${those}`,
    delete: sql`delete from ${place} ${those}`,
    move: sql`update ${place} set municipality_id = ${row?.municipality_id === OWN ? OTHER : OWN} ${those}`,
  }
  return statements[operation]
}
