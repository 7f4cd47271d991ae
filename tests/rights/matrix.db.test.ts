import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Connections } from '#platform/database/types.server.ts'
import { test as databaseTest } from '../support/database.ts'
import { plantTables } from './planted-tables.ts'
import { testersOf } from './testers.ts'
import { findSurprises, prepareTables } from './try-attempts.ts'

const test = databaseTest.extend('tables', { scope: 'file' }, ({ open }) =>
  open.asOwner((owner) => prepareTables(owner, plantTables)),
)

describe('who may do what with a row', { timeout: 120_000 }, () => {
  test('is what the declaration says, for every table of the product', async ({ db, tables }) => {
    expect(tables.real.length).toBeGreaterThan(25)
    expect(await findSurprises(db, tables.real, testersOf)).toEqual([])
  })

  test('is what the declaration says, for every reach there can be', async ({ db, tables }) => {
    expect(tables.planted.length).toBeGreaterThan(35)
    expect(await findSurprises(db, tables.planted, testersOf)).toEqual([])
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
    expect(await findSurprises(db, [table], testersOf)).not.toEqual([])
  })
})

async function runAll(owner: Connections, statements: readonly string[]) {
  for (const statement of statements) await sql.raw(statement).execute(owner)
}
