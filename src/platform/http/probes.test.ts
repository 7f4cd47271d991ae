import { afterEach, describe, expect, test, vi } from 'vitest'
import { listen } from './listen.server.ts'
import { createProbes, type ProbeOptions } from './probes.server.ts'
import type { Site } from './site.ts'

const site: Site = {
  addressOf: () => undefined,
  answer: async (_, { refused }) => new Response('page', { status: refused?.status ?? 404 }),
}
const TOKEN = 'a-token-of-the-operator'
let close = async () => {}
afterEach(() => close())

async function open(options: Partial<ProbeOptions> = {}) {
  const probes = createProbes({
    isReady: async () => ({ database: true, migrations: true, jobs: true }),
    gauges: async () => [{ name: 'izaugsme_jobs', labels: { state: 'dead' }, value: 3 }],
    metricsToken: TOKEN,
    ...options,
  })
  const door = await listen({ host: '127.0.0.1', port: 0, versionOf: async () => '1', site, probes })
  close = door.close
  return async (path: string, headers: HeadersInit = {}, method = 'GET') => {
    const response = await fetch(door.address + path, { headers, method })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
}

describe('who looks after the process', () => {
  test('hears that it lives, and whether it can serve', async () => {
    const ask = await open()
    expect(await ask('/healthz')).toMatchObject({ status: 200, text: 'ok\n' })
    expect(await ask('/readyz')).toMatchObject({ status: 200, text: 'database ok\nmigrations ok\njobs ok\n' })
    expect((await ask('/readyz')).headers.get('cache-control')).toBe('no-store')
    expect((await ask('/healthz', {}, 'POST')).status).toBe(405)
  })

  test('hears what is missing, also when nobody answers', async () => {
    const ask = await open({ isReady: async () => ({ database: true, jobs: false }) })
    expect(await ask('/readyz')).toMatchObject({ status: 503, text: 'database ok\njobs no\n' })
    await close()
    const lost = await open({ isReady: () => Promise.reject(new Error('away')) })
    expect(await lost('/readyz')).toMatchObject({ status: 503, text: 'database no\n' })
    await close()
    const silent = await open({ isReady: () => new Promise(() => undefined) })
    expect((await silent('/readyz')).status).toBe(503)
    expect((await silent('/healthz')).status).toBe(200)
  })

  test('costs the database one question a second', async () => {
    const isReady = vi.fn(async () => ({ database: true }))
    const ask = await open({ isReady })
    for (let asked = 0; asked < 20; asked += 1) await ask('/readyz')
    expect(isReady.mock.calls.length).toBeLessThanOrEqual(2)
  })
})

describe('the metrics', () => {
  test('are told to who shows the token, and to others there is no such page', async () => {
    const ask = await open()
    for (const authorization of ['', 'Bearer', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, `bearer ${TOKEN}`])
      expect((await ask('/metrics', authorization ? { authorization } : {})).status).toBe(404)
    const { status, text, headers } = await ask('/metrics', { authorization: `Bearer ${TOKEN}` })
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
    expect(text).toContain('izaugsme_jobs{state="dead"} 3\n')
    expect(text).toMatch(/^izaugsme_requests_total\{face="[a-z]+",status="404"\} \d+$/m)
    expect(text).toMatch(/^izaugsme_request_seconds_bucket\{face="[a-z]+",le="0.005"\} \d+$/m)
    expect(text).toMatch(/^izaugsme_memory_bytes\{kind="resident"\} \d+$/m)
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^(# TYPE \w+ (counter|gauge|histogram)|\w+(\{(\w+="[^"]*",?)+\})? [\d.e+-]+)$/)
  })

  test('without a token are nobody’s', async () => {
    const ask = await open({ metricsToken: undefined })
    expect((await ask('/metrics', { authorization: 'Bearer undefined' })).status).toBe(404)
    expect((await ask('/metrics')).status).toBe(404)
  })
})
