import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from 'vitest'
import { openDatabase } from './open.server.ts'

const test = base.extend(
  'dataFolder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-open-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    return folder
  },
)

test.for([
  [{ host: '127.0.0.1', persons: 'refuse' }, 'invented'],
  [{ host: '127.1.2.3', address: 'http://localhost:3000' }, 'invented'],
  [{ host: '127.0.0.1', address: 'https://izaugsme.lv' }, 'none'],
  [{ host: '0.0.0.0', persons: 'refuse' }, 'none'],
  [{ host: '192.168.1.5', persons: 'refuse' }, 'none'],
  [{ host: '0.0.0.0', persons: 'allow' }, 'any'],
  [{}, 'none'],
] as const)(
  'the embedded database with %o takes persons: %s',
  { timeout: 60_000 },
  async ([given, rule], { dataFolder }) => {
    const open = await openDatabase({ databaseUrl: undefined, dataFolder, ...given })
    expect(open.db.persons).toBe(rule)
    await open.close()
  },
)

test('a server takes anybody', async () => {
  const open = await openDatabase({ databaseUrl: 'postgresql://nobody@localhost:1/none', dataFolder: '' })
  expect(open.db.persons).toBe('any')
  await open.close()
})
