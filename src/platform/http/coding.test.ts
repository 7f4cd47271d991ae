import { expect, test } from 'vitest'
import { chooseCoding } from './coding.ts'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'gzip'],
  ['x-gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['gzip;q=0', 'identity'],
  ['gzip;q=0.0', 'identity'],
  ['gzip; q=0, deflate', 'identity'],
  ['br', 'identity'],
  ['deflate;q=1, *;q=0.5', 'gzip'],
  ['*', 'gzip'],
  ['*;q=0', undefined],
  ['gzip;q=0, *;q=0', undefined],
  ['identity;q=0', undefined],
  ['identity;q=0, gzip', 'gzip'],
  ['identity;q=0, *', 'gzip'],
  ['*;q=0, identity', 'identity'],
  ['*;q=0, gzip;q=0.1', 'gzip'],
  ['gzip;q=0.2, identity;q=0.8', 'identity'],
  ['gzip;q=0.5, identity;q=0.5', 'gzip'],
  ['gzip;q=much', 'gzip'],
  ['gzippy', 'identity'],
])('%j takes what can be packed as %s', (header, coding) => {
  expect(chooseCoding(header, true)).toBe(coding)
})

test.each([
  ['gzip', 'identity'],
  ['identity;q=0, gzip', 'gzip'],
  ['*;q=0', undefined],
])('%j takes what is small already as %s', (header, coding) => {
  expect(chooseCoding(header, false)).toBe(coding)
})
