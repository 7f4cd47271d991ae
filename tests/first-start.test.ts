import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { test as base, expect } from 'vitest'
import { findMunicipalitySlugs } from '#modules/registry.server'
import { findStrategies } from '#modules/strategy.server'
import { migrate } from '#platform/database/migrate.server.ts'
import { openDatabase, overPGlite, pgliteOptions } from '#platform/database/open.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { importFolder } from '../src/app/import.server.ts'
import { loadWhatShips } from '../src/app/load-what-ships.server.ts'

const starter = fileURLToPath(new URL('support/first-start.ts', import.meta.url))

const test = base.extend(
  'dataFolder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-first-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    return folder
  },
)

/** Starts on the folder, killed at the first row of the table when one is named. */
async function start(dataFolder: string, killedAt: string[] = []) {
  const child = spawn(process.execPath, [starter, dataFolder, ...killedAt], { stdio: 'inherit' })
  const [code, signal] = await once(child, 'exit')
  return signal ?? code
}

async function contentOf(dataFolder: string) {
  const open = await openDatabase({ databaseUrl: undefined, dataFolder })
  try {
    return await readAs(open.db, THE_PUBLIC, async (tx) => ({
      municipalities: (await findMunicipalitySlugs(tx)).size,
      strategies: (await findStrategies(tx)).map(({ key }) => key),
    }))
  } finally {
    await open.close()
  }
}

test('a first start that is killed between the registers and the demo is made good by the next', {
  timeout: 120_000,
}, async ({ dataFolder }) => {
  expect(await start(dataFolder, ['"sources"."document"'])).toBe('SIGKILL')
  expect(await contentOf(dataFolder)).toEqual({ municipalities: 43, strategies: [] })
  expect(await start(dataFolder)).toBe(0)
  expect(await contentOf(dataFolder)).toEqual({ municipalities: 43, strategies: ['liepaja-2020-2025'] })
})

test('a municipality that has been loaded is not joined by the demo, even when it is not public', {
  timeout: 60_000,
}, async () => {
  const open = overPGlite(await PGlite.create(pgliteOptions))
  const { db, close } = open
  await migrate(open)
  await importFolder(db, 'data/latvia')
  await importFolder(db, 'tests/data/ventspils-2024-2027')
  await loadWhatShips(db, { demo: 'liepaja' })
  expect(await readAs(db, THE_PUBLIC, findStrategies)).toEqual([])
  await close()
})
