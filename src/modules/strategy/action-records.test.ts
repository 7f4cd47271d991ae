import { expect, test } from 'vitest'
import { actionRecords, actionRows } from './action-records.ts'
import { anAction, aReport, someData } from './testing.ts'

const corrected = anAction({
  history: [aReport({ status: 'notStarted' }), aReport({ status: 'partial', revision: 2 })],
})

test('a row holds the newest report, and nothing where nothing is stated', () => {
  const { columns, rows } = actionRows(someData({ actions: [corrected] }).tree)
  const [row = []] = rows
  const cell = (name: string) => row[columns.indexOf(name)]
  expect(cell('action')).toBe('1.1.1')
  expect(cell('status')).toBe('partial')
  expect(cell('revision')).toBe(2)
  expect(cell('funding')).toBeNull()
})

test('a record holds the whole history', () => {
  const [record] = actionRecords(someData({ actions: [corrected] }).tree).actions
  expect(record?.status).toBe('partial')
  expect(record?.history.map((report) => report.status)).toEqual(['notStarted', 'partial'])
})

test('an action without reports has no status', () => {
  const tree = someData({ actions: [anAction({ history: [] })] }).tree
  expect(actionRecords(tree).actions[0]?.status).toBeNull()
})
