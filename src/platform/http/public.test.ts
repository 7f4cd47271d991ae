import { beforeEach, describe, expect, test } from 'vitest'
import type { Address } from './address.ts'
import { createPublicFace } from './public.server.ts'
import { Refusals } from './refusals.server.ts'
import { RenderQueue } from './render-queue.ts'
import { contentOf, type Reply } from './reply.ts'
import { ReplyCache } from './reply-cache.ts'
import type { Site } from './site.ts'

const LIST: Address = {
  route: '/api/v1/list',
  pathname: '/api/v1/list',
  parameters: ['limit'],
  formats: ['json', 'csv'],
  isStrict: true,
  action: null,
}
const PAGE: Address = { ...LIST, route: '/page', pathname: '/page', formats: [], isStrict: false }

let made: string[]
let isAway: boolean
let version: string

/** Answers with what it was asked for; `limit=0` is a wrong value. */
const site: Site = {
  addressOf: (pathname) => [LIST, PAGE].find((one) => one.pathname === pathname),
  answer: async (request, { refused }) => {
    const { pathname, search, searchParams } = new URL(request.url)
    const accept = request.headers.get('accept')
    if (refused) return new Response(`${refused.reason} ${pathname}`, { status: refused.status })
    made.push(`${accept} ${pathname}${search}`)
    if (isAway) return new Response('away', { status: 503 })
    if (searchParams.get('limit') === '0') {
      return Response.json({ errors: [{ parameter: 'limit', detail: 'too small' }] }, { status: 400 })
    }
    return new Response(`${accept} ${search} ${version}`)
  },
}

function open(versionOf = async () => version) {
  const face = createPublicFace({
    site,
    versionOf,
    cache: new ReplyCache({ bytes: 1e6, entries: 100 }),
    queue: new RenderQueue({ running: 1, waiting: 1, longestMs: 5000 }),
    refusals: new Refusals(site),
  })
  return (path: string, accept = '*/*', method = 'GET') =>
    face(new URL(path, 'http://localhost'), method, accept, 'id')
}
const bodyOf = async (reply: Promise<Reply>) => String(contentOf(await reply))

beforeEach(() => {
  made = []
  isAway = false
  version = '1'
})

describe('a page', () => {
  test('is made once for all ways of asking for it', async () => {
    const ask = open()
    for (const path of ['/page', '/page?utm_source=a&fbclid=b', '/page?limit=', '/page?x=1', '/page?x=2']) {
      expect((await ask(path, path)).status).toBe(200)
    }
    expect(made).toHaveLength(1)
  })

  test('says where it is at home to who came by another address', async () => {
    const ask = open()
    expect((await ask('/page?fbclid=a&limit=2')).headers.link).toBe('</page?limit=2>; rel="canonical"')
    expect((await ask('/page?limit=2')).headers.link).toBeUndefined()
  })

  test('is made anew for another value of what it knows, and for newer data', async () => {
    const ask = open()
    await ask('/page?limit=2')
    await ask('/page?limit=3')
    version = '2'
    expect(await bodyOf(ask('/page?limit=3'))).toContain('limit=3 2')
    expect(made).toHaveLength(3)
  })

  test('asked for by many at once is made once', async () => {
    const ask = open()
    const replies = await Promise.all(Array.from({ length: 30 }, () => ask('/page')))
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
    expect(made).toHaveLength(1)
  })
})

describe('an address of the API', () => {
  test('is kept by the format that `Accept` chooses, however it is written', async () => {
    const ask = open()
    for (const accept of ['', '*/*', 'application/json', 'text/html, */*;q=0.1'])
      expect(await bodyOf(ask('/api/v1/list', accept))).toContain('application/json')
    expect(await bodyOf(ask('/api/v1/list', 'text/csv'))).toContain('text/csv')
    expect(made).toHaveLength(2)
  })

  test('complains about every unknown name without being made for it', async () => {
    const ask = open()
    await ask('/api/v1/list?limit=5')
    for (const name of ['x', 'utm_source', 'limit ']) {
      const reply = await ask(`/api/v1/list?limit=5&${encodeURIComponent(name)}=1`)
      expect(reply.status).toBe(400)
      expect(JSON.parse(String(reply.body)).errors).toEqual([
        { parameter: name, detail: 'is not known here; there are limit' },
      ])
    }
    expect(made).toHaveLength(1)
  })

  test('names what is unknown together with what is wrong', async () => {
    const { errors } = JSON.parse(await bodyOf(open()('/api/v1/list?x=1&limit=0')))
    expect(errors.map(({ parameter }: { parameter: string }) => parameter)).toEqual(['x', 'limit'])
  })
})

describe('when there is too much to do', () => {
  test('who comes last is told so in words, and what is kept is served all the while', async () => {
    const ask = open()
    await ask('/page')
    const flood = Array.from({ length: 20 }, (_, index) => ask(`/page?limit=${index + 1}`))
    expect((await ask('/page')).status).toBe(200)
    const replies = await Promise.all(flood)
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(2)
    const [refused] = replies.filter(({ status }) => status === 503)
    expect(String(refused?.body)).toBe('platform.refused.busy /')
  })

  test('the API says it as a problem', async () => {
    const ask = open()
    const replies = await Promise.all(
      Array.from({ length: 9 }, (_, index) => ask(`/api/v1/list?limit=${index + 1}`)),
    )
    const refused = replies.find(({ status }) => status === 503)
    expect(refused?.headers['content-type']).toBe('application/problem+json')
    expect(JSON.parse(String(refused?.body)).type).toBe('/api/v1/problems/unavailable')
  })
})

describe('while the database is away', () => {
  test('what is kept is served, though newer data may exist', async () => {
    const ask = open()
    await ask('/page')
    version = '2'
    isAway = true
    expect(await bodyOf(ask('/page'))).toContain(' 1')
    expect((await ask('/page?limit=2')).status).toBe(503)
  })

  test('not even the version needs to be known', async () => {
    let versionOf = async () => '1'
    const ask = open(() => versionOf())
    await ask('/page')
    versionOf = () => Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))
    expect(await bodyOf(ask('/page'))).toContain(' 1')
    const refused = await ask('/en/page')
    expect(refused.status).toBe(503)
    expect(String(refused.body)).toBe('platform.refused.away /en')
  })
})
