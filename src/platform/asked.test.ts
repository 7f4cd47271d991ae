import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AskedValues, addressWith, type WrongValues } from './asked.ts'

const ask = (query: string) => new AskedValues(new URLSearchParams(query))

/** What is refused after a page has read what it reads. */
function wrongIn(query: string, read: (asked: AskedValues) => unknown) {
  const asked = ask(query)
  read(asked)
  try {
    asked.demandRight()
    return []
  } catch (error) {
    const { status, wrong } = error as WrongValues
    expect(status).toBe(400)
    return wrong
  }
}

describe('what an address asks for', () => {
  test('is nothing where it is empty or not there', () => {
    expect(
      wrongIn('verdict=&page=&on=', (asked) => {
        expect(asked.oneOf('verdict', ['met'])).toBeUndefined()
        expect(asked.severalOf('goal', ['KP1'])).toEqual([])
        expect(asked.day('on')).toBeUndefined()
        expect(asked.page()).toBe(1)
      }),
    ).toEqual([])
  })

  test('is one of some values, or several of them in their own order', () => {
    const asked = ask('verdict=met&goal=KP2&goal=KP1&goal=KP2')
    expect(asked.oneOf('verdict', ['missed', 'met'])).toBe('met')
    expect(asked.severalOf('goal', ['KP1', 'KP2', 'KP3'])).toEqual(['KP1', 'KP2'])
  })

  test('is refused with all that is wrong at once, and with what can be asked', () => {
    expect(
      wrongIn('verdict=abc&goal=KP1&goal=KP9&on=2024-02-30&page=0&year=3000', (asked) => {
        asked.oneOf('verdict', ['met', 'missed'])
        asked.severalOf('goal', ['KP1', 'KP2'])
        asked.day('on')
        asked.page()
        asked.number('year', { from: 2000, to: 2100 })
      }),
    ).toEqual([
      { parameter: 'verdict', value: 'abc', allowed: { values: ['met', 'missed'] } },
      { parameter: 'goal', value: 'KP9', allowed: { values: ['KP1', 'KP2'] } },
      expect.objectContaining({ parameter: 'on', value: '2024-02-30' }),
      { parameter: 'page', value: '0', allowed: { words: 'platform.asked.page' } },
      expect.objectContaining({
        parameter: 'year',
        allowed: expect.objectContaining({ fill: { from: '2000', to: '2100' } }),
      }),
    ])
  })

  test('is a page only as far as there are pages', () => {
    const wanted = (pages: number) => (asked: AskedValues) => {
      asked.page()
      asked.demandPage(pages)
    }
    expect(wrongIn('page=3', wanted(3))).toEqual([])
    expect(wrongIn('page=1', wanted(0))).toEqual([])
    expect(wrongIn('page=4', wanted(3))).toEqual([
      { parameter: 'page', value: '4', allowed: { words: 'platform.asked.pages', fill: { pages: '3' } } },
    ])
    expect(wrongIn('page=2', wanted(1))).toMatchObject([{ allowed: { words: 'platform.asked.onlyPage' } }])
    expect(wrongIn('page=x', wanted(1))).toMatchObject([{ allowed: { words: 'platform.asked.page' } }])
  })

  test('is a day within bounds that count themselves', () => {
    const within = (asked: AskedValues) => asked.day('day', { from: '2020-06-23', to: '2026-03-03' })
    expect(wrongIn('day=2020-06-23', within)).toEqual([])
    expect(wrongIn('day=2026-03-03', within)).toEqual([])
    expect(wrongIn('day=2019-01-01', within)).toHaveLength(1)
    expect(wrongIn('day=2026-03-04', within)).toHaveLength(1)
  })

  test('is never answered and refused at once', () => {
    const values = ['met', 'missed']
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...values), fc.string()), (value) => {
        const asked = new AskedValues(new URLSearchParams({ verdict: value }))
        const found = asked.oneOf('verdict', values)
        const isRefused = (() => {
          try {
            asked.demandRight()
            return false
          } catch {
            return true
          }
        })()
        expect(isRefused).toBe(found === undefined && value.trim() !== '')
      }),
    )
  })
})

test('an address with other values keeps the rest', () => {
  const here = { pathname: '/liepaja/raditaji', search: '?period=2023%2F2024&verdict=abc&goal=KP1' }
  expect(addressWith(here, { verdict: undefined })).toBe('/liepaja/raditaji?period=2023/2024&goal=KP1')
  expect(addressWith(here, { goal: ['KP2', 'KP3'], verdict: undefined }, 'rows')).toBe(
    '/liepaja/raditaji?period=2023/2024&goal=KP2&goal=KP3#rows',
  )
  expect(addressWith({ pathname: '/', search: '?q=x' }, { q: undefined })).toBe('/')
})

test('says what a page calls the values that it has', () => {
  const asked = new AskedValues(new URLSearchParams('verdict=abc'))
  asked.severalOf('verdict', ['yes', 'no'], (one) => `platform.file.type.${one === 'yes' ? 'flag' : 'text'}`)
  expect(() => asked.demandRight()).toThrow(
    expect.objectContaining({
      wrong: [
        expect.objectContaining({
          allowed: {
            values: ['yes', 'no'],
            named: { yes: 'platform.file.type.flag', no: 'platform.file.type.text' },
          },
        }),
      ],
    }),
  )
})
