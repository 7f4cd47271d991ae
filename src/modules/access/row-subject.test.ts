import { expect, test } from 'vitest'
import { isUnnamed, readRowSubject } from './row-subject.ts'

const ONE = '01a22c75-0000-7000-8000-000000000001'
const nameOf = (table: string) =>
  table === 'indicators.observation' ? ('indicators.edit.row.figure' as const) : undefined

test('a row is told by what it is called and its period, without ids', () => {
  expect(readRowSubject(`indicators.observation ${ONE}·2021`, nameOf)).toEqual({
    name: 'indicators.edit.row.figure',
    key: '2021',
  })
  expect(readRowSubject(`indicators.observation ${ONE}`, nameOf)?.key).toBe('')
})

test('what is no row of a known table is left as it is', () => {
  expect(readRowSubject('liepaja/1.1.1', nameOf)).toBeUndefined()
  expect(readRowSubject('other.table a·b', nameOf)).toBeUndefined()
})

test('an id is left out where it names nothing, and kept where it stands for a person', () => {
  expect(isUnnamed('message.closed', ONE)).toBe(true)
  expect(isUnnamed('account.erased', ONE)).toBe(false)
  expect(isUnnamed('message.closed', 'liepaja')).toBe(false)
})
