import { describe, expect, test } from 'vitest'
import type { ObservedValue } from '../model.ts'
import { aNumber, anIndicator, anObservation, aSeries, aShare } from '../testing.ts'
import { aSet } from './testing.ts'
import { totalDiffers } from './total-differs.ts'

/** Series by the value of the one breakdown; `null` is a series without it. */
const check = (...figures: [value: string | null, observed: ObservedValue | null][]) => {
  const series = figures.map(([value, observed]) => {
    const breakdown: Record<string, string> = value === null ? {} : { founder: value }
    return aSeries({
      key: `K/${value ?? 'all'}`,
      breakdown,
      results: observed === null ? [] : [anObservation({ value: observed })],
    })
  })
  return totalDiffers.check(aSet([anIndicator({ series })]))
}
const aShareOf = (number: number, numerator: number, denominator: number): ObservedValue => ({
  kind: 'share',
  number,
  unit: 'percent',
  numerator,
  denominator,
})

describe('counts', () => {
  test('find a total that its parts do not give, with its arithmetic', () => {
    const findings = check(
      ['total', aNumber(100)],
      ['a', aNumber(30)],
      ['b', aNumber(30)],
      ['c', aNumber(30)],
    )
    expect(findings).toMatchObject([
      {
        severity: 'contradiction',
        subjects: [{ key: 'K/total' }, { key: 'K/a' }, { key: 'K/b' }, { key: 'K/c' }],
      },
    ])
    expect(findings[0]?.explanation.lv).toContain('30 + 30 + 30 = 90, bet kopā norādīts 100')
  })
  test('find a part that is larger than the whole, also where other parts are not known', () => {
    expect(check([null, aNumber(22)], ['a', aNumber(23)])).toHaveLength(1)
    expect(check([null, aNumber(22)], ['a', aNumber(23)], ['b', null])).toHaveLength(1)
  })
  test('accept parts that add up, one part alone, and parts of which one is not known', () => {
    expect(check(['total', aNumber(3512)], ['a', aNumber(3406)], ['b', aNumber(106)])).toEqual([])
    expect(check(['total', aNumber(22)], ['a', aNumber(2)])).toEqual([])
    expect(check(['total', aNumber(22)], ['a', aNumber(2)], ['b', aNumber(3)], ['c', null])).toEqual([])
  })
  test('accept what rounding explains', () => {
    expect(check([null, aNumber(10.1)], ['a', aNumber(5.1)], ['b', aNumber(5.1)])).toEqual([])
    expect(check([null, aNumber(10.1)], ['a', aNumber(5.1)], ['b', aNumber(5.4)])).toHaveLength(1)
  })
})

describe('shares', () => {
  test('find a whole outside the range of its parts', () => {
    const findings = check(['total', aShare(72)], ['a', aShare(60)], ['b', aShare(70)])
    expect(findings[0]?.explanation.en).toContain(
      'the whole is given as 72%, but its parts lie between 60% and 70%',
    )
    expect(check(['total', aShare(75)], ['a', aShare(60)], ['b', aShare(70)])).toHaveLength(1)
  })
  test('accept a whole within it, and one that rounding puts at its edge', () => {
    expect(check(['total', aShare(66)], ['a', aShare(60)], ['b', aShare(70)])).toEqual([])
    expect(check(['total', aShare(71)], ['a', aShare(71)], ['b', aShare(71.4)])).toEqual([])
    expect(check(['total', aShare(90)], ['a', aShare(60)], ['b', null])).toEqual([])
  })
  test('add numerators and denominators where all are known', () => {
    const [a, b] = [aShareOf(60, 6, 10), aShareOf(70, 7, 10)]
    expect(check(['total', aShareOf(65, 13, 20)], ['a', a], ['b', b])).toEqual([])
    expect(check(['total', aShareOf(65, 26, 40)], ['a', a], ['b', b])[0]?.explanation.en).toContain(
      '6 + 7 = 13, but the total is given as 26',
    )
  })
})

test('sets no side by side that differ in another breakdown, unit or period', () => {
  const of = (key: string, breakdown: Record<string, string>, value: ObservedValue, period = '2024/2025') =>
    aSeries({ key, breakdown, results: [anObservation({ period, value })] })
  const series = [
    of('1', { founder: 'total', stage: 'basic' }, aNumber(10)),
    of('2', { founder: 'private', stage: 'primary' }, aNumber(20)),
    of('3', { founder: 'private', stage: 'basic' }, aShare(20)),
    of('4', { founder: 'state', stage: 'basic' }, aNumber(20), '2023/2024'),
  ]
  expect(totalDiffers.check(aSet([anIndicator({ series })]))).toEqual([])
})
