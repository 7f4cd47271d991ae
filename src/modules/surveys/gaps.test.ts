import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findGaps, findWidestGaps, fisherP } from './gaps.ts'
import { populationOf } from './population.ts'
import { aGroup, anItem, aTable, wholePercent } from './testing.ts'

const heads = aGroup({ code: 'heads', respondents: 29, responseShare: wholePercent(97) })
const department = aGroup({ code: 'department', respondents: 10 })
const teachers = aGroup({ code: 'teachers', respondents: 288, responseShare: wholePercent(38) })
const guardians = aGroup({ code: 'guardians', respondents: 1148, responseShare: wholePercent(15) })

describe('findGaps', () => {
  test('is certain of a wide gap between large groups', () => {
    const [gap] = findGaps(aTable({ groups: [guardians, teachers], shares: [[71, 84]] }))
    expect(gap).toMatchObject({
      item: 'vision',
      first: { group: 'teachers', percent: 84 },
      second: { group: 'guardians', percent: 71 },
      points: 13,
      comparisons: 1,
      verdict: 'certain',
    })
    expect(gap?.lowPoints).toBeGreaterThan(8)
    expect(gap?.highPoints).toBeLessThan(18)
  })

  test('is not certain of a narrow one', () => {
    const [gap] = findGaps(aTable({ groups: [guardians, teachers], shares: [[71, 72]] }))
    expect(gap?.verdict).toBe('uncertain')
  })

  test('says that ten people are too few', () => {
    const [gap] = findGaps(aTable({ groups: [heads, department], shares: [[76, 50]] }))
    expect(gap).toMatchObject({ points: 26, verdict: 'tooSmall', onePersonPoints: 10 })
  })

  test('is certain of an overwhelming gap even to ten people', () => {
    const [gap] = findGaps(aTable({ groups: [teachers, department], shares: [[90, 10]] }))
    expect(gap?.verdict).toBe('certain')
  })

  test('counts 29 of 30 as nearly everybody', () => {
    const [gap] = findGaps(aTable({ groups: [heads, guardians], shares: [[86, 71]] }))
    expect(gap).toMatchObject({ points: 15, verdict: 'certain' })
  })

  test('knows that two groups differ in which everybody answered', () => {
    const everybody = (code: string) =>
      aGroup({ code, respondents: 10, population: populationOf(10, null, 10) })
    const [gap] = findGaps(aTable({ groups: [everybody('a'), everybody('b')], shares: [[60, 50]] }))
    expect(gap).toMatchObject({ p: 0, verdict: 'certain' })
    expect(gap?.lowPoints).toBeCloseTo(10, 9)
  })

  test('asks more of each pair the more pairs there are', () => {
    const one = findGaps(aTable({ groups: [guardians, teachers], shares: [[75, 80]] }))
    const many = findGaps(
      aTable({
        groups: [guardians, teachers],
        items: ['a', 'b', 'c', 'd', 'e'].map((code) => anItem({ code })),
        shares: [
          [75, 80],
          [75, 75],
          [75, 75],
          [75, 75],
          [75, 75],
        ],
      }),
    )
    expect(one[0]?.verdict).toBe('certain')
    expect(many[0]).toMatchObject({ points: 5, comparisons: 5, verdict: 'uncertain' })
  })

  test('compares only groups that were asked the same', () => {
    expect(findGaps(aTable({ groups: [heads, teachers], shares: [[76, null]] }))).toEqual([])
  })

  test('sorts by width, and keeps the widest of each item', () => {
    const table = aTable({
      groups: [heads, teachers, guardians],
      items: [anItem(), anItem({ code: 'mission' })],
      shares: [
        [79, 77, 64],
        [79, 75, 50],
      ],
    })
    expect(findGaps(table).map(({ points }) => points)).toEqual([29, 25, 15, 13, 4, 2])
    expect(findWidestGaps(table).map(({ item, points }) => [item, points])).toEqual([
      ['mission', 29],
      ['vision', 15],
    ])
  })

  test('is certain only where the interval excludes 0', () => {
    const percent = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(percent, percent, percent, (a, b, c) => {
        const gaps = findGaps(aTable({ groups: [heads, teachers, department], shares: [[a, b, c]] }))
        const certain = gaps.filter(({ verdict }) => verdict === 'certain')
        expect(certain.every(({ lowPoints, adjustedP, p }) => lowPoints > 0 && adjustedP >= p)).toBe(true)
      }),
    )
  })
})

// R: fisher.test(matrix(c(22, 7, 4, 6), 2))$p.value; the tea tasting lady: matrix(c(3, 1, 1, 3), 2)
test('Fisher agrees with R', () => {
  expect(fisherP({ share: 0.76, sample: 29 }, { share: 0.4, sample: 10 })).toBeCloseTo(0.0564135992579, 10)
  expect(fisherP({ share: 0.75, sample: 4 }, { share: 0.25, sample: 4 })).toBeCloseTo(0.4857142857, 10)
})
