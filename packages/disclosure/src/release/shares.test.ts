import { expect, test } from 'vitest'
import { pupilTable } from '../testing/small-tables.ts'
import { linkTables } from './link.ts'
import { countsBehind, printedShare } from './shares.ts'

test('a share prints rounded and gives its counts back', () => {
  expect(printedShare(5, 7, 0)).toBe(0.71)
  expect(printedShare(5, 7, 1)).toBe(0.714)
  expect(countsBehind({ share: 0.71, decimals: 0 }, 7)).toEqual({ low: 5, high: 5 })
  expect(countsBehind({ share: 0.71, decimals: 0 }, 300)).toEqual({ low: 212, high: 214 })
  expect(() => countsBehind({ share: 0.7, decimals: 0 }, 7)).toThrow('no count of 7 prints as 0.7')
  expect(() => printedShare(0, 0, 0)).toThrow('denominator 0 is not positive')
})

test('takes shares from none to all of somebody, and no others', () => {
  const measures = { pupils: { aboutPersons: true }, balance: { aboutPersons: false, lowest: -10 } }
  const shareOf = (values: readonly [number, number], measure = 'pupils') => {
    const table = { ...pupilTable([[...values]]), measure }
    const at = (grade: string) => ({ measure, at: { school: 'A', grade } })
    const share = { numerator: at('1'), denominator: at('2'), decimals: 0 }
    return linkTables({ measures, tables: [table], shares: [share] }).shares[0]?.share
  }
  expect(shareOf([0, 8])).toBe(0)
  expect(shareOf([8, 8])).toBe(1)
  expect(() => shareOf([9, 8])).toThrow('is 9 of 8')
  expect(() => shareOf([0, 0])).toThrow('is 0 of 0')
  expect(() => shareOf([-1, 8], 'balance')).toThrow('is -1 of 8')
})
