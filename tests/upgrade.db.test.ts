import { sql } from 'kysely'
import { expect } from 'vitest'
import { migrate } from '#platform/database/migrate.server.ts'
import type { OpenDatabase } from '#platform/database/open.server.ts'
import { importFolder } from '../src/app/import.server.ts'
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
