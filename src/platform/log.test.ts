import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { listen } from './http/listen.server.ts'
import type { Site } from './http/site.ts'
import { describeError, logError } from './log.server.ts'

const lines = vi.spyOn(console, 'error').mockImplementation(() => undefined)
const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
afterAll(() => {
  lines.mockRestore()
  written.mockRestore()
})
afterEach(() => lines.mockClear())

/** What nobody should find in a log. */
const SECRETS = ['anna@liepaja.lv', 'Anna Ābele', 'slepenais-zimogs', 'sesija-123', 'parole1234']

describe('a line about an error', () => {
  test('has its kind, its code, names of tables and where it was, and no words of its own', () => {
    const error = Object.assign(new Error('duplicate key'), {
      code: '23505',
      table: 'account_holder',
      constraint: 'account_holder_email_key',
      detail: 'Key (email)=(anna@liepaja.lv) already exists.',
    })
    logError('A page failed', new Error('Anna Ābele', { cause: error }))
    const line = String(lines.mock.calls)
    expect(line).toContain('Error 23505')
    expect(line).toContain('constraint account_holder_email_key')
    expect(line).toMatch(/\n\s+at .*log\.test\.ts/)
    for (const secret of SECRETS) expect(line).not.toContain(secret)
  })

  test('keeps what the language itself says, since that names our code', () => {
    const error = new TypeError("Cannot read properties of undefined (reading 'rows')")
    expect(describeError(error)).toContain("(reading 'rows')")
    expect(describeError('anna@liepaja.lv')).toBe('a string was thrown')
  })
})

test('no line that a request leaves holds anything of who asks, whatever fails', async () => {
  const site: Site = {
    addressOf: (pathname) => ({
      route: '/darbs/:id',
      pathname,
      parameters: ['atslega', 'zime'],
      formats: [],
      isStrict: false,
      action: 'work.report',
    }),
    answer: async (request) => {
      const typed = await request.text()
      throw new Error(`${request.url} ${request.headers.get('cookie')} ${typed}`)
    },
  }
  const door = await listen({ host: '127.0.0.1', port: 0, versionOf: async () => '1', site, log: 'all' })
  const headers = {
    cookie: 'session=sesija-123',
    origin: door.address,
    authorization: 'Bearer slepenais-zimogs',
  }
  const body = new URLSearchParams({ email: 'anna@liepaja.lv', name: 'Anna Ābele', password: 'parole1234' })
  await fetch(`${door.address}/darbs/kalendars.ics?atslega=slepenais-zimogs`, { headers })
  const answer = await fetch(`${door.address}/darbs/konts?zime=slepenais-zimogs`, {
    method: 'POST',
    headers,
    body,
  })
  expect(answer.status).toBe(500)
  const said = await answer.text()
  for (const secret of [...SECRETS, 'log.test']) expect(said).not.toContain(secret)
  await fetch(`${door.address}/liepaja?text=anna@liepaja.lv`)
  await door.close()
  const log = [...lines.mock.calls, ...written.mock.calls].map(String).join('\n')
  expect(log).toContain('/darbs/:id')
  for (const secret of [...SECRETS, 'anna%40', 'email', '127.0.0.1']) expect(log).not.toContain(secret)
  const ids = [...log.matchAll(/"id":"([0-9a-f-]{36})"/g)].map(([, id]) => id)
  expect(ids).toHaveLength(3)
  for (const id of ids) expect(String(lines.mock.calls)).toContain(id)
})
