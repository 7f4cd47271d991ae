import { expect, test } from 'vitest'
import { matchNames } from './match-names.ts'

const expected = ['goals.csv', 'period-rule.csv', 'observations.csv']
const match = (...names: string[]) => matchNames(names, expected)

test('finds the files by name', () => {
  const { found, problems, notes } = match('goals.csv', 'observations.csv', 'README.md')
  expect([...found]).toEqual([
    ['goals.csv', 'goals.csv'],
    ['observations.csv', 'observations.csv'],
  ])
  expect([problems, notes]).toEqual([[], []])
})

test.each(['Goals.csv', 'GOALS.CSV', ' goals.csv'])('reads “%s” and says so', (name) => {
  const { found, notes } = match(name)
  expect(found.get('goals.csv')).toBe(name)
  expect(notes).toMatchObject([{ file: 'goals.csv', reason: 'platform.import.noteName' }])
})

test.each(['Period Rule.csv', 'period_rule.csv'])('“%s” is period-rule.csv', (name) => {
  expect(match(name).found.get('period-rule.csv')).toBe(name)
})

test('refuses to choose between two', () => {
  expect(match('goals.csv', 'Goals.csv').problems).toMatchObject([
    { file: 'goals.csv', reason: 'platform.import.fileTwice', values: { found: 'Goals.csv, goals.csv' } },
  ])
})

test.each([
  ['observation.csv', 'observations.csv'],
  ['goals.xlsx', 'goals.csv'],
  ['goals.csv.txt', 'goals.csv'],
  ['goals (1).csv', 'goals.csv'],
])('takes %s for a mistake: %s is meant', (name, meant) => {
  expect(match(name).problems).toEqual([
    { file: name, reason: 'platform.import.fileMisnamed', values: { expected: meant } },
  ])
})

test('leaves other files alone, but says that a CSV file was not read', () => {
  const { problems, notes } = match('goals.csv', 'goals.xlsx', 'budget.csv', 'notes.docx')
  expect(problems).toEqual([])
  expect(notes).toEqual([{ file: 'budget.csv', reason: 'platform.import.noteIgnored', values: {} }])
})
