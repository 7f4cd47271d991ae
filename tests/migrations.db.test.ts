import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { migrate } from '#platform/database/migrate.server.ts'
import { test as base } from './support/database.ts'

const sources = await readdir('src', { recursive: true })
const migrations = sources.filter((file) => /(^|\/)migrations\//.test(file) && /\.\w+$/.test(file))

const test = base.extend(
  'root',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const root = await mkdtemp(join(tmpdir(), 'izaugsme-migrations-'))
    onCleanup(() => rm(root, { recursive: true, force: true }))
    for (const file of migrations) {
      await mkdir(dirname(join(root, 'src', file)), { recursive: true })
      await cp(join('src', file), join(root, 'src', file))
    }
    return root
  },
)

test('migrations are frozen SQL, named by the UTC minute in which they were begun', () => {
  expect(migrations.length).toBeGreaterThan(4)
  // The first five are of version 0.1.0, when a day was enough to tell them apart.
  const names = migrations.map((file) => file.replace(/^.*\//, '')).filter((name) => name > '2026-11-25')
  expect(names.filter((name) => !/^\d{4}-\d\d-\d\d-\d{4}-[a-z-]+\.sql$/.test(name))).toEqual([])
})

test('a migration of another branch is run, though newer ones have run before it', async ({ open, root }) => {
  expect((await migrate(open, root)).names).toEqual([])
  const file = join(root, 'src/modules/registry/migrations/2026-11-22-1200-other-branch.sql')
  await writeFile(file, 'create table registry.other_branch (id integer);\n')
  expect((await migrate(open, root)).names).toEqual(['2026-11-22-1200-other-branch'])
})
