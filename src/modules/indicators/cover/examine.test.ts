import fc from 'fast-check'
import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import type { DisclosureRules } from '#modules/registry'
import type { Indicator, ObservedValue, Series } from '../model.ts'
import { aBaseline, aDistribution, aNumber, anIndicator, anObservation, aSeries } from '../testing.ts'
import { examine } from './examine.ts'

const RULES: DisclosureRules = {
  adultAnswers: { leastPeople: 10, leastCount: 5, zeros: 'hide' },
  minorAnswers: { leastPeople: 10, leastCount: 10, zeros: 'hide' },
  share: { leastPeople: 10, leastCount: 5, zeros: 'hide' },
  count: { leastPeople: 0, leastCount: 5, zeros: 'print' },
}
const solver = await loadHighs()

/** A series called by its breakdown, with one figure. */
const series = (
  id: string,
  breakdown: Record<string, string>,
  value: ObservedValue | number,
  of?: string,
): Series =>
  aSeries({
    id,
    key: id,
    breakdown,
    institution: of === undefined ? null : { key: of, name: { lv: of, en: of } },
    results: [anObservation({ value: typeof value === 'number' ? aNumber(value) : value })],
  })
const people = (...all: Series[]): Indicator => anIndicator({ aboutPersons: true, series: all })
const covered = (indicator: Indicator) =>
  examine(indicator, RULES, solver)
    .map(({ seriesId }) => seriesId)
    .sort()
const share = (number: number, numerator?: number, denominator?: number): ObservedValue => ({
  kind: 'share',
  number,
  unit: 'percent',
  ...(numerator === undefined ? {} : { numerator }),
  ...(denominator === undefined ? {} : { denominator }),
})

describe('a figure by itself', () => {
  test.each([
    ['one to four people', aNumber(4), true],
    ['five people', aNumber(5), false],
    ['nobody', aNumber(0), false],
    ['a share of nine', share(55.6, 5, 9), true],
    ['four in a share of a hundred', share(4, 4, 100), true],
    ['all but four', share(96, 96, 100), true],
    ['everybody', share(100, 30, 30), true],
    ['five in and five out', share(50, 5, 10), false],
    ['a share of unknown counts', share(4), false],
    ['three heads of twenty-nine', aDistribution({ ll: 10, l: 16, nv: 3 }, 'heads'), true],
    ['five and more in each category', aDistribution({ ll: 10, l: 16, nv: 5 }, 'heads'), false],
    ['a percentage of unknown counts', aDistribution({ yes: 98, no: 2 }), false],
  ])('%s: %#', (_, value, isCovered) => {
    expect(covered(people(series('a', {}, value)))).toEqual(isCovered ? ['a'] : [])
  })

  test('of things is never covered', () => {
    const things = anIndicator({ aboutPersons: false, series: [series('a', {}, 1)] })
    expect(examine(things, RULES, solver)).toEqual([])
  })

  test('is examined as a baseline too', () => {
    const before = aSeries({
      id: 'a',
      baseline: aBaseline(3),
      results: [anObservation({ value: aNumber(30) })],
    })
    expect(examine(people(before), RULES, solver)).toEqual([{ seriesId: 'a', period: '2021' }])
  })
})

describe('a small count in a sum', () => {
  test('takes another part with it, not the total', () => {
    const indicator = people(
      series('all', {}, 60),
      series('a', { stage: 'a' }, 3),
      series('b', { stage: 'b' }, 20),
      series('c', { stage: 'c' }, 37),
    )
    expect(covered(indicator)).toEqual(['a', 'b'])
  })
  test('is the total itself where there is one part only', () => {
    expect(covered(people(series('all', {}, 3), series('a', { stage: 'a' }, 3)))).toEqual(['a', 'all'])
  })
  test('takes another institution with it', () => {
    const indicator = people(
      series('all', {}, 50),
      series('x', {}, 2, 'x'),
      series('y', {}, 18, 'y'),
      series('z', {}, 30, 'z'),
    )
    expect(covered(indicator)).toEqual(['x', 'y'])
  })
  test('needs no other part where the parts leave enough unsaid', () => {
    const indicator = people(
      series('all', {}, 60),
      series('a', { stage: 'a' }, 3),
      series('b', { stage: 'b' }, 20),
    )
    expect(covered(indicator)).toEqual(['a'])
  })
  test('of another period is left alone', () => {
    const year = (period: string, value: number) => anObservation({ period, value: aNumber(value) })
    const of = (id: string, breakdown: Record<string, string>, first: number, second: number) =>
      aSeries({ id, key: id, breakdown, results: [year('2023/2024', first), year('2024/2025', second)] })
    const indicator = people(
      of('all', {}, 60, 60),
      of('a', { stage: 'a' }, 3, 20),
      of('b', { stage: 'b' }, 57, 40),
    )
    expect(examine(indicator, RULES, solver).filter(({ period }) => period === '2024/2025')).toEqual([])
    expect(covered(indicator)).toEqual(['a', 'b'])
  })
})

/** Whether another table of whole counts agrees with everything shown and has another count in the cell. */
function canBeOther(cells: number[][], hidden: boolean[][], row: number, column: number): boolean {
  // A closed way through covered cells, along rows and columns in turn, lets counts move along it.
  const height = cells.length
  const width = cells[0]?.length ?? 0
  const edge = (one: number, other: number) => hidden[one]?.[other] === true
  const seen = new Set<string>([`column ${column}`])
  const waiting: [kind: 'row' | 'column', at: number][] = [['column', column]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [kind, at] = next
    for (let other = 0; other < (kind === 'row' ? width : height); other++) {
      const [r, c] = kind === 'row' ? [at, other] : [other, at]
      if (!edge(r, c) || (r === row && c === column)) continue
      const place = `${kind === 'row' ? 'column' : 'row'} ${other}`
      if (place === `row ${row}`) return true
      if (!seen.has(place)) {
        seen.add(place)
        waiting.push([kind === 'row' ? 'column' : 'row', other])
      }
    }
  }
  return false
}

test('no small count of a table with all its margins follows from what is shown', () => {
  const tables = fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
    .chain(([height, width]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    )
  fc.assert(
    fc.property(tables, (cells) => {
      const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
      const at = (row: number | 'total', column: number | 'total', value: number) =>
        series(`${row} ${column}`, { grade: String(row), sex: String(column) }, value)
      const all = cells.flatMap((numbers, row) => numbers.map((value, column) => at(row, column, value)))
      const rows = cells.map((numbers, row) => at(row, 'total', sum(numbers)))
      const columns = (cells[0] ?? []).map((_, column) =>
        at('total', column, sum(cells.map((numbers) => numbers[column] ?? 0))),
      )
      const whole = at('total', 'total', sum(cells.flat()))
      const names = new Set(covered(people(whole, ...rows, ...columns, ...all)))
      // Covered margins only help; where they are shown, every small count has a way round.
      if ([whole, ...rows, ...columns].some(({ id }) => names.has(id))) return
      const hidden = cells.map((numbers, row) => numbers.map((_, column) => names.has(`${row} ${column}`)))
      for (const [row, numbers] of cells.entries()) {
        for (const [column, count] of numbers.entries()) {
          if (count === 0 || count >= 5) continue
          expect(hidden[row]?.[column]).toBe(true)
          expect(canBeOther(cells, hidden, row, column)).toBe(true)
        }
      }
    }),
    { numRuns: 60 },
  )
})

describe('a figure of answers or a mean', () => {
  const of = (restsOn: 'answers' | 'mean', value: ObservedValue, n: number | null) =>
    anIndicator({
      restsOn,
      series: [
        aSeries({
          id: 'a',
          results: [anObservation({ value, stated: { n, interval: null, standardError: null } })],
        }),
      ],
    })
  test.each([
    ['nine answered', of('answers', share(55.6), 9), true],
    ['nine of a hundred said so', of('answers', share(9), 100), true],
    ['ten of a hundred said so', of('answers', share(10), 100), false],
    ['all said so', of('answers', share(100), 100), true],
    ['nobody says how many answered', of('answers', share(9), null), false],
    ['a mean of nine', of('mean', aNumber(46.4, 'percent'), 9), true],
    ['a mean of ten', of('mean', aNumber(46.4, 'percent'), 10), false],
    ['a few in a category', of('answers', aDistribution({ yes: 60, unknown: 35, no: 5 }), 100), true],
    ['nobody in a category', of('answers', aDistribution({ yes: 60, unknown: 40, no: 0 }), 100), false],
    ['all in a category', of('answers', aDistribution({ yes: 100, no: 0 }), 100), true],
  ])('%s: %#', (_, indicator, isCovered) => {
    expect(covered(indicator)).toEqual(isCovered ? ['a'] : [])
  })
})
