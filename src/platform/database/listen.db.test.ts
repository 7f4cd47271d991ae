import { sql } from 'kysely'
import { expect, vi } from 'vitest'
import { test } from '../../../tests/support/database.ts'

test('hears what another transaction says once it has committed', async ({ open }) => {
  const heard: string[] = []
  await open.listen('izaugsme_test', (payload) => heard.push(payload))
  await open.db.transaction().execute(async (tx) => {
    await sql`select pg_notify('izaugsme_test', 'liepaja')`.execute(tx)
    expect(heard).toEqual([])
  })
  await vi.waitFor(() => expect(heard).toEqual(['liepaja']))
})

test('after a lost connection asks anew and goes on hearing', async ({ open }) => {
  const heard: string[] = []
  await open.listen('izaugsme_lost', (payload) => heard.push(payload))
  // The embedded database has no connection that could be lost.
  if (open.engine === 'postgres') {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and datname = current_database() and query like 'listen%izaugsme_lost%'`.execute(
      open.db,
    )
    await vi.waitFor(() => expect(heard).toEqual(['']), { timeout: 5000 })
  }
  await sql`select pg_notify('izaugsme_lost', 'riga')`.execute(open.db)
  await vi.waitFor(() => expect(heard.at(-1)).toBe('riga'), { timeout: 5000 })
})
