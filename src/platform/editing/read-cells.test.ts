import { expect, test } from 'vitest'
import { decimal, optionalText, text } from '../import/columns.ts'
import { asTyped, readCells } from './read-cells.ts'

test('a text that no file would take is refused by the form as well', () => {
  const { complaints } = readCells({ comment_lv: text }, { comment_lv: 'Ā'.repeat(21_000) })
  expect(complaints.comment_lv).toMatchObject([{ reason: 'platform.import.cellLarge' }])
  expect(readCells({ comment_lv: text }, { comment_lv: 'Ā'.repeat(9_000) }).complaints).toEqual({})
})

test.each([0.000_000_1, -0.5, 0, 1234.5, 1e14])('what is stored comes back as it was typed: %d', (number) => {
  const typed = asTyped(number)
  expect(typed).toMatch(/^-?\d+(,\d+)?$/)
  expect(readCells({ number: decimal }, { number: typed }).values).toEqual({ number })
})

test('what is empty is not stated', () => {
  expect(readCells({ note: optionalText }, {}).values).toEqual({ note: null })
})
