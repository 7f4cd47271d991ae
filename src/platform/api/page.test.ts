import { expect, test } from 'vitest'
import { cutStretch, readCursor, writeCursor } from './page.ts'

const letters = ['a', 'b', 'c', 'd']

test('begins at the beginning and says where to go on', () => {
  expect(cutStretch(letters, 3)).toEqual({ keys: ['a', 'b', 'c'], after: 'c' })
})

test('ends when nothing follows, even if the stretch is full', () => {
  expect(cutStretch(letters, 2, 'b')).toEqual({ keys: ['c', 'd'], after: undefined })
})

test('an empty list has one empty stretch', () => {
  expect(cutStretch([], 2)).toEqual({ keys: [], after: undefined })
})

test('does not go on behind an item that is not there', () => {
  expect(cutStretch(letters, 2, 'x')).toBeUndefined()
})

test('cursors carry any key', () => {
  expect(readCursor(writeCursor('14/pirmsskola ā=+'))).toBe('14/pirmsskola ā=+')
})
