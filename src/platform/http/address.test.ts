import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Address, readAsked } from './address.ts'

const page: Address = {
  route: '/:municipality/raditaji',
  pathname: '/liepaja/raditaji',
  parameters: ['period', 'verdict', 'text'],
  formats: [],
  isStrict: false,
  action: null,
}
const ask = (query: string, address = page) => readAsked(new URLSearchParams(query), address)

test.each(['', 'utm_source=news&fbclid=IwAR0', 'x=1', 'period=&verdict=&text=', 'Period=2021'])(
  '?%s asks for the page itself',
  (query) => {
    expect(ask(query).target).toBe('/liepaja/raditaji')
  },
)

test.each([
  'period=2023/2024&verdict=missed',
  'verdict=missed&period=2023%2F2024',
  'verdict=missed&utm_source=x&period=2023/2024&text=',
  'verdict=missed&verdict=met&period=2023/2024&period=1',
])('?%s asks for the same', (query) => {
  expect(ask(query).target).toBe('/liepaja/raditaji?period=2023/2024&verdict=missed')
})

test.each(['verdict=missed&verdict=met', 'verdict=met&verdict=&verdict=missed&verdict=met'])(
  '?%s asks for the same where a parameter may be given several times',
  (query) => {
    const several = { ...page, several: ['verdict'] }
    expect(ask(`${query}&period=1&period=2`, several).target).toBe(
      '/liepaja/raditaji?period=1&verdict=met&verdict=missed',
    )
  },
)

test('a strict address keeps every value of what it knows and names the rest', () => {
  const strict = { ...page, isStrict: true }
  expect(ask('x=1&text=a&text=&x=2&y=', strict)).toEqual({
    target: '/liepaja/raditaji?text=a&text=',
    unknown: ['x', 'y'],
  })
})

test('what is kept is read again as it was meant', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('period', 'verdict', 'text', 'x'), fc.string()), (asked) => {
      const { target } = ask(new URLSearchParams(asked).toString())
      const read = new URL(target, 'http://localhost').searchParams
      for (const name of page.parameters) expect(read.get(name) ?? '').toBe(wellFormed(asked[name]))
      expect(ask(read.toString()).target).toBe(target)
    }),
  )
})

/** What addresses make of halves of characters. */
const wellFormed = (text = '') => text.toWellFormed()
