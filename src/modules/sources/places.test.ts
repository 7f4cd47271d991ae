import { expect, test } from 'vitest'
import { placesIn } from './places.ts'

const at = (...locators: (string | null)[]) => locators.map((locator) => ({ source: 'evaluation', locator }))

test('joins places that differ only at the end', () => {
  const places = at('3. nodaļa, 1. ieteikums', '3. nodaļa, 2. ieteikums', '3. nodaļa, 1. ieteikums')
  expect(placesIn('evaluation', places)).toEqual(['3. nodaļa: 1. ieteikums, 2. ieteikums'])
})

test('leaves single places as they stand', () => {
  expect(placesIn('evaluation', at('Ievads; 1.1. nodaļa, 1. attēls'))).toEqual([
    'Ievads',
    '1.1. nodaļa, 1. attēls',
  ])
})

test('leaves out other documents and places that are not stated', () => {
  const places = [{ source: 'other', locator: '1. lpp.' }, ...at(null)]
  expect(placesIn('evaluation', places)).toEqual([])
})
