import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { answerRequest } from '#platform/api/answer.ts'
import { readApiAddress } from '#platform/api/read-address.ts'
import { readAs } from '#platform/database/scope.server.ts'
import { listen } from '#platform/http/listen.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { publicApi } from '../../src/app/api.server.ts'
import { test as base } from '../support/database.ts'
import { STRATEGY } from './ask.ts'

const test = base.extend('address', { scope: 'file' }, async ({ db }, { onCleanup }) => {
  const assetsFolder = await mkdtemp(join(tmpdir(), 'izaugsme-assets-'))
  const server = await listen({
    host: '127.0.0.1',
    port: 0,
    assetsFolder,
    versionOf: async () => '1',
    site: {
      addressOf: (pathname) => readApiAddress(publicApi, pathname),
      answer: (request) => answerRequest(publicApi, request, (work) => readAs(db, THE_PUBLIC, work)),
    },
  })
  onCleanup(async () => {
    await server.close()
    await rm(assetsFolder, { recursive: true })
  })
  return `${server.address}/api/v1`
})

describe('the API over HTTP', () => {
  test.for([`${STRATEGY}/summary`, `${STRATEGY}/actions`, `${STRATEGY}/actions.csv`])(
    '%s is not sent again while it is the same',
    async (path, { address }) => {
      const first = await fetch(address + path)
      const etag = first.headers.get('etag') ?? ''
      const again = await fetch(address + path, { headers: { 'if-none-match': etag } })
      expect(etag).toMatch(/^".+"$/)
      expect(again.status).toBe(304)
      expect(again.headers.get('access-control-allow-origin')).toBe('*')
      expect(again.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
      expect(await again.text()).toBe('')
    },
  )

  test('the cache keeps formats apart', async ({ address }) => {
    const types = ['application/json', 'text/csv', 'application/json'].map(async (accept) => {
      const response = await fetch(`${address}${STRATEGY}/actions`, { headers: { accept } })
      return response.headers.get('content-type')?.split(';')[0]
    })
    expect(await Promise.all(types)).toEqual(['application/json', 'text/csv', 'application/json'])
  })

  test('who keeps answers on the way is told that the format was chosen, where it was', async ({
    address,
  }) => {
    const varies = async (path: string) => (await fetch(address + path)).headers.get('vary')
    expect(await varies(`${STRATEGY}/actions`)).toBe('Accept, Accept-Encoding')
    expect(await varies(`${STRATEGY}/actions.csv`)).toBe('Accept-Encoding')
  })

  test('HEAD tells the headers alone', async ({ address }) => {
    const response = await fetch(`${address}/strategies`, { method: 'HEAD' })
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.text()).toBe('')
  })

  test.for(['POST', 'PUT', 'DELETE'])('%s is a problem of 405', async (method, { address }) => {
    const response = await fetch(`${address}/strategies`, { method })
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status: 405, instance: '/api/v1/strategies' })
  })

  test('a browser may ask first', async ({ address }) => {
    const response = await fetch(`${address}/strategies`, { method: 'OPTIONS' })
    expect(response.ok).toBe(true)
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD')
  })

  test('an endless address is a problem of 414', async ({ address }) => {
    const response = await fetch(`${address}/strategies?limit=${'1'.repeat(3000)}`)
    expect(await response.json()).toMatchObject({ status: 414 })
  })
})
