import { afterAll, afterEach, expect, test, vi } from 'vitest'
import type { LogLevel, LogLine } from './access-log.server.ts'
import { listen } from './listen.server.ts'
import type { Site } from './site.ts'

const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
afterAll(() => written.mockRestore())
afterEach(() => written.mockClear())

const site: Site = {
  addressOf: (pathname) =>
    pathname.startsWith('/nekas')
      ? undefined
      : {
          route: '/:page',
          pathname,
          parameters: ['text'],
          formats: [],
          isStrict: false,
          action: 'work.report',
        },
  answer: async (request, { refused }) => {
    await request.text()
    const { pathname } = new URL(request.url)
    const status = { '/broken': 500, '/forbidden': 403, '/too-often': 429 }[pathname] ?? 200
    return new Response('page', { status: refused?.status ?? status })
  },
}

/** Asks for a few things that hold what nobody should find in a log. @returns the lines written meanwhile */
async function linesAt(log: LogLevel): Promise<LogLine[]> {
  const { address, close } = await listen({
    host: '127.0.0.1',
    port: 0,
    versionOf: async () => '1',
    site,
    log,
  })
  const headers = { cookie: 'session=secret', origin: address }
  for (const [path, method] of [
    ['/liepaja?text=secret', 'GET'],
    ['/nekas/secret', 'GET'],
    ['/broken', 'GET'],
    ['/forbidden', 'GET'],
    ['/too-often', 'GET'],
    ['/zinot?par=/secret', 'POST'],
    ['/%zz-secret', 'GET'],
  ] as const) {
    const body = method === 'POST' ? { body: 'content=secret' } : {}
    await (await fetch(address + path, { method, headers, ...body })).text()
  }
  await close()
  return written.mock.calls.flatMap(([line]) =>
    String(line).startsWith('{') ? [JSON.parse(String(line))] : [],
  )
}

test('everything: who did what and how it went, and nothing that was typed', async () => {
  const lines = await linesAt('all')
  expect(lines.map(({ method, face, route, status }) => [method, face, route, status])).toEqual([
    ['GET', 'public', '/:page', 200],
    ['GET', 'public', null, 200],
    ['GET', 'public', '/:page', 500],
    ['GET', 'public', '/:page', 403],
    ['GET', 'public', '/:page', 429],
    ['POST', 'personal', '/:page', 200],
    ['GET', 'none', null, 400],
  ])
  expect(lines[5]).toMatchObject({ who: 'public', action: 'work.report' })
  for (const { id, ms, bytes, at } of lines) {
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    expect(ms).toBeGreaterThanOrEqual(0)
    expect(bytes).toBeGreaterThan(100)
    expect(Number.isNaN(Date.parse(at))).toBe(false)
  }
  expect(JSON.stringify(lines)).not.toMatch(/secret|127\.0\.0\.1/)
})

test('by default what was sent to us, what was refused and what failed; switched off, nothing', async () => {
  expect((await linesAt('posts')).map(({ method, status }) => [method, status])).toEqual([
    ['GET', 500],
    ['GET', 403],
    ['GET', 429],
    ['POST', 200],
  ])
  written.mockClear()
  expect(await linesAt('off')).toEqual([])
})
