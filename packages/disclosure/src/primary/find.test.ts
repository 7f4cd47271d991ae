import { describe, expect, test } from 'vitest'
import { linkTables } from '../release/link.ts'
import type { Measure } from '../release/measure.ts'
import { flatDimension } from '../tables/hierarchy.ts'
import { createTable } from '../tables/table.ts'
import { pupilKey, pupilTable } from '../testing/small-tables.ts'
import { dominanceShortfall, pPercentShortfall } from './contributions.ts'
import { findPrimaryCells } from './find.ts'
import { shareReason, surveyItemRule } from './share-rule.ts'

const persons = { pupils: { aboutPersons: true } }
const table = pupilTable([
  [0, 4, 20],
  [5, 1, 100],
])

function oneCell(value: number, largest: readonly number[], measure: Measure) {
  const cells = [{ at: {}, value, largest }]
  const single = createTable({ name: 'money', measure: 'money', dimensions: [], cells })
  return linkTables({ measures: { money: measure }, tables: [single] })
}

describe('findPrimaryCells', () => {
  test('hides counts from 1 to 4 and zeros that are not structural', () => {
    const release = linkTables({ measures: persons, tables: [table] })
    expect(findPrimaryCells(release).map(({ key, reason }) => [key, reason])).toEqual([
      [pupilKey('A1'), 'zero'],
      [pupilKey('A2'), 'threshold'],
      [pupilKey('B2'), 'threshold'],
    ])
  })

  test('prints zeros where that is allowed', () => {
    const release = linkTables({ measures: persons, tables: [table] })
    expect(findPrimaryCells(release, { zeros: 'print' }).map(({ key }) => key)).not.toContain(pupilKey('A1'))
  })

  test('asks for an interval as wide as the threshold, with room on both sides where there is any', () => {
    const release = linkTables({ measures: persons, tables: [table] })
    const [zero, four] = findPrimaryCells(release)
    expect(zero).toMatchObject({ below: 0, above: 1, width: 5 })
    expect(four).toMatchObject({ below: 1, above: 1, width: 5 })
  })

  test('finds what an earlier edition hid, and not what only that one printed', () => {
    const lastYear = { ...pupilTable([[3, 4, 20]], 'last year'), asOf: '2024' }
    const earlier = [{ name: '2024', tables: [lastYear], hidden: ['pupils@2024|grade=1|school=A'] }]
    const release = linkTables({ measures: persons, tables: [pupilTable([[9, 9, 9]])], earlier })
    expect(findPrimaryCells(release).map(({ key }) => key)).toEqual(['pupils@2024|grade=1|school=A'])
  })

  test('finds nothing in what is not about persons', () => {
    const release = linkTables({ measures: { pupils: { aboutPersons: false } }, tables: [table] })
    expect(findPrimaryCells(release)).toEqual([])
  })

  test('lets a measure have its own threshold', () => {
    const measures = { pupils: { aboutPersons: true, rules: { threshold: 2, zeros: 'print' } } } as const
    const release = linkTables({ measures, tables: [table] })
    expect(findPrimaryCells(release).map(({ key }) => key)).toEqual([pupilKey('B2')])
  })

  test('hides a cell that one institution dominates, widely enough', () => {
    const release = oneCell(100, [90], { aboutPersons: true })
    expect(findPrimaryCells(release)).toMatchObject([{ reason: 'dominance', above: 6, width: 20 }])
    expect(findPrimaryCells(oneCell(100, [85], { aboutPersons: true }))).toEqual([])
  })

  test('hides a sum in which the second could tell the first', () => {
    const rules = { pPercent: 0.1 }
    const release = oneCell(1000.5, [700, 290], { aboutPersons: true, whole: false, rules })
    const [cell] = findPrimaryCells(release)
    expect(cell).toMatchObject({ reason: 'p percent', below: 0 })
    expect(cell?.above).toBeCloseTo(59.5, 10)
    expect(cell?.width).toBeCloseTo(200.1, 10)
  })

  test('keeps the attacker as far away as the strictest of the rules that a sum breaks', () => {
    // (1, 85 %): 90/0.85 − 100 = 5.9; p = 15 %: 0.15 × 90 − (100 − 90 − 9) = 12.5.
    const release = oneCell(100, [90, 9], { aboutPersons: true, rules: { pPercent: 0.15 } })
    expect(findPrimaryCells(release)).toMatchObject([{ reason: 'dominance', above: 13, width: 20 }])
  })

  test('judges sums that are not about persons by the rules for contributions that they name', () => {
    const money = (rules: Measure['rules'] = {}) =>
      findPrimaryCells(oneCell(4, [3.8, 0.1], { aboutPersons: false, whole: false, rules }))
    expect(money()).toEqual([])
    expect(money({ threshold: 10 })).toEqual([])
    expect(money({ dominance: { largest: 1, share: 0.9 } })).toMatchObject([{ reason: 'dominance' }])
    const [cell] = money({ pPercent: 0.1 })
    expect(cell?.reason).toBe('p percent')
    // 0.1 × 3.8 − 0.1 is less than 20 % of 4.
    expect(cell?.width).toBeCloseTo(0.8, 12)
  })

  test('hides the numerator of a share that tells too much', () => {
    const share = {
      numerator: { measure: 'pupils', at: { school: 'B', grade: '3' } },
      denominator: { measure: 'pupils', at: { grade: '3' } },
      decimals: 0,
    }
    const few = pupilTable([
      [20, 20, 4],
      [20, 20, 100],
    ])
    const reasons = (rows: typeof table) =>
      findPrimaryCells(linkTables({ measures: persons, tables: [rows], shares: [share] }), { zeros: 'print' })
    expect(reasons(few).find(({ key }) => key === pupilKey('B3'))?.reason).toBe('share complement')
    expect(reasons(table).find(({ key }) => key === pupilKey('B3'))).toBeUndefined()
  })

  test('lets 0 % be printed where nobody could be', () => {
    const dimensions = [{ name: 'grade', total: flatDimension('all', ['1', '2']) }]
    const cells = [
      { at: { grade: '1' }, value: 0, structural: true },
      { at: { grade: '2' }, value: 30 },
    ]
    const school = createTable({ name: 'school', measure: 'pupils', dimensions, cells })
    const [first, all] = [
      { measure: 'pupils', at: { grade: '1' } },
      { measure: 'pupils', at: {} },
    ]
    const shares = [{ numerator: first, denominator: all, decimals: 0 }]
    expect(findPrimaryCells(linkTables({ measures: persons, tables: [school], shares }))).toEqual([])
  })

  test.each([
    [{ threshold: Number.NaN }, 'threshold NaN is not a number from 0'],
    [{ threshold: -5 }, 'threshold -5 is not a number from 0'],
    [{ shareDenominator: Infinity }, 'shareDenominator Infinity is not a number from 0'],
    [{ protection: -0.2 }, 'protection -0.2 is not a number from 0'],
    [{ pPercent: 10 }, 'pPercent 10 is not a share above 0, to 1'],
    [{ pPercent: 0 }, 'pPercent 0 is not a share above 0, to 1'],
    [{ dominance: { largest: 1, share: 85 } }, 'dominance.share 85 is not a share above 0, to 1'],
    [{ dominance: { largest: 6, share: 0.85 } }, 'dominance.largest 6 is not a whole number from 1 to 5'],
    [{ zeros: JSON.parse('"maybe"') }, 'zeros maybe is neither hide nor print'],
    [JSON.parse('{"threshold":null}'), 'threshold null is not a number from 0'],
  ])('refuses the rules %j, of a release and of a measure', (rules, message) => {
    const expected = new RangeError(`findPrimaryCells: ${message}`)
    const release = linkTables({ measures: persons, tables: [table] })
    expect(() => findPrimaryCells(release, rules)).toThrow(expected)
    const own = { pupils: { aboutPersons: true, rules } }
    expect(() => findPrimaryCells(linkTables({ measures: own, tables: [table] }))).toThrow(expected)
  })
})

describe('rules', () => {
  test('dominance and p % know their shortfall', () => {
    expect(dominanceShortfall(100, [60, 30], { largest: 2, share: 0.75 })).toBeCloseTo(20, 12)
    expect(dominanceShortfall(100, [], { largest: 1, share: 0.5 })).toBe(0)
    expect(dominanceShortfall(100, [99], undefined)).toBe(0)
    expect(pPercentShortfall(100, [80, 15], 0.1)).toBeCloseTo(3, 12)
    expect(pPercentShortfall(100, [80], undefined)).toBe(0)
    expect(pPercentShortfall(100, [], 0.1)).toBe(0)
  })

  test('a share needs ten people, five in it and five not in it', () => {
    const rules = { threshold: 5, shareDenominator: 10 }
    expect(shareReason(5, 9, rules)).toBe('share denominator')
    expect(shareReason(4, 10, rules)).toBe('share numerator')
    expect(shareReason(6, 10, rules)).toBe('share complement')
    expect(shareReason(5, 10, rules)).toBeUndefined()
    expect(shareReason(0, 100, rules)).toBe('share numerator')
    expect(shareReason(100, 100, rules)).toBe('share complement')
  })

  // A survey of ten passes by its size, yet of its answers only an even split may be shown.
  test('of ten respondents only five against five may be printed', () => {
    const rules = { threshold: 5, shareDenominator: 10 }
    const verdicts = Array.from({ length: 11 }, (_, yes) => surveyItemRule(yes, 10, 20, rules))
    expect(verdicts.filter((verdict) => verdict === 'hide')).toHaveLength(10)
    expect(verdicts[5]).toBe('print')
    expect(surveyItemRule(5, 10, 40, rules)).toBe('warn')
    expect(surveyItemRule(5, 10, 40)).toBe('warn')
  })

  test.each([
    [Number.NaN, 10, 20, 'numerator NaN is not a whole number from 0 to 10'],
    [11, 10, 20, 'numerator 11 is not a whole number from 0 to 10'],
    [5, Number.NaN, 20, 'respondents NaN is not a whole number from 0 to 20'],
    [5, 10, 9, 'respondents 10 is not a whole number from 0 to 9'],
    [5, 10, Number.NaN, 'invited NaN is not a whole number from 0'],
  ])('a question refuses %s of %s of %s', (numerator, respondents, invited, message) => {
    expect(() => surveyItemRule(numerator, respondents, invited)).toThrow(
      new RangeError(`surveyItemRule: ${message}`),
    )
  })
})
