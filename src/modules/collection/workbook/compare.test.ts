import { expect, test } from 'vitest'
import { compare } from './compare.ts'
import { FORM } from './testing.ts'

const inputs = ({ changes, conflicts }: ReturnType<typeof compare>) => ({
  changes: changes.map(({ input }) => input),
  conflicts: conflicts.map(({ input }) => input),
})
const compared = (
  before: Record<string, string>,
  now: Record<string, string>,
  mine: Record<string, string>,
) => inputs(compare(FORM, { before, now, mine }))

test('what the workbook has changed is a change, what it left alone is none', () => {
  expect(
    compared({ pupils: '5', cost: '2' }, { pupils: '5', cost: '3' }, { pupils: '6', cost: '2' }),
  ).toEqual({
    changes: ['pupils'],
    conflicts: [],
  })
})

test('what both have changed is a conflict, unless both say the same', () => {
  const before = { pupils: '5', cost: '2' }
  expect(compared(before, { pupils: '7', cost: '3' }, { pupils: '6', cost: '3,00' })).toEqual({
    changes: [],
    conflicts: ['pupils'],
  })
})

test('a figure or a day written otherwise is the same one; zero and nothing are two', () => {
  const typed = { cost: '12 500', opened: '2026-12-31', pupils: '' }
  expect(compared(typed, typed, { cost: '12500', opened: '31.12.2026.', pupils: '0' })).toEqual({
    changes: ['pupils'],
    conflicts: [],
  })
})

test('emptying a cell is a change; a sheet that was not read changes nothing', () => {
  const typed = { remark: 'x', 'classes.first.girls': '3', 'check:grown': 'y', 'minutes:taken': '5' }
  expect(compared(typed, typed, { remark: '', 'check:grown': 'z', 'minutes:taken': '6' })).toEqual({
    changes: ['remark', 'check:grown', 'minutes:taken'],
    conflicts: [],
  })
})
