import { describe, expect, test } from 'vitest'
import { addressAsOf, readAsOf } from './read-as-of.ts'

const NOW = new Date('2026-03-02T22:30:00Z') // 3 March, half past midnight in Riga
const read = (query: string) => readAsOf(new URLSearchParams(query), NOW)

describe('the day as of which a page is read', () => {
  test('ends when it ends in Riga, in winter and in summer', () => {
    expect(read('asOf=2026-01-15')).toEqual({
      day: '2026-01-15',
      until: new Date('2026-01-15T21:59:59.999Z'),
    })
    expect(read('asOf=2025-07-15')?.until).toEqual(new Date('2025-07-15T20:59:59.999Z'))
  })

  test('is none when nobody asks', () => {
    expect(read('')).toBeUndefined()
    expect(read('asOf=')).toBeUndefined()
  })

  test('may be today', () => {
    expect(read('asOf=2026-03-03')?.day).toBe('2026-03-03')
  })

  test.for(['asOf=vakar', 'asOf=2026-02-30', 'asOf=2026-2-3', 'asOf=2026', 'asOf=2026-02-03T12:00:00Z'])(
    'is refused when no calendar has it: %s',
    (query) => {
      expect(() => read(query)).toThrow(
        expect.objectContaining({ status: 400, wrong: [expect.objectContaining({ parameter: 'asOf' })] }),
      )
    },
  )

  test('is refused when it has not come yet', () => {
    expect(() => read('asOf=2026-03-04')).toThrow(
      expect.objectContaining({
        status: 400,
        wrong: [
          expect.objectContaining({
            allowed: expect.objectContaining({ fill: expect.objectContaining({ to: '2026-03-03' }) }),
          }),
        ],
      }),
    )
  })
})

test('an address asks for the day, whatever it asks for besides', () => {
  expect(addressAsOf('/liepaja/strategija#KP1', '2026-03-01')).toBe('/liepaja/strategija?asOf=2026-03-01#KP1')
  expect(addressAsOf('/liepaja/ricibas-plans?goal=KP1', '2026-03-01')).toBe(
    '/liepaja/ricibas-plans?goal=KP1&asOf=2026-03-01',
  )
  expect(addressAsOf('/liepaja/strategija', undefined)).toBe('/liepaja/strategija')
})
