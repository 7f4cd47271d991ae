import { once } from 'node:events'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { readForm } from '../forms/read-form.server.ts'
import { listen } from './listen.server.ts'
import { connectTo, sendRaw } from './raw.testing.ts'
import type { Site } from './site.ts'

const ADDRESS = { route: '/zinot', parameters: ['par'], formats: [], isStrict: false, action: 'work.report' }
let server: Awaited<ReturnType<typeof listen>>
let seen: { cookie: string | null; client: string | undefined; from: string | null; url: string }[]
let written: string[]
const log = vi.spyOn(console, 'error')
afterAll(() => log.mockRestore())

/** How long it takes to write down what was sent. */
let writing: () => Promise<void>
const aWhile = () => new Promise<void>((resolve) => setTimeout(resolve, 50))

/** A page that greets whoever has a cookie, takes a text and writes it down after a while. */
const site: Site = {
  addressOf: (pathname) => ({ ...ADDRESS, pathname }),
  answer: async (request, { personal, refused }) => {
    if (refused) return new Response(`<p>${refused.reason}`, { status: refused.status, headers: HTML })
    const [cookie, from] = ['cookie', 'sec-fetch-site'].map((name) => request.headers.get(name))
    seen.push({
      cookie: cookie ?? null,
      client: personal?.clientAddress,
      from: from ?? null,
      url: request.url,
    })
    const headers = new Headers(HTML)
    headers.append('set-cookie', 'a=1; HttpOnly')
    headers.append('set-cookie', 'b=2; HttpOnly')
    if (request.method !== 'POST') return new Response('<p>page', { headers })
    const form = await readForm(request, z.object({ text: z.string() }), 10_000).catch((error) => error)
    if (form instanceof Error) return new Response('<p>no form', { status: 400, headers })
    if (!form.ok)
      return new Response(`<p>${form.answer().entered.text}`, { status: form.answer().status, headers })
    await writing()
    written.push(form.value.text)
    headers.set('location', '/zinot/paldies')
    return new Response(null, { status: 303, headers })
  },
}
const HTML = { 'content-type': 'text/html; charset=utf-8' }

beforeEach(async () => {
  seen = []
  written = []
  writing = aWhile
  log.mockClear()
  server = await listen({ host: '127.0.0.1', port: 0, versionOf: async () => '1', site })
})
afterEach(() => server.close())

const get = (path: string, headers = {}) => fetch(server.address + path, { headers })
function post(body: BodyInit, headers: Record<string, string> = { origin: server.address }) {
  return fetch(`${server.address}/zinot`, { method: 'POST', body, headers, redirect: 'manual' })
}
const form = (text: string) => new URLSearchParams({ text })

describe('the personal face', () => {
  test('shows pages to the person who asks, from no cache and with no way into one', async () => {
    const response = await get('/zinot', { cookie: 'session=1' })
    await get('/zinot', { cookie: 'session=2' })
    expect(seen.map(({ cookie }) => cookie)).toEqual(['session=1', 'session=2'])
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('etag')).toBeNull()
    expect(response.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2; HttpOnly'])
    expect(response.headers.get('content-security-policy')).toMatch(/script-src 'self'(;|$)/)
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('tells pages whether somebody else’s page has led here', async () => {
    await get('/zinot', { 'sec-fetch-site': 'cross-site' })
    expect(seen[0]?.from).toBe('cross-site')
  })

  test('lets only a few sign in at a time, and says so to the others at once', async () => {
    const proxied = await listen({
      host: '127.0.0.1',
      port: 0,
      versionOf: async () => '1',
      site,
      proxies: ['127.0.0.1'],
    })
    const signIn = (number: number) =>
      fetch(`${proxied.address}/pieslegties`, {
        method: 'POST',
        body: form('parole'),
        headers: { origin: proxied.address, 'x-forwarded-for': `192.0.2.${number}` },
        redirect: 'manual',
      })
    const taken = Promise.withResolvers<void>()
    writing = () => taken.promise
    const statuses: number[] = []
    const answers = Array.from({ length: 12 }, (_, number) =>
      signIn(number).then(({ status }) => statuses.push(status)),
    )
    await vi.waitFor(() => expect(statuses).toHaveLength(8), 10_000)
    expect(new Set(statuses)).toEqual(new Set([503]))
    taken.resolve()
    await Promise.all(answers)
    expect(statuses.slice(8)).toEqual([303, 303, 303, 303])
    expect((await signIn(0)).status).toBe(303)
    await proxied.close()
  })

  test('takes a post from a page of its own', async () => {
    const response = await post(form('Kļūda'))
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/zinot/paldies')
    expect(response.headers.getSetCookie()).toHaveLength(2)
    expect(written).toEqual(['Kļūda'])
  })

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['nowhere', {}],
    ['a page that hides where it is', { origin: 'null' }],
    ['a frame', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses a post from %s before it is read', async (_, headers) => {
    const response = await post(form('Kļūda'), headers)
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('platform.refused.origin')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(seen).toEqual([])
  })

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('refuses %s', async (method) => {
    const response = await fetch(`${server.address}/zinot`, { method, headers: { origin: server.address } })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST')
  })

  test('slows down who posts without end', async () => {
    const statuses = new Set<number>()
    let last: Response | undefined
    for (let count = 0; count < 130; count += 1) {
      last = await post('{}', { origin: server.address, 'content-type': 'application/json' })
      statuses.add(last.status)
    }
    expect([...statuses]).toEqual([400, 429])
    expect(last?.headers.get('retry-after')).toBe('60')
  })

  test('answers a body that is far too large at once, with what was typed before', async () => {
    const body = new FormData()
    body.set('text', 'īss teksts')
    body.set('more', 'x'.repeat(30_000_000))
    const response = await post(body)
    expect(response.status).toBe(413)
    expect(await response.text()).toBe('<p>īss teksts')
  })

  test('finishes what was sent, though nobody waits for the answer', async () => {
    const body = String(form('pamests'))
    const head = `POST /zinot HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`
    const socket = connectTo(server.address)
    socket.write(head + body)
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    socket.destroy()
    await vi.waitFor(() => expect(written).toEqual(['pamests']))
    expect(log).not.toHaveBeenCalled()
  })

  test('takes a body that breaks off for no defect', async () => {
    const socket = connectTo(server.address)
    socket.write(
      'POST /zinot HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\ntext=',
    )
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    socket.destroy()
    expect((await get('/zinot')).status).toBe(200)
    expect(written).toEqual([])
    expect(log).not.toHaveBeenCalled()
  })

  test('asks pages only for what they know', async () => {
    await get('/zinot?utm_source=x&par=/liepaja&index')
    expect(seen[0]?.url).toBe('http://localhost/zinot?par=/liepaja')
  })
})

describe('the public face', () => {
  test('neither takes cookies in nor lets them out, from the cache or not', async () => {
    for (const _ of [1, 2]) {
      const response = await get('/liepaja', { cookie: 'session=1' })
      expect(response.status).toBe(200)
      expect(response.headers.getSetCookie()).toEqual([])
    }
    const url = 'http://localhost/liepaja'
    expect(seen).toEqual([{ cookie: null, client: undefined, from: null, url }])
  })

  test('takes no post, wherever it comes from', async () => {
    const response = await fetch(`${server.address}/liepaja`, {
      method: 'POST',
      body: form('x'),
      headers: { origin: server.address },
    })
    expect(response.status).toBe(405)
    expect(response.headers.get('content-security-policy')).not.toContain('script-src')
  })
})

test.each([
  '/liepaja.data',
  '/zinot.data',
  '/_root.data',
  '/__manifest',
  '/__manifest?p=/',
  '/en/zinot.DATA',
])('%s, made for scripts that no page has, is nowhere', async (path) => {
  expect((await get(path)).status).toBe(404)
  expect(seen).toEqual([])
})

describe('behind a proxy', () => {
  const forwarded = { 'x-forwarded-for': '198.51.100.9', 'x-forwarded-host': 'izaugsme.lv' }

  test('that nobody has named, what it says counts for nothing', async () => {
    expect((await post(form('x'), { origin: 'https://izaugsme.lv', ...forwarded })).status).toBe(403)
    await get('/zinot', forwarded)
    expect(seen[0]?.client).toBe('127.0.0.1')
  })

  test('that is named, the visitor and the name of the place are those it heard', async () => {
    const named = await listen({
      host: '127.0.0.1',
      port: 0,
      versionOf: async () => '1',
      site,
      proxies: ['127.0.0.1'],
    })
    const headers = { origin: 'https://izaugsme.lv', ...forwarded }
    const init = { method: 'POST', body: form('x'), headers, redirect: 'manual' } as const
    expect((await fetch(`${named.address}/zinot`, init)).status).toBe(303)
    expect(seen[0]?.client).toBe('198.51.100.9')
    await named.close()
  })

  test('the address in the settings is enough, however the proxy asks', async () => {
    const settled = await listen({
      host: '127.0.0.1',
      port: 0,
      versionOf: async () => '1',
      site,
      address: 'https://izaugsme.lv',
    })
    const postFrom = (origin: string) =>
      fetch(`${settled.address}/zinot`, {
        method: 'POST',
        body: form('x'),
        headers: { origin },
        redirect: 'manual',
      })
    expect((await postFrom('https://izaugsme.lv')).status).toBe(303)
    expect((await postFrom(settled.address)).status).toBe(403)
    await settled.close()
  })
})

describe('the end', () => {
  test('waits for an answer in the making and for nothing else', async () => {
    const waiting = post(form('pēdējais'))
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    await server.close()
    expect((await waiting).status).toBe(303)
    expect(written).toEqual(['pēdējais'])
    await expect(get('/liepaja')).rejects.toThrow()
  })

  test('does not wait for who never finishes asking', { timeout: 15_000 }, async () => {
    const half = [
      'GET / HTTP/1.1\r\nX: ',
      'POST /zinot HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\ntext',
      '',
    ]
    const sockets = half.map((bytes) => {
      const socket = connectTo(server.address)
      socket.write(bytes)
      return socket
    })
    await Promise.all(sockets.map((socket) => once(socket, 'connect')))
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    const began = performance.now()
    await server.close()
    expect(performance.now() - began).toBeLessThan(7000)
  })
})

test('an error says its number to whoever meets it, the same as in the headers', async () => {
  const answer = await sendRaw(server.address, 'PUT /api/v1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  const [, id = ''] = /x-request-id: (\S+)/.exec(answer) ?? []
  expect(id).not.toBe('')
  expect(answer).toContain(`"requestId":"${id}"`)
})
