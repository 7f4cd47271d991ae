import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shown } from './shown.ts'

test.each([
  ['KP1', 'KP1'],
  ['Ķekavas novads, “jā” 5 %', 'Ķekavas novads, “jā” 5 %'],
  ['KP\u200b1', 'KP⟨U+200B⟩1'],
  ['1\u00a0234', '1⟨U+00A0⟩234'],
  ['\u001b[31m', '⟨U+001B⟩[31m'],
  ['\0', '⟨U+0000⟩'],
  ['a\nb', 'a⟨U+000A⟩b'],
  ['\u{e0001}', '⟨U+E0001⟩'],
  ['\ufffd', '⟨U+FFFD⟩'],
])('%j is shown as %s', (text, expected) => {
  expect(shown(text)).toBe(expected)
})

test('a message repeats at most 200 characters of a cell and nothing unseen, whatever the cell', {
  timeout: 20_000,
}, () => {
  const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 250 }), fc.string({ maxLength: 250 }))
  fc.assert(
    fc.property(anything, (text) => {
      const result = shown(text)
      expect(result.length).toBeLessThanOrEqual(200)
      expect(result).not.toMatch(/\p{C}/u)
      expect(shown(result)).toBe(result)
    }),
  )
})

test('a cell of 50 MB costs no more than a short one', () => {
  const before = performance.now()
  expect(shown('x'.repeat(50_000_000))).toHaveLength(200)
  expect(performance.now() - before).toBeLessThan(1000)
})
