import { expect, test } from 'vitest'
import { cutStretch, readCursor, writeCursor } from './page.ts'

const letters = ['a', 'b', 'c', 'd']
const itself = (letter: string) => letter

test('begins at the beginning and says where to go on', () => {
  expect(cutStretch(letters, itself, 3)).toEqual({ items: ['a', 'b', 'c'], after: 'c' })
})

test('ends when nothing follows, even if the stretch is full', () => {
  expect(cutStretch(letters, itself, 2, 'b')).toEqual({ items: ['c', 'd'], after: undefined })
})

test('an empty list has one empty stretch', () => {
  expect(cutStretch([], itself, 2)).toEqual({ items: [], after: undefined })
})

test('does not go on behind an item that is not there', () => {
  expect(cutStretch(letters, itself, 2, 'x')).toBeUndefined()
})

test('cursors carry any key', () => {
  expect(readCursor(writeCursor('14/pirmsskola ā=+'))).toBe('14/pirmsskola ā=+')
})
