import { expect, test } from 'vitest'
import { code } from './columns.ts'
import { asImportProblem } from './database-problem.ts'
import { changing, sheet } from './sheet.ts'

const sheets = { goals: sheet('goals.csv', ['code'], { code }, changing('strategy.goal')) }
const rows = {
  goals: [
    { code: 'KP1', line: 2 },
    { code: 'KP2', line: 3 },
  ],
}
const refused = (about: object) => Object.assign(new Error('refused'), about)

test('names the row whose key the database gives', () => {
  const error = refused({
    code: '23505',
    schema: 'strategy',
    table: 'goal',
    constraint: 'goal_pkey',
    detail: 'Key (municipality_id, strategy_id, code)=(0195, 0196, KP2) already exists.',
  })
  expect(asImportProblem(error, sheets, rows)).toEqual({
    file: 'goals.csv',
    line: 3,
    reason: 'platform.import.database',
    values: { found: 'goal_pkey' },
  })
})

test('names the file, or at least what is wrong, when that is all it gives', () => {
  expect(
    asImportProblem(refused({ code: '23514', schema: 'strategy', table: 'goal' }), sheets, rows),
  ).toMatchObject({ file: 'goals.csv', values: { found: 'refused' } })
  expect(asImportProblem(refused({ code: '22003' }), sheets, rows)).toMatchObject({ file: '*.csv' })
})

test('takes no other failure for one of the files', () => {
  expect(asImportProblem(refused({ code: '57P01' }), sheets, rows)).toBeUndefined()
  expect(asImportProblem(new TypeError('x is not a function'), sheets, rows)).toBeUndefined()
})
