import { expect, test } from 'vitest'
import { canonicalOf } from './canonical.ts'

test('what sorts, filters or shows an earlier state is no page of its own', () => {
  expect(canonicalOf('/liepaja/raditaji', '?sort=name&verdict=missed&asOf=2025-03-31')).toBe(
    '/liepaja/raditaji',
  )
})

test('further pages of a list are pages, the first is the list itself', () => {
  expect(canonicalOf('/liepaja/raditaji', '?verdict=met&page=2')).toBe('/liepaja/raditaji?page=2')
  expect(canonicalOf('/liepaja/raditaji', '?page=1')).toBe('/liepaja/raditaji')
})

test('a page says which parameters make another one of it, in the order in which it is written', () => {
  const handle = { identifiedBy: ['kind', 'year'] }
  expect(canonicalOf('/x', '?year=2025&kind=a%20b&page=3', handle)).toBe('/x?kind=a+b&year=2025')
  expect(canonicalOf('/x', '?year=', handle)).toBe('/x')
})
