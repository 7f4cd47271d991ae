import { sql } from 'kysely'
import { expect, vi } from 'vitest'
import { test } from '../../../tests/support/database.ts'
import { endListeners } from '../../../tests/support/server-databases.ts'
import { operator } from '../users.ts'
import { writeAs } from './scope.server.ts'

test('hears what another transaction says once it has committed', async ({ open }) => {
  const heard: string[] = []
  await open.listen('izaugsme_test', (payload) => heard.push(payload))
  await writeAs(open.db, operator(), async (tx) => {
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
    await endListeners(open, 'izaugsme_lost')
    await vi.waitFor(() => expect(heard).toEqual(['']), { timeout: 5000 })
  }
  await writeAs(open.db, operator(), (tx) => sql`select pg_notify('izaugsme_lost', 'riga')`.execute(tx))
  await vi.waitFor(() => expect(heard.at(-1)).toBe('riga'), { timeout: 5000 })
})
