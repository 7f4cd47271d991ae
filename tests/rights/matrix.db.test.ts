import { type QueryExecutorProvider, sql } from 'kysely'
import { describe, expect } from 'vitest'
import { begin } from '#platform/database/scope.server.ts'
import type { Connections, Database } from '#platform/database/types.server.ts'
import type { TableDeclaration } from '#platform/rights/declaration.ts'
import { everyReach } from '../../src/app/reach.server.ts'
import { test as databaseTest } from '../support/database.ts'
import { attemptsOn, rowsOf, type TriedTable } from './attempts.ts'
import { expectedOutcome, type Outcome } from './expectation.ts'
import { plantTables } from './planted-tables.ts'
import { findSyntheticTables, forgetMeaning, plantRows } from './synthetic-rows.ts'
import { type Tester, testersOf } from './testers.ts'

const test = databaseTest.extend('tables', { scope: 'file' }, ({ open }) =>
  open.asOwner(async (owner) => {
    await forgetMeaning(owner)
    await makeAttempt(owner)
    const real = (await findSyntheticTables(owner)).flatMap(asDeclared)
    const planted = await plantTables(owner)
    for (const table of [...real, ...planted]) await plantRows(owner, table, rowsOf(table))
    return { real, planted }
  }),
)

/** A real table with its declaration; special ones have tests of their own. */
function asDeclared(table: Omit<TriedTable, 'declared'>): TriedTable[] {
  const declared = (everyReach as Record<string, TableDeclaration>)[table.name]
  return declared && !('special' in declared) ? [{ ...table, declared }] : []
}

/** Tries each statement with the rights of whoever calls, undoes it, and says how it went: one round trip for all. */
async function makeAttempt(owner: QueryExecutorProvider) {
  await sql`create schema tests`.execute(owner)
  await sql`grant usage on schema tests to izaugsme_public, izaugsme_member`.execute(owner)
  await sql`create function tests.attempt(statements text[]) returns text[] language plpgsql as $$
    declare answers text[] := '{}'; one text; n bigint;
    begin foreach one in array statements loop begin
        execute one; get diagnostics n = row_count;
        raise exception using errcode = 'UNDO0', message = case when n > 0 then 'done' else 'nothing' end;
      exception when sqlstate 'UNDO0' then answers := answers || sqlerrm;
        when insufficient_privilege then answers := answers || 'refused'::text;
      end; end loop;
      return answers;
    end $$`.execute(owner)
}

describe('who may do what with a row', { timeout: 120_000 }, () => {
  test('is what the declaration says, for every table of the product', async ({ db, tables }) => {
    expect(tables.real.length).toBeGreaterThan(25)
    expect(await findSurprises(db, tables.real)).toEqual([])
  })

  test('is what the declaration says, for every reach there can be', async ({ db, tables }) => {
    expect(tables.planted.length).toBeGreaterThan(35)
    expect(await findSurprises(db, tables.planted)).toEqual([])
  })
})

describe('the matrix notices', () => {
  test.for<[what: string, damage: string]>([
    ['a policy that is gone', 'drop policy member_select on planted.subselect_0'],
    [
      'a policy too many',
      'create policy more on planted.subselect_0 for select to izaugsme_public using (true)',
    ],
    ['a right that is gone', 'revoke delete on planted.subselect_0 from izaugsme_member'],
    [
      'a right too many',
      'grant update on planted.subselect_1 to izaugsme_member; create policy more on planted.subselect_1 for update to izaugsme_member using (true)',
    ],
    ['a table without policies that bind', 'alter table planted.subselect_0 disable row level security'],
  ])('%s', async ([, damage], { open, db, tables }) => {
    const name = /planted\.\w+/.exec(damage)?.[0]
    const table = tables.planted.find((one) => one.name === name)
    if (!table) throw new Error(`There is no table ${name}`)
    await open.asOwner((owner) => runAll(owner, damage.split('; ')))
    expect(await findSurprises(db, [table])).not.toEqual([])
  })
})

async function runAll(owner: Connections, statements: readonly string[]) {
  for (const statement of statements) await sql.raw(statement).execute(owner)
}

/** A line for each attempt that went otherwise than it must. Tables of one declaration are tried together. */
async function findSurprises(db: Database, tables: readonly TriedTable[]): Promise<string[]> {
  const surprises: string[] = []
  for (const alike of Map.groupBy(tables, ({ declared }) => JSON.stringify(declared)).values()) {
    const [{ declared }] = alike as [TriedTable, ...TriedTable[]]
    const attempts = alike.flatMap((table) =>
      attemptsOn(table).map((attempt) => ({ ...attempt, table: table.name })),
    )
    const statements = attempts.map(({ sql }) => sql)
    for (const tester of testersOf(declared)) {
      const outcomes = await tryAll(db, tester, statements)
      for (const [index, attempt] of attempts.entries()) {
        const wanted = expectedOutcome(declared, tester, attempt)
        const line = `${attempt.table}, ${tester.name}: ${attempt.name} is ${outcomes[index]}, must be ${wanted}`
        if (outcomes[index] !== wanted) surprises.push(line)
      }
    }
  }
  return surprises
}

function tryAll(db: Database, { user, opened }: Tester, statements: string[]): Promise<Outcome[]> {
  return begin(db, user, { purpose: 'writing', within: {}, opened }, async (tx) => {
    const { rows } = await sql<{ outcomes: Outcome[] }>`
      select tests.attempt(${statements}::text[]) as outcomes`.execute(tx)
    return rows[0]?.outcomes ?? []
  })
}
