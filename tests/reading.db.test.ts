import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { operator, THE_PUBLIC, type User } from '#platform/users.ts'
import { test } from './support/database.ts'

/** What injected SQL might say to write although it is only reading. */
const TRICKS = [
  'select 1',
  `select set_config('role', 'none', true)`,
  `select set_config('role', 'izaugsme_member', true)`,
  'reset role',
  'set role izaugsme_member',
  'set session authorization default',
  `select set_config('transaction_read_only', 'off', true)`,
  'set local transaction_read_only = off',
  'set transaction read write',
  'set session characteristics as transaction read write',
  'savepoint trick',
]
const WRITES = [
  `update registry.municipality set slug = 'stolen' where slug = 'liepaja'`,
  `insert into registry.planning_region values ('X', 'X', 'X')`,
  'delete from registry.school_year',
  'create table registry.stolen (id integer)',
]
const READERS: Record<string, User> = { 'the public': THE_PUBLIC, 'the operator': operator() }

const cases = Object.keys(READERS).flatMap((reader) =>
  TRICKS.flatMap((trick) => WRITES.map((write) => ({ reader, trick, write }))),
)

describe('a reading transaction', () => {
  test.for(cases)('of $reader refuses, after “$trick”: $write', async ({ reader, trick, write }, { db }) => {
    const before = await findRegisters(db)
    const writing = readAs(db, READERS[reader] ?? THE_PUBLIC, (tx) => runInTurn(tx, [trick, write]))
    await expect(writing).rejects.toThrow(/read-only transaction|permission denied|read-write mode/)
    expect(await findRegisters(db)).toEqual(before)
  })
})

async function runInTurn(tx: DatabaseTransaction, statements: readonly string[]) {
  for (const statement of statements) await sql.raw(statement).execute(tx)
}

const findRegisters = (db: Database) =>
  readAs(db, THE_PUBLIC, async (tx) => ({
    municipalities: await tx.selectFrom('registry.municipality').selectAll().orderBy('id').execute(),
    regions: await tx.selectFrom('registry.planning_region').selectAll().orderBy('code').execute(),
    years: await tx.selectFrom('registry.school_year').selectAll().orderBy('code').execute(),
  }))
