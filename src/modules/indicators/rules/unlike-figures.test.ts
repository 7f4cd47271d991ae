import { describe, expect, test } from 'vitest'
import type { ObservedValue, Target } from '../model.ts'
import {
  aBaseline,
  aChange,
  aDistribution,
  aMethodology,
  aNumber,
  anIndicator,
  anObservation,
  aSeries,
} from '../testing.ts'
import { distributionTotalsDiffer } from './distribution-totals-differ.ts'
import { fellByHalf } from './fell-by-half.ts'
import { shareBesideSome } from './share-beside-some.ts'
import { targetBaseAmbiguous } from './target-base-ambiguous.ts'
import { aSet } from './testing.ts'

const ofOne = (baseline: ObservedValue, result: ObservedValue, targets: Target[] = []) =>
  aSet([
    anIndicator({
      code: '25',
      series: [
        aSeries({ baseline: aBaseline(baseline), targets, results: [anObservation({ value: result })] }),
      ],
    }),
  ])
const withShare = (number: number, share: number): ObservedValue => ({
  kind: 'number',
  number,
  unit: 'count',
  share,
})

describe('share-beside-some', () => {
  test('finds a count with its share beside counts without', () => {
    const [finding] = shareBesideSome.check(ofOne(withShare(13, 36), aNumber(9)))
    expect(finding?.explanation.en).toBe(
      'Indicator 25 gives the share of some counts only: 13 (2021) – 36%; without a share are 9 (2024/2025).',
    )
  })
  test('accepts shares beside all, and beside none', () => {
    expect(shareBesideSome.check(ofOne(withShare(13, 36), withShare(9, 25)))).toEqual([])
    expect(shareBesideSome.check(ofOne(aNumber(13), aNumber(9)))).toEqual([])
  })
})

describe('distribution-totals-differ', () => {
  const rated = (good: number, poor: number, unit?: string) => aDistribution({ good, poor }, unit)

  test('finds counts by category out of 14 and of 29', () => {
    const findings = distributionTotalsDiffer.check(ofOne(rated(10, 4, 'count'), rated(26, 3, 'count')))
    expect(findings[0]?.explanation.lv).toContain('14 (2021. gads) un 29 (2024./2025. mācību gads)')
  })
  test('accepts like totals, and per cents', () => {
    expect(distributionTotalsDiffer.check(ofOne(rated(10, 4, 'count'), rated(11, 4, 'count')))).toEqual([])
    expect(distributionTotalsDiffer.check(ofOne(rated(60, 40), rated(30, 20)))).toEqual([])
  })
})

describe('target-base-ambiguous', () => {
  const changes = [aChange(2, 'percent', 2023), aChange(3, 'percent')]

  test('shows both readings of the later change', () => {
    const [finding] = targetBaseAmbiguous.check(ofOne(aNumber(389), aNumber(400), changes))
    expect(finding?.explanation.lv).toContain('No 389 (2021. gads) pēdējā gadā tas būtu 400,7 vai 408,7.')
  })
  test('accepts one change, and changes from a baseline that is not there', () => {
    expect(targetBaseAmbiguous.check(ofOne(aNumber(389), aNumber(400), changes.slice(1)))).toEqual([])
    const none: ObservedValue = { kind: 'missing', missing: 'notApplicable' }
    expect(targetBaseAmbiguous.check(ofOne(none, aNumber(400), changes))).toEqual([])
  })
})

describe('fell-by-half', () => {
  const falling = (figures: [number, number, number][], given = {}) =>
    fellByHalf.check(
      aSet([
        anIndicator({
          series: figures.map(([from, between, to], index) =>
            aSeries({
              key: `13/${index}`,
              baseline: aBaseline(from),
              results: [
                anObservation({ period: '2023/2024', value: aNumber(between) }),
                anObservation({ value: aNumber(to) }),
              ],
            }),
          ),
          ...given,
        }),
      ]),
    )

  test('finds series that lost half, once for an indicator and with their ways', () => {
    const findings = falling([
      [10, 8, 4],
      [5, 2, 1],
      [10, 10, 9],
    ])
    expect(findings).toMatchObject([{ severity: 'notice', subjects: [{ key: '13/0' }, { key: '13/1' }] }])
    expect(findings[0]?.explanation.lv).toContain('10 → 8 → 4; 5 → 2 → 1')
  })
  test('asks for less where less is good', () => {
    expect(falling([[10, 15, 25]], { direction: 'down' })).toHaveLength(1)
    expect(falling([[10, 15, 25]])).toEqual([])
  })
  test('accepts small losses, and what a new method explains', () => {
    expect(falling([[2, 1, 0]])).toEqual([])
    expect(falling([[10, 8, 6]])).toEqual([])
    const methodologies = [
      aMethodology(),
      aMethodology({ version: 2, validFrom: '2023/2024', comparability: 'no' }),
    ]
    expect(falling([[40, 10, 8]], { methodologies })).toEqual([])
  })
})
