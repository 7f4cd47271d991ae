import { expect, test } from 'vitest'
import type { ImportProblem } from '#platform/import/problems.ts'
import { newProblems } from './new-problems.ts'

const missing = (line: number, found = 'M1', others?: number): ImportProblem => ({
  file: 'directions.csv',
  line,
  column: 'goal',
  reason: 'platform.import.reference',
  values: { found, where: 'goals.csv' },
  ...(others === undefined ? {} : { others }),
})
const needed = (keys: number): ImportProblem => ({
  file: 'goals.csv',
  reason: 'platform.import.rowsNeeded',
  values: { from: 'directions.csv', found: 'M1', keys },
})

test('what was wrong before is not new, be it said of fewer rows', () => {
  expect(newProblems([missing(1)], [missing(1)])).toEqual([])
  expect(newProblems([missing(1, 'M1', 1)], [missing(2)])).toEqual([])
  expect(newProblems([needed(3)], [needed(2)])).toEqual([])
})

test('the same words of one more row are', () => {
  expect(newProblems([missing(1)], [missing(1), missing(2)])).toEqual([missing(2)])
  expect(newProblems([missing(1)], [missing(1, 'M1', 1)])).toEqual([missing(1, 'M1', 1)])
  expect(newProblems([needed(2)], [needed(3)])).toEqual([needed(3)])
})

test('and so are other words', () => {
  expect(newProblems([missing(1)], [missing(1), missing(1, 'M2')])).toEqual([missing(1, 'M2')])
})
