import { type Kysely, sql } from 'kysely'
import { describe, expect } from 'vitest'
import { test as databaseTest } from '../../../tests/support/database.ts'
import { accountsOnly } from './dialect.server.ts'

type Tables = { verification: { id: string; identifier: string; value: string; expires_at: Date } }

const test = databaseTest.extend('own', { scope: 'file' }, ({ db }) => accountsOnly(db) as Kysely<Tables>)
const row = (id: string) => ({ id, identifier: id, value: 'x', expires_at: new Date() })
const idsOf = async (own: Kysely<Tables>) =>
  (await own.selectFrom('verification').select('id').orderBy('id').execute()).map(({ id }) => id)

describe('the library of accounts', () => {
  test('works as its own role, alone and in a transaction', async ({ own }) => {
    const asked = sql<{ name: string }>`select current_user as name`
    expect((await asked.execute(own)).rows).toEqual([{ name: 'izaugsme_accounts' }])
    const within = await own.transaction().execute((tx) => asked.execute(tx))
    expect(within.rows).toEqual([{ name: 'izaugsme_accounts' }])
  })

  test('keeps what it writes, and loses what it takes back', async ({ own }) => {
    await own.insertInto('verification').values(row('kept')).execute()
    await own.transaction().execute((tx) => tx.insertInto('verification').values(row('also')).execute())
    const broken = own.transaction().execute(async (tx) => {
      await tx.insertInto('verification').values(row('lost')).execute()
      throw new Error('changed its mind')
    })
    await expect(broken).rejects.toThrow('changed its mind')
    expect(await idsOf(own)).toEqual(['also', 'kept'])
  })

  test('goes on after a statement that failed', async ({ own }) => {
    await own.insertInto('verification').values(row('twice')).execute()
    await expect(own.insertInto('verification').values(row('twice')).execute()).rejects.toThrow()
    expect(await idsOf(own)).toContain('twice')
  })

  test('sees nothing outside accounts', async ({ own }) => {
    await expect(sql`select * from platform.role_grant`.execute(own)).rejects.toThrow('permission denied')
    await expect(sql`select * from platform.change`.execute(own)).rejects.toThrow('permission denied')
  })

  test('works beside others at once', async ({ own }) => {
    const all = Array.from({ length: 20 }, (_, index) =>
      own.transaction().execute((tx) =>
        tx
          .insertInto('verification')
          .values(row(`many-${index}`))
          .execute(),
      ),
    )
    await Promise.all(all)
    expect((await idsOf(own)).filter((id) => id.startsWith('many-'))).toHaveLength(20)
  })
})
