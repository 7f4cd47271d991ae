import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { test as databaseTest } from '../../../tests/support/database.ts'
import { readAs, writeAs } from '../database/scope.server.ts'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'
import { operator, type User } from '../users.ts'
import { declareCapabilities } from './capabilities.ts'
import type { TenantTable } from './declaration.ts'
import { openPersons } from './open-persons.server.ts'
import { rightsOf } from './policies.ts'

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const [TOWN, SCHOOL, ANNA, BERTA, STRANGER] = [1, 11, 31, 32, 33].map(id) as [
  string,
  string,
  string,
  string,
  string,
]

declare module './capabilities.ts' {
  interface AllCapabilities {
    'tests.record.read': true
    'tests.record.edit': true
  }
}
declareCapabilities({ 'tests.record.read': [], 'tests.record.edit': [] })
const records: TenantTable = {
  from: 'institution',
  reach: 'person',
  read: 'tests.record.read',
  write: 'tests.record.edit',
  published: 'no',
  writing: 'change',
  opened: true,
  audit: { noAudit: 'it is planted' },
}

/** A nurse of one school, where two persons have records; a third is of another school. */
const nurse: User = {
  id: 'anna.medmasa',
  kind: 'member',
  grants: [
    {
      capabilities: ['tests.record.read', 'tests.record.edit'],
      scope: { kind: 'institution', municipalityId: TOWN, id: SCHOOL },
    },
  ],
}

const test = databaseTest.extend('records', { scope: 'file' }, async ({ open }) => {
  await open.asOwner(async (owner) => {
    const run = (statement: string) => sql.raw(statement).execute(owner)
    await run('create schema tests')
    await run('grant usage on schema tests to izaugsme_public, izaugsme_member')
    await run(
      `create table tests.record (municipality_id uuid not null, institution_id uuid, group_id uuid, person_id uuid, note text)`,
    )
    await run(`insert into tests.record values ('${TOWN}', '${SCHOOL}', null, '${ANNA}', 'a'), ('${TOWN}', '${SCHOOL}', null, '${BERTA}', 'b'),
      ('${TOWN}', '${id(12)}', null, '${STRANGER}', 's')`)
    for (const statement of rightsOf('tests.record', records)) await run(statement)
  })
  return open.db
})

const asked = { municipalityId: TOWN, capability: 'tests.record.read', reason: 'Komandas sēde' } as const
const notes = async (tx: DatabaseTransaction) => {
  const { rows } = await sql<{ note: string }>`select note from tests.record order by note`.execute(tx)
  return rows.map(({ note }) => note)
}
const traces = async (db: Database) => {
  const { rows } = await readAs(db, operator(), (tx) =>
    sql`select person_id, actor, capability, reason from platform.reading order by at, person_id`.execute(tx),
  )
  return rows
}

describe('a person’s record', () => {
  test('is seen by nobody who has not opened it', async ({ records }) => {
    expect(await readAs(records, nurse, notes)).toEqual([])
    expect(await traces(records)).toEqual([])
  })

  test('is seen once it is opened, which leaves who, whose and why', async ({ records }) => {
    const before = (await traces(records)).length
    expect(await openPersons(records, nurse, { ...asked, persons: [ANNA] }, notes)).toEqual(['a'])
    expect((await traces(records)).slice(before)).toEqual([
      { person_id: ANNA, actor: 'anna.medmasa', capability: 'tests.record.read', reason: 'Komandas sēde' },
    ])
    expect(await readAs(records, nurse, notes)).toEqual([])
  })

  test('out of reach stays unseen, though somebody opened it', async ({ records }) => {
    expect(await openPersons(records, nurse, { ...asked, persons: [STRANGER, BERTA] }, notes)).toEqual(['b'])
  })

  test('leaves its trace even when the reading fails', async ({ records }) => {
    const before = (await traces(records)).length
    const failing = openPersons(records, nurse, { ...asked, persons: [ANNA, BERTA] }, async (tx) => {
      await notes(tx)
      throw new Error('undone')
    })
    await expect(failing).rejects.toThrow('undone')
    expect((await traces(records)).length).toBe(before + 2)
  })

  test('is opened for nothing without a reason, and leaves nothing', async ({ records }) => {
    const before = (await traces(records)).length
    for (const reason of ['', '    ', 'abc', '  ab  ']) {
      await expect(
        openPersons(records, nurse, { ...asked, reason, persons: [ANNA] }, notes),
      ).rejects.toBeDefined()
    }
    expect((await traces(records)).length).toBe(before)
  })

  test('is not opened together with more than 300 others', async ({ records }) => {
    const many = Array.from({ length: 301 }, (_, index) => id(1000 + index))
    await expect(openPersons(records, nurse, { ...asked, persons: many }, notes)).rejects.toBeDefined()
  })

  test('is only read, unless it was opened to be changed', async ({ records }) => {
    const change = (tx: DatabaseTransaction) =>
      sql`update tests.record set note = 'c' where note = 'a'`.execute(tx)
    const opening = { ...asked, persons: [ANNA] }
    await expect(openPersons(records, nurse, opening, change)).rejects.toThrow(/read-only/)
    const changed = await openPersons(records, nurse, { ...opening, persons: [BERTA] }, change, 'writing')
    expect(Number(changed.numAffectedRows)).toBe(0)
    const own = await openPersons(records, nurse, opening, change, 'writing')
    expect(Number(own.numAffectedRows)).toBe(1)
  })

  test('cannot be opened from inside a query, nor the trace be written in another’s name or removed', async ({
    records,
  }) => {
    const statements = [
      `select set_config('izaugsme.opened', '{${ANNA}}', true)`,
      `insert into platform.reading (municipality_id, person_id, capability, reason, actor) values ('${TOWN}', '${ANNA}', 'x', 'reason', 'other')`,
      `insert into platform.reading (municipality_id, person_id, capability, reason, at) values ('${TOWN}', '${ANNA}', 'x', 'reason', now())`,
      'delete from platform.reading',
      `update platform.reading set reason = 'another'`,
    ]
    for (const statement of statements) {
      const trying = writeAs(records, nurse, (tx) => sql.raw(statement).execute(tx))
      await expect(trying, statement).rejects.toThrow(/permission denied/)
    }
  })
})
