import { expect, test } from 'vitest'
import { chooseFormat } from './accept.ts'

const both = ['json', 'csv'] as const

test.for([
  ['', 'json'],
  ['*/*', 'json'],
  ['text/csv', 'csv'],
  ['text/*', 'csv'],
  ['application/json', 'json'],
  ['application/json;q=0.4, text/csv', 'csv'],
  ['text/csv;q=0.4, */*;q=0.5', 'json'],
  ['application/json;q=0, */*', 'csv'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'json'],
  ['Text/CSV; header=present', 'csv'],
  ['text/html', undefined],
  ['text/csv;q=0', undefined],
] as const)('takes %s as %s', ([accept, format]) => {
  expect(chooseFormat(accept, both)).toBe(format)
})

test('offers no CSV where there is none', () => {
  expect(chooseFormat('text/csv', ['json'])).toBeUndefined()
})
