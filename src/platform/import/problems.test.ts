import { expect, test } from 'vitest'
import { capProblems, countProblems, type ImportProblem, ProblemsOfFile } from './problems.ts'

const wrong = (file: string, line: number): ImportProblem => ({
  file,
  line,
  reason: 'platform.import.required',
  values: {},
})

test('a hundred problems of a file are told, the rest are a number', () => {
  const ofFile = new ProblemsOfFile('goals.csv')
  for (let line = 2; line < 252; line += 1)
    ofFile.add({ line, reason: 'platform.import.required', values: {} })
  expect(ofFile.all).toHaveLength(101)
  expect(ofFile.all.at(-1)).toEqual({
    file: 'goals.csv',
    reason: 'platform.import.more',
    values: { count: 150 },
  })
  expect(countProblems(ofFile.all)).toBe(250)
})

test('problems from several checks are counted together, file by file', () => {
  const many = Array.from({ length: 150 }, (_, line) => wrong('goals.csv', line))
  const capped = capProblems([...capProblems(many), ...many, wrong('actions.csv', 2)])
  expect(capped).toHaveLength(102)
  expect(countProblems(capped)).toBe(301)
})

test('few problems stay as they are', () => {
  const few = [wrong('goals.csv', 2), wrong('actions.csv', 3)]
  expect(capProblems(few)).toEqual(few)
})
