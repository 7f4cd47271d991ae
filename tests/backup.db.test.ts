import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { checkBackup } from '#platform/backup/read-backup.server.ts'
import { findPending } from '#platform/database/migrate.server.ts'
import type { OpenDatabase } from '#platform/database/open.server.ts'
import { textIn } from '../src/app/texts.server.ts'
import { bringUpToDate } from '../src/app/up-to-date.server.ts'
import { test as base } from './support/database.ts'
import { openOldDatabase } from './support/old-database.ts'

const test = base
  .extend(
    'folder',
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
    async ({}, { onCleanup }) => {
      const folder = await mkdtemp(join(tmpdir(), 'izaugsme-backup-'))
      onCleanup(() => rm(folder, { recursive: true, force: true }))
      return folder
    },
  )
  .extend(
    'old',
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
    async ({}, { onCleanup }) => {
      const old = await openOldDatabase()
      onCleanup(() => old.close())
      return old
    },
  )

const pendingIn = async (open: OpenDatabase) =>
  (await open.asOwner((owner) => findPending(owner))).names.length
const upgrade = async (open: OpenDatabase, dataFolder: string, backup: 'upgrade' | 'none' = 'upgrade') => {
  const told: string[] = []
  await bringUpToDate(open, { dataFolder, backup }, (line) => told.push(line), textIn('en'))
  return told.filter((line) => line.includes('was saved'))
}
const savedIn = (folder: string) => readdir(join(folder, 'backups')).catch(() => [])

test('a database that is up to date is not saved', async ({ open, folder }) => {
  expect(await upgrade(open, folder)).toEqual([])
  expect(await savedIn(folder)).toEqual([])
})

test('nor is one whose operator has done so', async ({ old, folder }) => {
  expect(await upgrade(old, folder, 'none')).toEqual([])
  expect(await pendingIn(old)).toBe(0)
})

test('before an upgrade everything is saved, for nobody but the operator', async ({ old, folder }) => {
  const [line] = await upgrade(old, folder)
  expect(await pendingIn(old)).toBe(0)
  const [name = ''] = await savedIn(folder)
  expect(name).toMatch(/^izaugsme-\d{4}-\d\d-\d\d-\d{6}\.kopija$/)
  const file = join(folder, 'backups', name)
  expect(line).toContain(file)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const { migrations, tables } = await checkBackup(file)
  expect(migrations).toHaveLength(5)
  expect(tables.find((table) => table.name === 'indicators.observation')?.rows).toBe(236)
  expect(await unboundTables(old)).toEqual([])
  expect(await upgrade(old, folder)).toEqual([])
})

test('what cannot be saved is not upgraded', async ({ old, folder }) => {
  await writeFile(join(folder, 'backups'), 'a file where the folder should be')
  const before = await pendingIn(old)
  await expect(upgrade(old, folder)).rejects.toMatchObject({ code: 'EEXIST' })
  expect(await pendingIn(old)).toBe(before)
  expect(await unboundTables(old)).toEqual([])
})

/** Tables whose policies do not bind their owner. */
async function unboundTables(open: OpenDatabase) {
  const { rows } = await open.asOwner((owner) =>
    sql<{ name: string }>`select relname as name from pg_class
      where relrowsecurity and not relforcerowsecurity`.execute(owner),
  )
  return rows.map(({ name }) => name)
}
