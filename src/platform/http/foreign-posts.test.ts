import { afterEach, beforeEach, expect, test } from 'vitest'
import { listen } from './listen.server.ts'
import type { Site } from './site.ts'

let server: Awaited<ReturnType<typeof listen>>
let seen: { cookie: string | null; body: string }[] = []

/** A site with one page that takes posts from elsewhere, and others that do not. */
const site: Site = {
  addressOf: (pathname) => ({
    route: pathname,
    pathname,
    parameters: ['zime'],
    formats: [],
    isStrict: false,
    action: 'work.signOut',
    takesForeignPosts: pathname === '/zinot/atrakstities',
  }),
  answer: async (request, { refused }) => {
    if (refused) return new Response(refused.reason, { status: refused.status })
    seen.push({ cookie: request.headers.get('cookie'), body: await request.text() })
    return new Response('done')
  },
}
beforeEach(async () => {
  seen = []
  server = await listen({ host: '127.0.0.1', port: 0, versionOf: async () => '1', site })
})
afterEach(() => server.close())

const post = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.address + path, {
    method: 'POST',
    headers: { cookie: 'session=secret', ...headers },
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  })

test.each([{}, { origin: 'https://mail.example' }, { origin: 'null' }])(
  'a programme of mail signs somebody out by the address alone, as nobody: %o',
  async (headers) => {
    expect((await post('/zinot/atrakstities?zime=abc', headers)).status).toBe(200)
    expect(seen).toEqual([{ cookie: null, body: 'List-Unsubscribe=One-Click' }])
  },
)

test('a post from our own page keeps who sent it', async () => {
  await post('/zinot/atrakstities?zime=abc', { origin: server.address })
  expect(seen.map(({ cookie }) => cookie)).toEqual(['session=secret'])
})

test('no other page takes such a post', async () => {
  expect((await post('/zinot')).status).toBe(403)
  expect((await post('/zinot/atrakstities/x', { origin: 'https://mail.example' })).status).toBe(403)
  expect(seen).toEqual([])
})
