import { expect, test } from 'vitest'
import type { ImportProblem } from '#platform/import/problems.ts'
import { textIn } from '../texts.server.ts'
import { problemText } from './problem-text.ts'

const problem: ImportProblem = {
  file: 'goals.csv',
  line: 1234,
  column: 'code',
  reason: 'platform.import.twice',
  values: { key: 'KP1', before: 1033 },
}

test('a problem is told by file, line and column, with lines as they are counted', () => {
  expect(problemText(problem, textIn('en'))).toBe(
    'goals.csv, line 1234, column “code”: the key “KP1” stands in line 1033 already.',
  )
  expect(problemText(problem, textIn('lv'))).toBe(
    'goals.csv, 1234. rinda, kolonna “code”: atslēga “KP1” jau ir 1033. rindā.',
  )
})

test('how many other lines have it is told in the plural that the number asks for', () => {
  const others = (count: number) => problemText({ ...problem, others: count }, textIn('lv'))
  expect(others(1)).toMatch(/Tāpat vēl 1 rindā\.$/)
  expect(others(10)).toMatch(/Tāpat vēl 10 rindās\.$/)
  expect(others(22)).toMatch(/Tāpat vēl 22 rindās\.$/)
})

test('nothing from a file acts on the terminal, nor fills it', () => {
  const evil = `\u001b[2J\u0007\u202e${'x'.repeat(5000)}`
  const told = problemText(
    {
      file: evil,
      line: 2,
      column: evil,
      reason: 'platform.import.reference',
      values: { found: evil, where: evil },
    },
    textIn('en'),
  )
  expect(told).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  expect(told.length).toBeLessThan(1000)
})
