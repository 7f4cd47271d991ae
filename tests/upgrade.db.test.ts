import { sql } from 'kysely'
import { expect } from 'vitest'
import { migrate } from '#platform/database/migrate.server.ts'
import type { OpenDatabase } from '#platform/database/open.server.ts'
import { beginAsSealer, readAs } from '#platform/database/scope.server.ts'
import { findLostChanges } from '#platform/journal/lost-changes.server.ts'
import { findJournalFaults } from '#platform/journal/verify.server.ts'
import { operator } from '#platform/users.ts'
import { importFolder } from '../src/app/import.server.ts'
import { everyReach } from '../src/app/reach.server.ts'
import { sealEverything } from './support/change.ts'
import { test as base } from './support/database.ts'
import { describeSchema } from './support/describe-schema.ts'
import { openOldDatabase } from './support/old-database.ts'

const test = base.extend(
  'upgraded',
  { scope: 'file' },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }): Promise<OpenDatabase> => {
    const old = await openOldDatabase()
    onCleanup(() => old.close())
    const { rows } = await old.asOwner((owner) =>
      sql<{ count: number }>`select count(*) from kysely_migration`.execute(owner),
    )
    if (rows[0]?.count !== 5) throw new Error('The fixture is not a database of version 0.1.0')
    await migrate(old)
    return old
  },
)

test('a database of version 0.1.0, brought up to date, has the schema of a new one', async ({
  upgraded,
  open,
}) => {
  const schema = await open.asOwner(describeSchema)
  expect(schema.length).toBeGreaterThan(500)
  expect(await upgraded.asOwner(describeSchema)).toEqual(schema)
})

test('and holds the same data: loading the same files once more changes nothing', async ({ upgraded }) => {
  expect(await importFolder(upgraded.db, 'data/latvia')).toEqual({ added: 0, changed: 0 })
  expect(await importFolder(upgraded.db, 'data/liepaja-2020-2025')).toEqual({ added: 0, changed: 0 })
})

test('what was journalled before is carried over with its hashes, and the journal is whole', async ({
  upgraded,
}) => {
  const { rows } = await readAs(upgraded.db, operator(), (tx) =>
    sql`select stream, actor, origin, action, subject, added, is_public,
        detail #>> '{carriedOver,hash}' ~ '^[0-9a-f]{64}$' as has_hash
      from platform.change where origin <> 'computation' order by at`.execute(tx),
  )
  const carried = { actor: 'operator', origin: 'import', is_public: true, has_hash: true }
  expect(rows).toEqual([
    { ...carried, stream: 'register', action: 'registry.imported', subject: 'registry', added: 0 },
    { ...carried, stream: 'figures', action: 'data.imported', subject: 'liepaja-2020-2025', added: 1007 },
  ])
  // Besides, what is kept was worked out twice.
  expect(await sealEverything(upgraded.db)).toBe(4)
  expect(await beginAsSealer(upgraded.db, (tx) => findJournalFaults(tx))).toEqual([])
  expect(await readAs(upgraded.db, operator(), (tx) => findLostChanges(tx, everyReach))).toEqual([])
})
