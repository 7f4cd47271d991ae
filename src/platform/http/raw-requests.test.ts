import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listen } from './listen.server.ts'
import { sendRaw } from './raw.testing.ts'

let server: Awaited<ReturnType<typeof listen>>
const log = vi.spyOn(console, 'error')
afterAll(() => log.mockRestore())

beforeEach(async () => {
  log.mockClear()
  server = await listen({
    host: '127.0.0.1',
    port: 0,
    assetsFolder: 'public',
    versionOf: async () => '1',
    site: { addressOf: () => undefined, answer: async (request) => new Response(request.url) },
  })
})
afterEach(() => server.close())

const request = (target: string, host = 'x') =>
  `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`

test.each([
  request('//'),
  request('///'),
  request('http://'),
  request('http://example.lv/liepaja'),
  request('*'),
  request('/%zz'),
  request('/%00'),
  request('/\0'),
  request('/\x7f'),
  request('/%ff'),
  request('liepaja'),
  request('/', 'a b'),
  request('/', '['),
  request('/', ''),
  request('/', 'x:99999'),
  request('/', '%zz'),
  request('/', '\0'),
  request('/', 'x\r\nHost: y'),
  'GET / HTTP/1.1\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'GET\r\n\r\n',
])('%j is a bad request and leaves no trace in the log', async (bytes) => {
  expect(await sendRaw(server.address, bytes)).toMatch(/^HTTP\/1\.1 400 /)
  expect(log).not.toHaveBeenCalled()
  expect((await fetch(`${server.address}/liepaja`)).status).toBe(200)
})

test('nobody gets back what was asked, as TRACE would', async () => {
  const bytes = 'TRACE /liepaja HTTP/1.1\r\nHost: x\r\nCookie: zime=1\r\nConnection: close\r\n\r\n'
  const answer = await sendRaw(server.address, bytes)
  expect(answer).toMatch(/^HTTP\/1\.1 405 /)
  expect(answer).not.toContain('zime=1')
})

test('nobody is carried on to another server', async () => {
  expect(await sendRaw(server.address, 'CONNECT example.lv:443 HTTP/1.1\r\nHost: x\r\n\r\n')).toBe('')
})

test('a bad address of the API is a problem in its own words', async () => {
  const answer = await sendRaw(server.address, request('/api/v1/%zz'))
  expect(answer).toContain('application/problem+json')
  expect(answer).toContain('/api/v1/problems/bad-request')
})

test('what the asker calls us is in no answer', async () => {
  expect(await sendRaw(server.address, request('/liepaja?x=1', 'evil.example'))).not.toContain('evil.example')
})
