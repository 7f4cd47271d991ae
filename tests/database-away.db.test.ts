import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, vi } from 'vitest'
import { answerRequest } from '#platform/api/answer.ts'
import { readApiAddress } from '#platform/api/read-address.ts'
import { openDatabase } from '#platform/database/open.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import { DataVersions } from '#platform/http/data-versions.server.ts'
import { listen } from '#platform/http/listen.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { publicApi } from '../src/app/api.server.ts'
import { createVersionOf } from '../src/app/page-version.server.ts'
import { openCuttableWay } from './support/cuttable-way.ts'
import { test } from './support/database.ts'
import { databaseUrl } from './support/server-databases.ts'

/** The API on a database that can be made to go away. */
async function serve(url: string) {
  const way = await openCuttableWay(url)
  const database = await openDatabase({ databaseUrl: way.url, dataFolder: '' })
  const { db } = database
  const assetsFolder = await mkdtemp(join(tmpdir(), 'izaugsme-assets-'))
  const server = await listen({
    host: '127.0.0.1',
    port: 0,
    assetsFolder,
    versionOf: await createVersionOf(db, await DataVersions.follow(database)),
    site: {
      addressOf: (pathname) => readApiAddress(publicApi, pathname),
      answer: (request) => answerRequest(publicApi, request, (work) => readAs(db, THE_PUBLIC, work)),
    },
  })
  return {
    way,
    get: (path: string) => fetch(`${server.address}/api/v1${path}`),
    close: async () => {
      await server.close()
      await database.close()
      await way.close()
      await rm(assetsFolder, { recursive: true })
    },
  }
}

test('a database that goes away takes no kept answer with it, and is missed without noise', async ({
  open,
  onTestFinished,
}) => {
  // The embedded database is part of the process and cannot go away.
  if (open.engine === 'pglite') return
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => log.mockRestore())
  const { way, get, close } = await serve(databaseUrl(inject('server').url, inject('server').template))
  onTestFinished(close)
  const kept = await (await get('/municipalities')).text()

  way.cut()
  await vi.waitFor(async () => expect((await get('/strategies')).status).toBe(503))
  log.mockClear()
  const began = performance.now()
  const away = await Promise.all(
    Array.from({ length: 40 }, (_, index) => get(`/strategies?limit=${index + 1}`)),
  )
  for (const response of away) {
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect(await response.json()).toMatchObject({ type: '/api/v1/problems/unavailable' })
  }
  expect(await (await get('/municipalities')).text()).toBe(kept)
  expect(log.mock.calls.length).toBeLessThanOrEqual(1 + (performance.now() - began) / 1000)
  expect(log.mock.calls.flat().join()).not.toMatch(/\n|at /)

  way.mend()
  await vi.waitFor(async () => expect((await get('/strategies')).status).toBe(200), { timeout: 10_000 })
})
