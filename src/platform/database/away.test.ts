import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { Refused } from '../refuse.ts'
import { asRefusal, isDatabaseAway } from './away.server.ts'

const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
afterAll(() => log.mockRestore())
afterEach(() => log.mockClear())

const withCode = (code: string) => Object.assign(new Error('…'), { code })

test.each([
  withCode('ECONNREFUSED'),
  withCode('57P01'),
  new Error('Connection terminated unexpectedly'),
  new Error('timeout exceeded when trying to connect'),
  new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')]),
  new Error('while reading', { cause: withCode('57P03') }),
])('%o is the database being away', (error) => {
  expect(asRefusal(error)).toMatchObject({ status: 503, reason: 'platform.refused.away' })
})

test.each([withCode('42501'), withCode('23505'), new Error('undefined is not a function'), 'text', null])(
  '%o is a defect',
  (error) => {
    expect(isDatabaseAway(error)).toBe(false)
    expect(asRefusal(error)).toBeUndefined()
  },
)

test('a refusal stays what it is', () => {
  const refused = new Refused(404, 'platform.refused.absent')
  expect(asRefusal(refused)).toBe(refused)
})

test('however many ask, the log gets one line without a stack trace', async () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1e9)
  for (let asked = 0; asked < 1000; asked += 1) asRefusal(withCode('ECONNREFUSED'))
  expect(log.mock.calls).toEqual([['The database is away: …']])
  clock.mockReturnValue(1e9 + 1001)
  asRefusal(withCode('ECONNREFUSED'))
  expect(log).toHaveBeenCalledTimes(2)
  clock.mockRestore()
})
