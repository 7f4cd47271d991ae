import { expect, test } from 'vitest'
import { chaptersIn, placesIn } from './places.ts'

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

test('chapters are named once, without their ends', () => {
  const citations = [
    '2.1. nodaļa, rīcības plāna tabula, 1.1.1. darbība',
    '2.1. nodaļa, kopsavilkums',
    'Ievads; 1.1. nodaļa, 1.1.1. attēls',
  ].map((locator) => ({ source: 'evaluation', locator }))
  expect(chaptersIn('evaluation', [...citations, { source: 'other', locator: '9. nodaļa' }])).toEqual([
    '2.1. nodaļa',
    'Ievads',
    '1.1. nodaļa',
  ])
})
