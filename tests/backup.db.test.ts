import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'kysely'
import { expect, inject } from 'vitest'
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

const isEmbedded = inject('engine') === 'pglite'
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

test.runIf(isEmbedded)(
  'before an upgrade everything is saved, for nobody but the operator (only on the embedded database)',
  async ({ old, folder }) => {
    const [line] = await upgrade(old, folder)
    expect(await pendingIn(old)).toBe(0)
    const [name = ''] = await savedIn(folder)
    const file = join(folder, 'backups', name)
    expect(line).toContain(file)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const archive = new Blob([await readFile(file)])
    const restored = await PGlite.create({ loadDataDir: archive })
    const { rows } = await restored.query(
      `select (select count(*)::int from kysely_migration) as migrations,
        (select count(*)::int from indicators.observation) as figures`,
    )
    expect(rows).toEqual([{ migrations: 5, figures: 236 }])
    await restored.close()
    expect(await upgrade(old, folder)).toEqual([])
  },
)

/** Stands in for the tool of PostgreSQL, of which there is none as new as the server of the tests. */
async function putDumper(folder: string, script: string) {
  const file = join(folder, 'pg_dump')
  await writeFile(file, `#!/bin/sh\n${script}\n`)
  await chmod(file, 0o755)
  const before = process.env.PATH
  process.env.PATH = `${folder}${delimiter}${before}`
  return () => {
    process.env.PATH = before
  }
}

test.skipIf(isEmbedded)(
  'a server that cannot be saved is not upgraded (only on a server)',
  async ({ old, folder }) => {
    const putBack = await putDumper(folder, 'echo "server version mismatch" >&2; exit 1')
    const before = await pendingIn(old)
    await expect(upgrade(old, folder)).rejects.toMatchObject({
      reason: 'platform.database.noBackup',
      values: { reason: 'server version mismatch' },
    })
    putBack()
    expect(await pendingIn(old)).toBe(before)
    expect(await savedIn(folder)).toEqual([])
    expect(await unboundTables(old)).toEqual([])
  },
)

test.skipIf(isEmbedded)(
  'a server is saved by pg_dump, which learns the address where nobody reads it (only on a server)',
  async ({ old, folder }) => {
    const putBack = await putDumper(
      folder,
      `for one in "$@"; do case "$one" in --file=*) echo "$@ $PGDATABASE $PGUSER" > "\${one#--file=}";; esac; done`,
    )
    await upgrade(old, folder)
    putBack()
    const [name = ''] = await savedIn(folder)
    expect(name).toMatch(/^izaugsme-\d{4}-\d\d-\d\d-\d{6}\.dump$/)
    expect(await readFile(join(folder, 'backups', name), 'utf8')).toMatch(
      /^--format=custom --no-password --file=\S+ izaugsme_old_\w+ izaugsme\n$/,
    )
    expect(await unboundTables(old)).toEqual([])
  },
)

/** Tables whose policies do not bind their owner. */
async function unboundTables(open: OpenDatabase) {
  const { rows } = await open.asOwner((owner) =>
    sql<{ name: string }>`select relname as name from pg_class
      where relrowsecurity and not relforcerowsecurity`.execute(owner),
  )
  return rows.map(({ name }) => name)
}
